import { AGE_GROUP_CHOICES, STYLE_CHOICES } from '@/components/story/story-choices';
import type { AgeGroup, IllustrationStyle } from '@/lib/story/schema';
import type { StoryListRequest } from '@/lib/story/story-list-query';
import { STORY_SORTS, type StorySort } from '@/lib/story/story-sorts';

/** How the shelf is looked at, all of it in the page's address: what is sent to somebody shows them the same of their own. */
export const SHELF_STATES = ['ready', 'making', 'waiting', 'failed'] as const;
export type ShelfState = (typeof SHELF_STATES)[number];

export type ShelfAddress = {
  q: string;
  ages: readonly AgeGroup[];
  styles: readonly IllustrationStyle[];
  languages: readonly string[];
  readerId: string | null;
  /** Null: all that stands there, also what is being made; not what has failed. */
  state: ShelfState | null;
  favourite: boolean;
  sort: StorySort;
  /** Where the first book shown is; null: at the beginning. */
  cursor: string | null;
};

export const WHOLE_SHELF: ShelfAddress = {
  q: '',
  ages: [],
  styles: [],
  languages: [],
  readerId: null,
  state: null,
  favourite: false,
  sort: 'newest',
  cursor: null,
};

export const BOOKS_PER_PAGE = 24;
const LONGEST_SEARCH = 200;
const UUID = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/i;
const LANGUAGE = /^[a-z]{2,3}(-[A-Za-z0-9]{2,8})*$/;
const CURSOR = /^[\w-]{1,600}$/;

/** Reads an address; what is none of ours is left out, so that an old or a mistyped link still shows a shelf. */
export function parseShelfAddress(search: URLSearchParams): ShelfAddress {
  const list = (name: string) => [...new Set((search.get(name) ?? '').split(','))];
  const known = <Value extends string>(name: string, choices: readonly { value: Value }[]) =>
    choices.flatMap(({ value }) => (list(name).includes(value) ? [value] : []));
  const matching = (name: string, pattern: RegExp) => {
    const value = search.get(name);
    return value !== null && pattern.test(value) ? value : null;
  };
  return {
    q: (search.get('q') ?? '').trim().slice(0, LONGEST_SEARCH).toWellFormed().replaceAll('\0', ''),
    ages: known('age', AGE_GROUP_CHOICES),
    styles: known('style', STYLE_CHOICES),
    languages: list('language').filter((language) => LANGUAGE.test(language)),
    readerId: matching('reader', UUID),
    state: SHELF_STATES.find((state) => state === search.get('state')) ?? null,
    favourite: search.get('favourite') === '1',
    sort: STORY_SORTS.find((sort) => sort === search.get('sort')) ?? 'newest',
    cursor: matching('cursor', CURSOR),
  };
}

/** The address of the page that shows this; what is as usual is not said. */
export function buildShelfHref(address: ShelfAddress): string {
  const search = new URLSearchParams();
  const say = (name: string, value: string | null) => {
    if (value) search.set(name, value);
  };
  say('q', address.q);
  say('age', address.ages.join(','));
  say('style', address.styles.join(','));
  say('reader', address.readerId);
  say('language', address.languages.join(','));
  say('state', address.state);
  say('favourite', address.favourite ? '1' : null);
  say('sort', address.sort === 'newest' ? null : address.sort);
  say('cursor', address.cursor);
  // Commas between values are for people to read.
  const query = search.toString().replaceAll('%2C', ',');
  return query ? `/stories?${query}` : '/stories';
}

/** How many filters narrow the shelf; the order and the place in it narrow nothing. */
export function countFilters(address: ShelfAddress): number {
  const lists = [address.ages, address.styles, address.languages].filter((list) => list.length > 0);
  const others = [address.q, address.readerId, address.state, address.favourite].filter(Boolean);
  return lists.length + others.length;
}

/** What the API is asked for. */
export function toListRequest(address: ShelfAddress, cursor: string | null): StoryListRequest {
  const status = { ready: 'completed', making: 'making', waiting: 'all', failed: 'failed' } as const;
  return {
    limit: BOOKS_PER_PAGE,
    status: address.state ? status[address.state] : 'all',
    ...(address.state === 'waiting' && { review: 'waiting' }),
    ...(address.q && { q: address.q }),
    ...(address.ages.length > 0 && { age_group: [...address.ages] }),
    ...(address.styles.length > 0 && { style: [...address.styles] }),
    ...(address.languages.length > 0 && { language: [...address.languages] }),
    ...(address.readerId && { reader_id: address.readerId }),
    ...(address.favourite && { favourite: 'true' }),
    ...(address.sort !== 'newest' && { sort: address.sort }),
    ...(cursor && { cursor }),
  };
}
