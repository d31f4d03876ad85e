import postgres from 'postgres';
import { expect, test } from 'vitest';
import { DatabaseLostError, getPostgrestStatus, isExpectedRefusal, toLiteError } from './database-refusal.ts';

const refusal = (code: string) =>
  Object.assign(new postgres.PostgresError('no' as never), { code, message: 'no', detail: 'because' });

test.each([
  ['23514', 400],
  ['P0001', 400],
  ['P0002', 500],
  ['42501', 403],
  ['23505', 409],
  ['53300', 503],
  ['XX000', 500],
])('SQLSTATE %s is status %i', (code, status) => {
  expect(getPostgrestStatus(code)).toBe(status);
});

test('what lite answers itself it gets as it is; the rest as an answer it passes on', () => {
  const unique = refusal('23505');
  expect(toLiteError(unique)).toBe(unique);
  const check = refusal('23514');
  const error = toLiteError(check) as Error & { code: string; detail: string };
  expect(error).toMatchObject({ code: 'PGRST', cause: check });
  expect(JSON.parse(error.message)).toEqual({ code: '23514', message: 'no', details: 'because', hint: null });
  expect(JSON.parse(error.detail)).toEqual({ status: 400, headers: {} });
});

test('a lost connection is 503, and no news', () => {
  const error = toLiteError(new DatabaseLostError()) as Error & { detail: string };
  expect(JSON.parse(error.detail).status).toBe(503);
  expect(isExpectedRefusal(error)).toBe(true);
});

test('a refusal is no news, a fault is', () => {
  expect(isExpectedRefusal(refusal('42501'))).toBe(true);
  expect(isExpectedRefusal(toLiteError(refusal('23514')))).toBe(true);
  expect(isExpectedRefusal(refusal('XX000'))).toBe(false);
  expect(isExpectedRefusal(new TypeError('oops'))).toBe(false);
  expect(isExpectedRefusal('text')).toBe(false);
});
