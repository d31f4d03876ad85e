import 'server-only';
import { getEnv } from '@/lib/env';
import { getObjectStore } from '@/lib/storage/object-store';
import { removeInParts } from '@/lib/storage/remove-in-parts';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** What is kept for a time and no longer: docs/privacy.md says how long. All of it is safe to repeat. */
const DAY_MS = 24 * 3_600_000;
const HOUR_MS = 3_600_000;
const ROWS_AT_ONCE = 1_000;
const FOLDERS_AT_ONCE = 200;

type Options = { now?: number; keptDays?: number };
const before = (now: number, days: number) => new Date(now - days * DAY_MS).toISOString();

/** Guests of whom nobody has seen anything for `GUEST_DAYS`, oldest first; none when they are kept for good. */
export async function listUnseenGuests(
  admin: DatabaseClient,
  { limit, now = Date.now(), keptDays = getEnv().guestDays }: Options & { limit: number },
): Promise<string[]> {
  if (keptDays === 0) return [];
  const { data, error } = await admin.rpc('list_unseen_guests', {
    p_before: before(now, keptDays),
    p_limit: limit,
  });
  if (error) throw databaseError(error);
  return data;
}

/** Transcripts of conversations, older than `TRANSCRIPT_DAYS`. @returns how many went */
export async function forgetTranscripts(
  admin: DatabaseClient,
  { now = Date.now(), keptDays = getEnv().transcriptDays }: Options = {},
): Promise<number> {
  if (keptDays === 0) return 0;
  const { count, error } = await admin
    .from('conversation_transcripts')
    .delete({ count: 'exact' })
    .lt('created_at', before(now, keptDays));
  if (error) throw databaseError(error);
  return count ?? 0;
}

/** What models answered, kept for retries: older than `ANSWER_DAYS`. Their cost stays. @returns how many were forgotten */
export async function forgetAnswers(
  admin: DatabaseClient,
  { now = Date.now(), keptDays = getEnv().answerDays }: Options = {},
): Promise<number> {
  for (let forgotten = 0; ; ) {
    const { data, error } = await admin.rpc('forget_answers', {
      p_before: before(now, keptDays),
      p_limit: ROWS_AT_ONCE,
    });
    if (error) throw databaseError(error);
    forgotten += data;
    if (data < ROWS_AT_ONCE) return forgotten;
  }
}

/** Tickets and counters whose time is over: somebody's id stands in a counter's key. @returns how many went */
export async function forgetExpired(
  admin: DatabaseClient,
  { now = Date.now() }: Options = {},
): Promise<number> {
  const tickets = await admin
    .from('socket_tickets')
    .delete({ count: 'exact' })
    .lt('expires_at', new Date(now).toISOString());
  if (tickets.error) throw databaseError(tickets.error);
  const counters = await admin
    .from('rate_limits')
    .delete({ count: 'exact' })
    .lt('expires_at', new Date(now - HOUR_MS).toISOString());
  if (counters.error) throw databaseError(counters.error);
  return (tickets.count ?? 0) + (counters.count ?? 0);
}

/**
 * Files of users who are gone: a step that was putting one down when its household was erased, and died before it could take
 * it back. @returns how many folders went
 */
export async function removeOwnerlessFiles(admin: DatabaseClient): Promise<number> {
  const store = await getObjectStore();
  const names = await store.listFirstFolders();
  let removed = 0;
  for (let index = 0; index < names.length; index += FOLDERS_AT_ONCE) {
    const { data, error } = await admin.rpc('list_ownerless_folders', {
      p_names: names.slice(index, index + FOLDERS_AT_ONCE),
    });
    if (error) throw databaseError(error);
    for (const folder of data) {
      await removeInParts(store, await store.listBelow(folder));
      removed += 1;
    }
  }
  return removed;
}
