import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { buildOpenApiDocument } from './build-document';
import { NAMED_ANSWERS, NAMED_REQUESTS } from './components';
import { CATCH_ALL, INTERNAL_ROUTES } from './internal-routes';
import { OPERATIONS } from './operations';

const root = path.resolve(import.meta.dirname, '../..');
const METHODS = ['get', 'head', 'post', 'put', 'patch', 'delete'];
const document = buildOpenApiDocument();

/** `GET /api/v1/stories/{storyId}` of every method that a route.ts exports. */
async function listRoutes(): Promise<string[]> {
  const files = await readdir(path.join(root, 'app'), { recursive: true });
  const routes = await Promise.all(
    files
      .filter((file) => path.basename(file) === 'route.ts')
      .map(async (file) => {
        const address = path
          .dirname(file)
          .split(path.sep)
          .filter((part) => !/^\(.*\)$/.test(part))
          .map((part) => part.replace(/^\[(?:\.\.\.)?(\w+)\]$/, '{$1}'))
          .join('/');
        const source = await readFile(path.join(root, 'app', file), 'utf8');
        const named = [...source.matchAll(/^export (?:const|async function|function) ([A-Z]+)\b/gm)].map(
          ([, name]) => name,
        );
        const listed = [...source.matchAll(/^export (?:const )?\{([^}]*)\}/gm)].flatMap(
          ([, names]) => names?.match(/\b[A-Z]+\b/g) ?? [],
        );
        return [...named, ...listed]
          .filter((method) => METHODS.includes(String(method).toLowerCase()))
          .map((method) => `${method} /${address}`);
      }),
  );
  return routes.flat().filter((route) => !route.endsWith(` ${CATCH_ALL}`));
}

describe('the document', () => {
  test('names every route and method there is, and none that is not', async () => {
    const routes = await listRoutes();
    expect(routes.length).toBeGreaterThan(100);
    const documented = Object.entries(document.paths).flatMap(([address, item]) =>
      Object.keys(item).map((method) => `${method.toUpperCase()} ${address}`),
    );
    const known = [...documented, ...Object.keys(INTERNAL_ROUTES)];
    expect(
      routes.filter((route) => !known.includes(route)),
      'not documented',
    ).toEqual([]);
    expect(
      known.filter((route) => !routes.includes(route)),
      'not there',
    ).toEqual([]);
  });

  test('has one name for every operation and every schema', () => {
    const ids = OPERATIONS.map(({ operationId }) => operationId);
    expect(new Set(ids).size).toBe(ids.length);
    expect(Object.keys(NAMED_REQUESTS).filter((name) => name in NAMED_ANSWERS)).toEqual([]);
  });

  test('refers to nothing that it does not have', () => {
    const text = JSON.stringify(document);
    const references = new Set([...text.matchAll(/"\$ref":"#\/([^"]+)"/g)].map(([, reference]) => reference));
    expect(references.size).toBeGreaterThan(60);
    for (const reference of references) {
      const found = reference
        ?.split('/')
        .reduce<unknown>((part, key) => (part as Record<string, unknown> | undefined)?.[key], document);
      expect(found, reference).toBeDefined();
    }
  });

  test('is the same every time it is made', () => {
    expect(JSON.stringify(buildOpenApiDocument())).toBe(JSON.stringify(document));
  });

  test('says of every call how to be let in, or that nobody needs to be, and how it can fail', () => {
    for (const [address, item] of Object.entries(document.paths)) {
      for (const [method, operation] of Object.entries(item) as [string, Record<string, object>][]) {
        const where = `${method} ${address}`;
        expect(operation.security, where).toBeInstanceOf(Array);
        expect(Object.keys(operation.responses ?? {}), where).toEqual(
          expect.arrayContaining(['429', '500', '503']),
        );
        if (JSON.stringify(operation.security).includes('bearer'))
          expect(Object.keys(operation.responses ?? {}), where).toContain('401');
      }
    }
  });

  test('describes a request as its schema takes it', () => {
    const schemas = document.components.schemas as Record<string, Record<string, unknown>>;
    expect(schemas.GenerateStoryRequest).toMatchObject({
      type: 'object',
      required: ['prompt'],
      additionalProperties: false,
      properties: {
        prompt: { type: 'string', minLength: 1, maxLength: 4_000 },
        age_group: { enum: ['3-5', '6-8', '9-12'] },
        num_illustrations: { type: 'integer', minimum: 1, maximum: 12, default: 4 },
      },
    });
    expect(schemas.Story).toMatchObject({
      properties: { scenes: { items: { $ref: '#/components/schemas/Scene' } } },
    });
  });
});

const bodies = OPERATIONS.flatMap(({ operationId, body }) =>
  Object.entries(body?.examples ?? {}).map(([name, example]): [string, z.ZodType, unknown] => [
    `${operationId}, ${name}`,
    body?.schema as z.ZodType,
    example,
  ]),
);
const answers = OPERATIONS.flatMap(({ operationId, answers: all }) =>
  Object.entries(all).flatMap(([status, { schema, example }]): [string, z.ZodType, unknown][] =>
    schema && example !== undefined ? [[`${operationId}, ${status}`, schema, example]] : [],
  ),
);

describe('an example', () => {
  test.each(bodies)('can be sent: %s', (_, schema, example) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });
  test.each(answers)('can be answered: %s', (_, schema, example) => {
    expect(schema.safeParse(example).error).toBeUndefined();
  });
  test('is there of every JSON body that is more than a few words', () => {
    const without = OPERATIONS.filter(
      ({ body }) => body && !body.mediaTypes && Object.keys(body.examples ?? {}).length === 0,
    );
    expect(without.map(({ operationId }) => operationId)).toEqual(['migrateSessions', 'refreshToken']);
  });
});
