import { expect, test } from 'vitest';
import { AppError, isAppError, toAppError } from './errors.ts';

test('an error of ours is known by class, and another copy of it by its name and code', () => {
  expect(isAppError(new AppError('not_found', 'x'))).toBe(true);
  const copy = Object.assign(new Error('x'), { name: 'AppError', code: 'not_found', fields: [] });
  expect(isAppError(copy)).toBe(true);
  expect(toAppError(copy)).toBe(copy);
});

test('nothing else is ours: other names, other codes, objects that only look like errors', () => {
  expect(isAppError(Object.assign(new Error('x'), { code: 'not_found' }))).toBe(false);
  expect(isAppError(Object.assign(new Error('x'), { name: 'AppError', code: 'ENOENT' }))).toBe(false);
  expect(isAppError({ name: 'AppError', code: 'not_found', message: 'x' })).toBe(false);
  expect(toAppError(new TypeError('x'))).toMatchObject({ code: 'internal' });
});
