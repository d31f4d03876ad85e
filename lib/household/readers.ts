import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import { guardText } from '@/lib/safety/guard';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import {
  type createReaderSchema,
  MAX_READERS,
  type ReaderChange,
  type ReaderView,
  readerViewSchema,
} from './household-views';

/**
 * Who listens in a household. Read through the caller's own client; written by the server, which has seen a grown-up's proof,
 * and always under the owner's id. Every text passes the guard as a profile, at the reader's age.
 */
const COLUMNS =
  'id, name, age_group, mood, routine, preferences, favourite_characters, calming_elements, created_at, updated_at' as const;
/** SQLSTATE of our own "there are as many as there can be". */
const FULL = 'SL409';

/** Oldest first: as they were added. */
export async function listReaders(client: DatabaseClient, ownerId: string): Promise<ReaderView[]> {
  const { data, error } = await client
    .from('readers')
    .select(COLUMNS)
    .eq('owner_id', ownerId)
    .order('created_at')
    .order('id');
  if (error) throw databaseError(error);
  return readerViewSchema.array().parse(data);
}

/** @throws AppError `not_found` for one who is not of this household */
export async function getReader(client: DatabaseClient, ownerId: string, id: string): Promise<ReaderView> {
  const { data, error } = await client
    .from('readers')
    .select(COLUMNS)
    .eq('owner_id', ownerId)
    .eq('id', id)
    .maybeSingle();
  if (error) throw databaseError(error);
  return readerViewSchema.parse(data ?? notFound());
}

/** @throws AppError `guardrail_violation`; `conflict` when there are 12 */
export async function createReader(
  ownerId: string,
  wish: z.output<typeof createReaderSchema>,
): Promise<ReaderView> {
  const { data, error } = await getAdminClient()
    .from('readers')
    .insert({ owner_id: ownerId, ...guardReader(wish, wish.age_group) })
    .select(COLUMNS)
    .single();
  if (error?.code === FULL) {
    throw new AppError('conflict', `A household has at most ${MAX_READERS} readers.`, { cause: error });
  }
  if (error) throw databaseError(error);
  return readerViewSchema.parse(data);
}

/** @throws AppError `not_found`, `guardrail_violation` */
export async function changeReader(ownerId: string, id: string, change: ReaderChange): Promise<ReaderView> {
  const admin = getAdminClient();
  const before = await getReader(admin, ownerId, id);
  // With another age also what was written before is for somebody else.
  const { created_at: _, updated_at: __, id: ___, ...whole } = { ...before, ...change };
  const { data, error } = await admin
    .from('readers')
    .update(guardReader(whole, whole.age_group))
    .eq('owner_id', ownerId)
    .eq('id', id)
    .select(COLUMNS)
    .maybeSingle();
  if (error) throw databaseError(error);
  return readerViewSchema.parse(data ?? notFound());
}

/** Their stories stay. @throws AppError `not_found` */
export async function deleteReader(ownerId: string, id: string): Promise<void> {
  const { data, error } = await getAdminClient()
    .from('readers')
    .delete()
    .eq('owner_id', ownerId)
    .eq('id', id)
    .select('id')
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) notFound();
}

type ReaderWords = z.output<typeof createReaderSchema>;

function guardReader(reader: ReaderWords, ageGroup: ReaderWords['age_group']): ReaderWords {
  const guard = (text: string, field: string, maxLength: number) =>
    text === '' ? '' : guardText(text, { place: 'profile', ageGroup, field, maxLength });
  const guardAll = (texts: readonly string[], field: string) =>
    texts.map((text, index) => guard(text, `${field}.${index}`, 80));
  return {
    ...reader,
    name: guard(reader.name, 'name', 40),
    mood: guard(reader.mood, 'mood', 80),
    routine: guard(reader.routine, 'routine', 80),
    preferences: guardAll(reader.preferences, 'preferences'),
    favourite_characters: guardAll(reader.favourite_characters, 'favourite_characters'),
    calming_elements: guardAll(reader.calming_elements, 'calming_elements'),
  };
}

function notFound(): never {
  throw new AppError('not_found', 'There is no such reader in this household.');
}
