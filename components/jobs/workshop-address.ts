import {
  JOB_KINDS,
  JOB_SORTS,
  JOB_STATUSES,
  type JobKind,
  type JobSort,
  type JobStatus,
} from '@/lib/story/nouns';

/** How the workshop is looked at, all of it in the page's address. */
export const PERIODS = ['day', 'week', 'month'] as const;
export type Period = (typeof PERIODS)[number];

export type WorkshopAddress = {
  text: string;
  status: JobStatus | null;
  kind: JobKind | null;
  period: Period | null;
  sort: JobSort;
  /** Where the list begins; null: with the first. */
  cursor: string | null;
};

export const WHOLE_WORKSHOP: WorkshopAddress = {
  text: '',
  status: null,
  kind: null,
  period: null,
  sort: 'newest',
  cursor: null,
};

const JOBS_PER_PAGE = 20;
const LONGEST_SEARCH = 200;
const CURSOR = /^[\w-]{1,200}$/;
const DAY_MS = 24 * 3_600_000;
const DAYS: Record<Period, number> = { day: 1, week: 7, month: 30 };

/** Reads an address; what is none of ours is left out, so that an old or a mistyped link still shows a list. */
export function parseWorkshopAddress(search: URLSearchParams): WorkshopAddress {
  const known = <Value extends string>(name: string, values: readonly Value[]) =>
    values.find((value) => value === search.get(name)) ?? null;
  const cursor = search.get('cursor') ?? '';
  return {
    text: (search.get('text') ?? '').slice(0, LONGEST_SEARCH).toWellFormed().replaceAll('\0', '').trim(),
    status: known('status', JOB_STATUSES),
    kind: known('kind', JOB_KINDS),
    period: known('period', PERIODS),
    sort: known('sort', JOB_SORTS) ?? 'newest',
    cursor: CURSOR.test(cursor) ? cursor : null,
  };
}

/** The address of a view of the workshop, with only what differs from all of it. */
export function buildWorkshopHref(address: WorkshopAddress): '/jobs' | `/jobs?${string}` {
  const search = new URLSearchParams();
  for (const [name, value] of Object.entries(address)) {
    if (value && value !== WHOLE_WORKSHOP[name as keyof WorkshopAddress]) search.set(name, value);
  }
  const query = search.toString();
  return query ? `/jobs?${query}` : '/jobs';
}

/** Another view: whatever is changed, the list begins at its first page again, unless a page is asked for. */
export function changeWorkshop(address: WorkshopAddress, change: Partial<WorkshopAddress>): WorkshopAddress {
  return { ...address, cursor: null, ...change };
}

export function isWholeWorkshop({ text, status, kind, period }: WorkshopAddress): boolean {
  return !text && !status && !kind && !period;
}

export type JobListRequest = {
  limit: number;
  offset: number;
  sort: JobSort;
  text?: string;
  status?: JobStatus;
  kind?: JobKind;
  after?: string;
  cursor?: string;
};

/** As the API is asked for it. A period begins with a whole day in UTC, so that the same view asks the same until midnight. */
export function buildListRequest(address: WorkshopAddress, nowMs: number): JobListRequest {
  const { text, status, kind, period, sort, cursor } = address;
  const midnightMs = Math.floor(nowMs / DAY_MS) * DAY_MS;
  return {
    limit: JOBS_PER_PAGE,
    offset: 0,
    sort,
    ...(text && { text }),
    ...(status && { status }),
    ...(kind && { kind }),
    ...(period && { after: new Date(midnightMs - (DAYS[period] - 1) * DAY_MS).toISOString() }),
    ...(cursor && { cursor }),
  };
}
