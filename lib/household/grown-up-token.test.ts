import { expect, test, vi } from 'vitest';

vi.stubEnv('SUPABASE_URL', 'http://127.0.0.1:1');
vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', 'publishable');
vi.stubEnv('SUPABASE_SECRET_KEY', 'a secret of this test');
const { createGrownUpToken, GROWN_UP_MS, isGrownUpToken } = await import('./grown-up-token');

const claim = {
  ownerId: 'f3a0a5ab-5a9e-4f52-9f5e-0d9f6f6f3c11',
  pinVersion: '0f5ae2b4-7a0a-4b8e-a2f5-c1d7b3a7c001',
};
const now = Date.UTC(2026, 10, 21, 20);

test('a proof counts for a quarter of an hour', () => {
  const { token, expiresAtMs } = createGrownUpToken(claim, now);
  expect(expiresAtMs - now).toBe(15 * 60_000);
  expect(isGrownUpToken(token, claim, now + GROWN_UP_MS - 1)).toBe(true);
  expect(isGrownUpToken(token, claim, now + GROWN_UP_MS)).toBe(false);
});

test('it is nobody else’s, ends with the PIN, and cannot be made to last', () => {
  const { token, expiresAtMs } = createGrownUpToken(claim, now);
  expect(isGrownUpToken(token, { ...claim, ownerId: crypto.randomUUID() }, now)).toBe(false);
  expect(isGrownUpToken(token, { ...claim, pinVersion: crypto.randomUUID() }, now)).toBe(false);
  expect(isGrownUpToken(token.replace(String(expiresAtMs), String(expiresAtMs + 1)), claim, now)).toBe(false);
  for (const wrong of [
    '',
    'v1',
    `v2${token.slice(2)}`,
    `${token}A`,
    token.slice(0, -1),
    `v1.9999999999999.${'A'.repeat(43)}`,
  ])
    expect(isGrownUpToken(wrong, claim, now), wrong).toBe(false);
});
