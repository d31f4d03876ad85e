import { describe, expect, test } from 'vitest';
import { storyListQuerySchema } from '@/lib/story/story-list-query';
import {
  buildShelfHref,
  countFilters,
  parseShelfAddress,
  type ShelfAddress,
  toListRequest,
  WHOLE_SHELF,
} from './shelf-address';

const EVERYTHING: ShelfAddress = {
  q: 'moon & honey',
  ages: ['3-5', '9-12'],
  styles: ['paper', 'night'],
  languages: ['de', 'pt-BR'],
  readerId: '550e8400-e29b-41d4-a716-446655440000',
  state: 'ready',
  favourite: true,
  sort: 'title',
  cursor: 'dGl0bGU_-x',
};
const read = (href: string) => parseShelfAddress(new URL(href, 'http://localhost').searchParams);

describe('the address of a shelf', () => {
  test.each([WHOLE_SHELF, EVERYTHING, { ...WHOLE_SHELF, state: 'waiting' } as const])(
    'comes back as it was said (%#)',
    (address) => {
      expect(read(buildShelfHref(address))).toEqual(address);
    },
  );

  test('says nothing of what is as usual', () => {
    expect(buildShelfHref(WHOLE_SHELF)).toBe('/stories');
    expect(buildShelfHref({ ...WHOLE_SHELF, ages: ['3-5', '6-8'], favourite: true })).toBe(
      '/stories?age=3-5,6-8&favourite=1',
    );
  });

  test('leaves out what is none of ours', () => {
    expect(
      read(
        '/stories?age=4-9&style=oil&sort=worst&state=lost&reader=me&language=<b>&favourite=yes&cursor=a%20b&page=2',
      ),
    ).toEqual(WHOLE_SHELF);
    expect(read(`/stories?q=${'x'.repeat(900)}%00`).q).toHaveLength(200);
  });

  test('counts what narrows the shelf', () => {
    expect(countFilters(WHOLE_SHELF)).toBe(0);
    expect(countFilters({ ...WHOLE_SHELF, sort: 'title', cursor: 'x' })).toBe(0);
    expect(countFilters(EVERYTHING)).toBe(7);
  });

  test.each([WHOLE_SHELF, EVERYTHING, { ...WHOLE_SHELF, state: 'waiting' } as const])(
    'asks for what the API takes (%#)',
    (address) => {
      const { success } = storyListQuerySchema.safeParse(toListRequest(address, address.cursor));
      expect(success).toBe(true);
    },
  );
});
