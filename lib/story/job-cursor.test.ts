import { expect, test } from 'vitest';
import { buildJobCursor, readJobCursor } from './job-cursor';

const place = {
  at: '2026-11-22T01:02:03.123456+00:00',
  ms: 12_000,
  id: '550e8400-e29b-41d4-a716-446655440000',
};

test('a cursor brings back the place it was made of, with every digit of its time', () => {
  expect(readJobCursor(buildJobCursor('longest', place), 'longest')).toEqual(place);
});

test.each([
  ['of another order', buildJobCursor('newest', place)],
  ['that is no JSON', Buffer.from('longest').toString('base64url')],
  ['with something else in it', Buffer.from('["longest","now()",1,"x"]').toString('base64url')],
  ['that is nothing', '%%%'],
])('one %s is refused', (_name, cursor) => {
  expect(() => readJobCursor(cursor, 'longest')).toThrow(
    expect.objectContaining({ code: 'invalid_request' }),
  );
});
