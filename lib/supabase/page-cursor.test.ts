import { describe, expect, test } from 'vitest';
import { isAppError } from '@/lib/errors';
import { afterCursor, buildCursor, cutPage, readCursor } from './page-cursor';

const ID = '550e8400-e29b-41d4-a716-446655440000';
const AT = '2026-11-21T16:48:13.123456+00:00';

describe('a cursor', () => {
  test.each([AT, null])('comes back as it was made (%s)', (at) => {
    expect(readCursor(buildCursor({ at, id: ID }))).toEqual({ at, id: ID });
  });

  test('tells nothing to who looks at it', () => {
    expect(buildCursor({ at: AT, id: ID })).not.toContain(ID);
  });

  test.each([
    '',
    'x',
    Buffer.from(`${AT} ${ID},id.gt.0`).toString('base64url'),
    Buffer.from(`${AT}",id.gt.0 ${ID}`).toString('base64url'),
    Buffer.from(`9999999999999999999999 ${ID}`).toString('base64url'),
    Buffer.from(`- ${'-'.repeat(36)}`).toString('base64url'),
  ])('that is none of ours is refused: %s', (cursor) => {
    expect(() => readCursor(cursor)).toThrow(
      expect.toSatisfy((error: unknown) => isAppError(error) && error.code === 'invalid_request'),
    );
  });
});

describe('the filter of the next page', () => {
  test('has what is older, and of the same time what has a smaller id', () => {
    expect(afterCursor({ at: AT, id: ID }, 'created_at')).toBe(
      `created_at.lt."${AT}",and(created_at.eq."${AT}",id.lt.${ID})`,
    );
  });

  test('has the rows without a time at the end', () => {
    expect(afterCursor({ at: AT, id: ID }, 'said_at', true)).toContain(',said_at.is.null');
    expect(afterCursor({ at: null, id: ID }, 'said_at', true)).toBe(`and(said_at.is.null,id.lt.${ID})`);
  });
});

describe('a page', () => {
  const rows = ['a', 'b', 'c'].map((id) => ({ id, created_at: AT }));

  test('leaves out the row that tells of more, and names its own last one', () => {
    const { page, nextCursor } = cutPage(rows, 2, (row) => row.created_at);
    expect(page.map(({ id }) => id)).toEqual(['a', 'b']);
    expect(Buffer.from(nextCursor ?? '', 'base64url').toString()).toBe(`${AT} b`);
  });

  test('that is the last one names none', () => {
    expect(cutPage(rows, 3, (row) => row.created_at).nextCursor).toBeNull();
    expect(cutPage([], 3, () => AT)).toEqual({ page: [], nextCursor: null });
  });
});
