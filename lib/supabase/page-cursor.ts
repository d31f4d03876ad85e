import { AppError } from '../errors.ts';

/**
 * A place in a list that is sorted by a time and then by id, both descending: the last row of a page. Opaque to callers; a
 * page after it stays right while rows are added before it. Rows whose time is null come last.
 */
export type PageCursor = { at: string | null; id: string };

export function buildCursor({ at, id }: PageCursor): string {
  return Buffer.from(`${at ?? '-'} ${id}`).toString('base64url');
}

/**
 * What is in it goes into a filter, so it must be nothing but a time and an id.
 * @throws AppError `invalid_request`
 */
export function readCursor(cursor: string): PageCursor {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, id] = /^(-|[\dT:.+Z-]{20,40}) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12})$/.exec(text) ?? [];
  if (!at || !id || (at !== '-' && Number.isNaN(Date.parse(at)))) {
    throw new AppError('invalid_request', 'This cursor is none of ours.', {
      fields: [{ path: 'cursor', message: 'Take it from the Link header of the page before as it is.' }],
    });
  }
  return { at: at === '-' ? null : at, id };
}

/** The rows after a cursor, as a PostgREST `or` filter. `nullable`: the column can be null. */
export function afterCursor({ at, id }: PageCursor, column: string, nullable = false): string {
  if (at === null) return `and(${column}.is.null,id.lt.${id})`;
  const older = `${column}.lt."${at}",and(${column}.eq."${at}",id.lt.${id})`;
  return nullable ? `${older},${column}.is.null` : older;
}

/**
 * A page out of rows of which one more was asked for than it holds: that one only tells that there is more.
 * @returns the page, and the cursor of the next one or null
 */
export function cutPage<Row extends { id: string }>(
  rows: readonly Row[],
  limit: number,
  timeOf: (row: Row) => string | null,
): { page: Row[]; nextCursor: string | null } {
  const page = rows.slice(0, limit);
  const last = page.at(-1);
  const hasMore = rows.length > page.length;
  return { page, nextCursor: hasMore && last ? buildCursor({ at: timeOf(last), id: last.id }) : null };
}
