import { expect, test } from 'vitest';
import { readPreference } from './prefer.ts';

const read = (prefer?: string) =>
  readPreference(new Request('http://localhost/', { headers: prefer ? { prefer } : {} }), 120_000, 120_000);

test.each([
  [undefined, { waitMs: 120_000, applied: null }],
  ['respond-async', { waitMs: 0, applied: 'respond-async' }],
  ['Respond-Async', { waitMs: 0, applied: 'respond-async' }],
  ['wait=5', { waitMs: 5_000, applied: 'wait=5' }],
  ['respond-async, wait=10', { waitMs: 10_000, applied: 'respond-async, wait=10' }],
  ['wait="7"; why=impatient', { waitMs: 7_000, applied: 'wait=7' }],
  ['wait=0', { waitMs: 0, applied: 'wait=0' }],
  ['wait=9999', { waitMs: 120_000, applied: 'wait=120' }],
  ['wait=soon', { waitMs: 120_000, applied: null }],
  ['return=minimal', { waitMs: 120_000, applied: null }],
])('Prefer: %s', (prefer, preference) => {
  expect(read(prefer)).toEqual(preference);
});
