import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { JOB_SORTS, type JobSort } from './nouns';

/** The last row of a page of jobs. `at` as the database writes it, with every digit. */
export type JobPlace = { at: string; ms: number; id: string };

const placeSchema = z.tuple([
  z.enum(JOB_SORTS),
  z.string().regex(/^[\dT:.+Z-]{20,40}$/),
  z.int().min(0),
  z.uuid(),
]);

/** Opaque to callers. A page after it stays right while jobs are added before it. */
export function buildJobCursor(sort: JobSort, { at, ms, id }: JobPlace): string {
  return Buffer.from(JSON.stringify([sort, at, ms, id])).toString('base64url');
}

/** @throws AppError `invalid_request` for what is no cursor, or one of another order */
export function readJobCursor(cursor: string, sort: JobSort): JobPlace {
  let value: unknown;
  try {
    value = JSON.parse(Buffer.from(cursor, 'base64url').toString());
  } catch (cause) {
    throw unknownCursor(cause);
  }
  const parsed = placeSchema.safeParse(value);
  if (!parsed.success) throw unknownCursor(parsed.error);
  const [of, at, ms, id] = parsed.data;
  if (of !== sort || Number.isNaN(Date.parse(at))) throw unknownCursor();
  return { at, ms, id };
}

function unknownCursor(cause?: unknown): AppError {
  return new AppError('invalid_request', 'This cursor is none of ours, or of a list in another order.', {
    cause,
    fields: [{ path: 'cursor', message: 'Take it from the Link header of the page before as it is.' }],
  });
}
