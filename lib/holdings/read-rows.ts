import 'server-only';
import type { SupabaseClient } from '@supabase/supabase-js';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { HeldTable } from './holdings';

const PAGE_ROWS = 200;

export type Row = Record<string, unknown>;

/**
 * Every row of an owner in one table, in the order of its primary key, a page at a time: rows that come or go meanwhile move no
 * others. Secret columns are not in them.
 */
export async function* readRows(
  admin: DatabaseClient,
  table: HeldTable,
  ownerId: string,
): AsyncGenerator<Row, void, undefined> {
  // Names that are only known at run time: the columns cannot be checked.
  const client = admin as unknown as SupabaseClient;
  const [first = 'id', second] = table.key;
  const isThroughStory = table.owner === 'stories.owner_id';
  let last: Row | undefined;
  for (;;) {
    let query = client
      .from(table.name)
      .select(isThroughStory ? '*, stories!inner(owner_id)' : '*')
      .eq(table.owner, ownerId)
      .order(first)
      .limit(PAGE_ROWS);
    if (second) query = query.order(second);
    if (last) query = second ? query.or(afterBoth(first, second, last)) : query.gt(first, last[first]);
    const { data, error } = await query;
    if (error) throw databaseError(error);
    const rows = data as unknown as Row[];
    for (const row of rows) yield withoutSecrets(row, table.leftOut, isThroughStory);
    if (rows.length < PAGE_ROWS) return;
    last = rows.at(-1);
  }
}

function afterBoth(first: string, second: string, last: Row): string {
  return `${first}.gt.${last[first]},and(${first}.eq.${last[first]},${second}.gt.${last[second]})`;
}

function withoutSecrets(row: Row, leftOut: readonly string[], isThroughStory: boolean): Row {
  return Object.fromEntries(
    Object.entries(row).filter(
      ([column]) => !leftOut.includes(column) && !(isThroughStory && column === 'stories'),
    ),
  );
}
