import path from 'node:path';
import { expect, test } from 'vitest';
import { buildClientTypes, buildType } from './build-client-types';
import { buildOpenApiDocument } from './build-document';

const FILE = path.resolve(import.meta.dirname, '../../clients/typescript/api-types.ts');

test('the typed client is of this API: else write it with `npm run api:types`', async () => {
  await expect(buildClientTypes(buildOpenApiDocument())).toMatchFileSnapshot(FILE);
});

test.each([
  [{ type: 'string', format: 'uuid' }, 'string'],
  [{ type: ['string', 'null'] }, 'string | null'],
  [{ enum: ['a', 'b'] }, '"a" | "b"'],
  [{ const: true }, 'true'],
  [{ type: 'array', items: { type: 'integer' } }, '(number)[]'],
  [
    { anyOf: [{ $ref: '#/components/schemas/Film' }, { type: 'null' }] },
    'components["schemas"]["Film"] | null',
  ],
  [
    { type: 'object', properties: { a: { type: 'string' }, b: {} }, required: ['a'] },
    '{ "a": string; "b"?: unknown }',
  ],
  [{ type: 'object', additionalProperties: { type: 'string' } }, '{ [key: string]: string }'],
  [{ type: 'string', format: 'binary' }, 'Blob'],
  [{}, 'unknown'],
])('%j is %s', (schema, type) => {
  expect(buildType(schema)).toBe(type);
});
