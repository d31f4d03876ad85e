import { AppError } from '../errors.ts';
import { STORY_SORTS, type StorySort } from './story-sorts.ts';

/**
 * A place in a list of stories: the order it is sorted in, and by what and as whom the last row of a page is sorted. A page
 * after it stays right while stories are added, changed or deleted anywhere. Opaque to callers.
 */
export type StoryListCursor = { sort: StorySort; key: string; id: string };

const TIME = /^\d{4}-\d\d-\d\dT[\d:.]{8,15}[+-]\d\d:\d\d$/;
const NUMBER = /^\d{1,9}$/;

export function buildStoryListCursor({ sort, key, id }: StoryListCursor): string {
  return Buffer.from(`${sort} ${id} ${key}`).toString('base64url');
}

/** @throws AppError `invalid_request` for one that is none of ours, or of another order than `sort` */
export function readStoryListCursor(cursor: string, sort: StorySort): StoryListCursor {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, ofSort, id, key] =
    /^([a-z]+) ([0-9a-f]{8}(?:-[0-9a-f]{4}){3}-[0-9a-f]{12}) (.{0,120})$/su.exec(text) ?? [];
  if (
    id === undefined ||
    key === undefined ||
    !STORY_SORTS.some((known) => known === ofSort) ||
    !isKey(key, sort)
  ) {
    throw refuse('This cursor is none of ours.');
  }
  if (ofSort !== sort) throw refuse('This cursor belongs to a list in another order.');
  return { sort, key, id };
}

function isKey(key: string, sort: StorySort): boolean {
  if (sort === 'title') return key.length > 0 && !key.includes('\0');
  return sort === 'longest' ? NUMBER.test(key) : TIME.test(key) && !Number.isNaN(Date.parse(key));
}

function refuse(message: string): AppError {
  return new AppError('invalid_request', message, {
    fields: [{ path: 'cursor', message: 'Take it from the Link header of the page before as it is.' }],
  });
}
