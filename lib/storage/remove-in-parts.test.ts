import { expect, it } from 'vitest';
import { removeInParts } from './remove-in-parts.ts';

it('removes every file, never more than a request may name', async () => {
  const asked: string[][] = [];
  const paths = Array.from({ length: 2_345 }, (_, index) => `folder/${index}`);
  await removeInParts(
    {
      remove: async (part) => {
        asked.push([...part]);
      },
    },
    paths,
  );
  expect(asked.flat()).toEqual(paths);
  expect(Math.max(...asked.map((part) => part.length))).toBeLessThanOrEqual(1_000);
  await removeInParts({ remove: () => Promise.reject(new Error('nothing is to be removed')) }, []);
});
