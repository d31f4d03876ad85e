import { decodeTime, isValid } from 'ulid';
import { expect, it } from 'vitest';
import { createSeededUlid, createUlid, parseEventIdSeed } from './ulids.ts';

const entropy = Buffer.from('00112233445566778899', 'hex');

it('makes ids that rise', () => {
  const ids = Array.from({ length: 1000 }, () => createUlid());
  expect(ids).toEqual(ids.toSorted());
  expect(new Set(ids).size).toBe(1000);
});

it('makes the same valid id from the same seed and index, and another from another index', () => {
  const seed = { timeMs: 1_700_000_000_123, entropy };
  const ids = [0, 1, 2].map((index) => createSeededUlid(seed, index));
  expect(ids).toEqual([0, 1, 2].map((index) => createSeededUlid(seed, index)));
  expect(new Set(ids).size).toBe(3);
  for (const id of ids) {
    expect(isValid(id)).toBe(true);
    expect(decodeTime(id)).toBe(seed.timeMs);
  }
});

it('reads the seed the SDK sends and no other text', () => {
  expect(parseEventIdSeed(`1700000000123,${entropy.toString('base64')}`)).toEqual({
    timeMs: 1_700_000_000_123,
    entropy,
  });
  for (const header of [undefined, '', '12', 'x,AAAA', '1700000000123,AAAA']) {
    expect(parseEventIdSeed(header)).toBeUndefined();
  }
});
