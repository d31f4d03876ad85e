import { describe, expect, it } from 'vitest';
import {
  buildListRequest,
  buildWorkshopHref,
  changeWorkshop,
  parseWorkshopAddress,
  WHOLE_WORKSHOP,
} from './workshop-address';

const parse = (search: string) => parseWorkshopAddress(new URLSearchParams(search));

describe('the workshop’s address', () => {
  it('holds the whole view and brings it back', () => {
    const address = {
      text: 'a fox & a moon',
      status: 'failed',
      kind: 'story',
      period: 'week',
      sort: 'longest',
      cursor: 'abc-_1',
    } as const;
    expect(parse(buildWorkshopHref(address).split('?')[1] ?? '')).toEqual(address);
    expect(buildWorkshopHref(WHOLE_WORKSHOP)).toBe('/jobs');
  });

  it('leaves out what is none of ours', () => {
    expect(parse('status=sleeping&kind=__proto__&period=year&sort=&cursor=%00&text=%00&page=3')).toEqual(
      WHOLE_WORKSHOP,
    );
  });

  it('begins at the first page again when something else is looked for', () => {
    const second = changeWorkshop(WHOLE_WORKSHOP, { cursor: 'next' });
    expect(second.cursor).toBe('next');
    expect(changeWorkshop(second, { status: 'failed' })).toMatchObject({ status: 'failed', cursor: null });
  });

  it('asks for a period from midnight on, the same all day', () => {
    const week = { ...WHOLE_WORKSHOP, period: 'week' } as const;
    const morning = Date.parse('2026-11-22T07:00:00Z');
    expect(buildListRequest(week, morning).after).toBe('2026-11-16T00:00:00.000Z');
    expect(buildListRequest(week, morning)).toEqual(buildListRequest(week, morning + 3_600_000));
    expect(buildListRequest(WHOLE_WORKSHOP, morning)).toEqual({ limit: 20, offset: 0, sort: 'newest' });
  });
});
