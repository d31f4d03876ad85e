import 'server-only';
import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { isGrownUp } from '@/lib/household/grown-up';
import { isHidden } from '@/lib/household/household-views';
import type { ReadingCaller } from '@/lib/household/read-as-grown-up';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { SUMMARY_SELECT } from './data';
import { buildStoryListCursor, readStoryListCursor } from './story-list-cursor';
import type { StoryListRequest } from './story-list-query';
import { buildStorySummaryView, type StorySummaryRows } from './story-views';
import type { StoryListView, StorySummaryView } from './views';

/** What `find_stories` answers: ids in order, each with what it is sorted by. */
const foundSchema = z.object({
  rows: z.array(z.object({ id: z.uuid(), key: z.string() })),
  total: z.int(),
  languages: z.array(z.string()),
});

const STATUSES = {
  completed: ['ready'],
  all: ['draft', 'making', 'ready'],
  making: ['draft', 'making'],
  failed: ['failed'],
  any: ['draft', 'making', 'ready', 'failed'],
} as const;

/**
 * A page of the caller's stories under filters, in two queries however many there are. It begins at `offset`, or after
 * `cursor` when there is one.
 *
 * @param client the caller's own: row level security decides what there is
 * @throws AppError `invalid_request` for a cursor of another order
 */
export async function listStoryViews(client: DatabaseClient, page: StoryListRequest): Promise<StoryListView> {
  const { sort = 'newest', limit } = page;
  const after = page.cursor ? readStoryListCursor(page.cursor, sort) : null;
  const found = await client.rpc('find_stories', {
    p_query: buildFilter(page),
    p_sort: sort,
    p_after: after && { key: after.key, id: after.id },
    // One more than is shown tells that there is more.
    p_limit: limit + 1,
    p_offset: after ? 0 : (page.offset ?? 0),
  });
  if (found.error) throw databaseError(found.error);
  const { rows, total, languages } = parseFound(found.data);
  const shown = rows.slice(0, limit);
  const last = shown.at(-1);
  return {
    stories: await readSummaries(
      client,
      shown.map(({ id }) => id),
    ),
    total,
    languages,
    next_cursor: rows.length > shown.length && last ? buildStoryListCursor({ sort, ...last }) : null,
  };
}

/** The list for a caller: a grown-up sees titles and covers also of what waits for one. */
export async function readStoryList(caller: ReadingCaller, page: StoryListRequest): Promise<StoryListView> {
  const list = await listStoryViews(caller.client, page);
  const hidden = list.stories.filter(({ review }) => isHidden(review)).map(({ id }) => id);
  if (hidden.length === 0 || !(await isGrownUp(caller))) return list;
  const { data, error } = await getAdminClient()
    .from('stories')
    .select(`${SUMMARY_SELECT}, withheld:withheld_words(title)`)
    .in('id', hidden);
  if (error) throw databaseError(error);
  const rows = data as unknown as StorySummaryRows[];
  const shown = new Map(rows.map((row) => [row.id, buildStorySummaryView(row)]));
  return { ...list, stories: list.stories.map((story) => shown.get(story.id) ?? story) };
}

function buildFilter(page: StoryListRequest) {
  return {
    statuses: [...STATUSES[page.status ?? 'completed']],
    ...(page.id && { ids: page.id }),
    ...(page.age_group && { ages: page.age_group }),
    ...(page.style && { styles: page.style }),
    ...(page.language && { languages: page.language }),
    ...(page.reader_id && { reader: page.reader_id }),
    ...(page.review && { review: page.review }),
    ...(page.favourite && { favourite: page.favourite === 'true' }),
    ...(page.q && { q: page.q }),
  };
}

function parseFound(data: unknown): z.infer<typeof foundSchema> {
  const found = foundSchema.safeParse(data);
  if (!found.success) {
    throw new AppError('database_failed', 'The database did not answer as expected.', { cause: found.error });
  }
  return found.data;
}

/** In the order of `ids`. One that was deleted since it was found is left out. */
async function readSummaries(client: DatabaseClient, ids: readonly string[]): Promise<StorySummaryView[]> {
  if (ids.length === 0) return [];
  const { data, error } = await client.from('stories').select(SUMMARY_SELECT).in('id', ids);
  if (error) throw databaseError(error);
  const rows = data as unknown as StorySummaryRows[];
  const byId = new Map(rows.map((row) => [row.id, row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return row ? buildStorySummaryView(row) : [];
  });
}
