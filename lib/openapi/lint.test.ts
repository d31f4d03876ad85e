import { createConfig, lintFromString } from '@redocly/openapi-core';
import { expect, test } from 'vitest';
import { buildOpenApiDocument } from './build-document';

/** The linter of Redocly, as `redocly lint` runs it. */
async function lint(document: object) {
  const config = await createConfig({
    extends: ['recommended'],
    rules: {
      // OpenAPI says that a path without parameters goes first: /stories/jobs and /stories/{storyId} are not one address.
      'no-ambiguous-paths': 'off',
      'security-defined': 'error',
      'operation-operationId-unique': 'error',
      'no-invalid-media-type-examples': 'error',
      spec: 'error',
    },
  });
  const problems = await lintFromString({ source: JSON.stringify(document), config });
  return problems.map(({ ruleId, message, location }) => `${ruleId}: ${message} ${location[0]?.pointer}`);
}

test('the document is clean: nothing that Redocly’s recommended rules find', async () => {
  expect(await lint(buildOpenApiDocument())).toEqual([]);
});

test('the linter finds what is wrong', async () => {
  const [first, ...rest] = Object.entries(buildOpenApiDocument().paths);
  const broken = {
    ...buildOpenApiDocument(),
    paths: { [`${first?.[0]}/{lost}`]: first?.[1], ...Object.fromEntries(rest) },
  };
  expect((await lint(broken)).join('\n')).toContain('path-parameters-defined');
});
