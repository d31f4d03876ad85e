import { expect, test } from 'vitest';
import { readIdempotencyKey } from './idempotency-key.ts';

const request = (key?: string) =>
  new Request('http://localhost/', { headers: key === undefined ? {} : { 'idempotency-key': key } });

test('a key is read as it is, and none is none', () => {
  expect(readIdempotencyKey(request('once-and-only'))).toBe('once-and-only');
  expect(readIdempotencyKey(request())).toBeNull();
});

test('an empty or overlong key is refused rather than cut', () => {
  for (const key of ['', 'k'.repeat(256)]) {
    expect(() => readIdempotencyKey(request(key))).toThrowError(
      expect.objectContaining({ code: 'invalid_request' }),
    );
  }
});
