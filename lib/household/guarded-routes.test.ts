import { readdir, readFile } from 'node:fs/promises';
import path from 'node:path';
import { expect, test } from 'vitest';
import { OPERATIONS } from '@/lib/openapi/operations';

/** Routes that look at the proof themselves, because there is another way in. */
const BY_THEMSELVES = ['DELETE /api/v1/household/pin'];

test('what is documented to need a grown-up’s proof is what asks for one', async () => {
  const app = path.resolve(import.meta.dirname, '../../app');
  const files = (await readdir(app, { recursive: true })).filter(
    (file) => path.basename(file) === 'route.ts',
  );
  const guarded = await Promise.all(
    files.map(async (file) => {
      const address = path.dirname(file).replaceAll(/\[(\w+)\]/g, '{$1}');
      const source = await readFile(path.join(app, file), 'utf8');
      return source
        .split(/^export const /m)
        .filter((part) => part.includes('grownUp: true'))
        .map((part) => `${/^\w+/.exec(part)?.[0]} /${address}`);
    }),
  );
  const documented = OPERATIONS.filter(({ grownUp }) => grownUp).map(
    ({ method, path: address }) => `${method.toUpperCase()} ${address}`,
  );
  expect(documented.filter((one) => !BY_THEMSELVES.includes(one)).sort()).toEqual(guarded.flat().sort());
});
