import { expect, it } from 'vitest';
import { z } from 'zod';
import { readJsonBody } from './request-input.ts';

const read = (body: string, schema: z.ZodType) =>
  readJsonBody(
    new Request('http://localhost/', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body,
    }),
    schema,
    1_000_000,
  );
const nested = (depth: number) => `${'['.repeat(depth)}${']'.repeat(depth)}`;

it('refuses what is nested too deeply before a schema that calls itself runs out of stack', async () => {
  for (const depth of [65, 1_000, 100_000])
    await expect(read(nested(depth), z.json())).rejects.toMatchObject({ code: 'invalid_request' });
  expect(await read(nested(64), z.json())).toEqual(JSON.parse(nested(64)));
});

it('names the field whose text cannot be stored', async () => {
  await expect(read('{"a":{"b":["x","\\u0000"]}}', z.json())).rejects.toMatchObject({
    code: 'invalid_request',
    fields: [{ path: 'a.b.1' }],
  });
});
