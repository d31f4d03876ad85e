import { expect, test } from 'vitest';
import { hashContent } from './content-hash.ts';

test('the order of keys does not change a hash, at any depth', () => {
  expect(hashContent({ a: 1, b: { c: [1, { d: 2, e: 3 }] } })).toBe(
    hashContent({ b: { c: [1, { e: 3, d: 2 }] }, a: 1 }),
  );
});

test('an absent key and an undefined one are the same', () => {
  expect(hashContent({ a: 1, b: undefined })).toBe(hashContent({ a: 1 }));
});

test('every other difference changes it', () => {
  const hashes = [{ a: 1 }, { a: '1' }, { a: [1] }, { b: 1 }, { a: null }, {}].map(hashContent);
  expect(new Set(hashes).size).toBe(hashes.length);
});
