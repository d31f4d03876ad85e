import 'server-only';
import type { z } from 'zod';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { afterCursor, cutPage, readCursor } from '@/lib/supabase/page-cursor';
import { type DecisionListView, type decisionListQuerySchema, decisionViewSchema } from './decision-views';
import { RULE_SENTENCES } from './safety-rules';

const COLUMNS = 'id, created_at, action, rule, place, door, text_hash, story_id, job_id' as const;

/**
 * What the guard decided about somebody's texts, newest first.
 * @param admin the table is closed to users: whoever calls has proven to be a grown-up of the owner's
 */
export async function listDecisions(
  admin: DatabaseClient,
  ownerId: string,
  query: z.output<typeof decisionListQuerySchema>,
): Promise<DecisionListView> {
  let select = admin.from('guard_decisions').select(COLUMNS).eq('owner_id', ownerId);
  if (query.action) select = select.eq('action', query.action);
  if (query.job_id) select = select.eq('job_id', query.job_id);
  if (query.cursor) select = select.or(afterCursor(readCursor(query.cursor), 'created_at'));
  const { data, error } = await select
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    // One more than asked for tells whether there is another page.
    .limit(query.limit + 1);
  if (error) throw databaseError(error);
  const { page, nextCursor } = cutPage(data, query.limit, (row) => row.created_at);
  const sentences: Readonly<Record<string, string>> = RULE_SENTENCES;
  return {
    decisions: page.map((row) => decisionViewSchema.parse({ ...row, message: sentences[row.rule] ?? null })),
    next_cursor: nextCursor,
  };
}
