import 'server-only';
import { createHash, randomUUID } from 'node:crypto';
import path from 'node:path';
import { AppError } from '@/lib/errors';
import { withWorkDir } from '@/lib/film/work-dir';
import { checkReview } from '@/lib/household/read-as-grown-up';
import { log } from '@/lib/log';
import { measureContent } from '@/lib/storage/asset-content';
import { downloadAsset } from '@/lib/storage/assets';
import { getObjectStore } from '@/lib/storage/object-store';
import { assetObjectPath, extensionOf } from '@/lib/storage/paths';
import { removeInParts } from '@/lib/storage/remove-in-parts';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { uuidFromDigest } from '@/lib/uuid-from-digest';
import { nameCopy } from './name-copy';
import type { AssetRow, CharacterRow, SceneRow, StoryRow } from './rows';

/** Files that are copied at once. */
const AT_ONCE = 3;

type SourceRows = StoryRow & { characters: CharacterRow[]; scenes: SceneRow[]; assets: AssetRow[] };
type Copy = { from: AssetRow; id: string; path: string };

/**
 * Copies a finished story of the caller's with every file it shows: a story of its own, with its own characters, pages and
 * files, that waits for nothing, counts to no daily limit and is shared with nobody. The files come first, under names that are
 * noted before, and the rows all at once: a process that dies between them leaves nothing that anybody sees, and what it leaves
 * is removed by the note (`removeUnfinishedCopies`).
 *
 * @param idempotencyKey the same request again answers the copy of the first time
 * @returns the copy's id
 * @throws AppError `not_found`, `approval_required`; `conflict` when it is not finished or was changed meanwhile;
 *   `idempotency_key_reused`, `storage_failed`, `disk_full`
 */
export async function duplicateStory(
  caller: { client: DatabaseClient; userId: string },
  storyId: string,
  idempotencyKey: string | null,
): Promise<string> {
  const source = await readSource(caller.client, storyId);
  const copyId = nameStory(caller.userId, idempotencyKey);
  if (idempotencyKey && (await isCopied(caller.client, { copyId, storyId }))) return copyId;
  const folder = `${caller.userId}/stories/${copyId}`;
  const copies = listShownAssets(source).map((from): Copy => {
    const id = randomUUID();
    return {
      from,
      id,
      path: assetObjectPath({ folder, assetId: id, extension: extensionOf(from.media_type) }),
    };
  });
  const noteId = await noteCopy(copies);
  // Without an answer nobody knows whether the rows are there and name these files: then only the note tells, later.
  let isUnnamed = true;
  try {
    await copyFiles(copies);
    isUnnamed = false;
    const { data, error } = await getAdminClient().rpc('duplicate_story', {
      p_owner: caller.userId,
      p_source: storyId,
      p_story: copyId,
      p_title: nameCopy(source.title),
      p_assets: Object.fromEntries(copies.map((copy) => [copy.from.id, { id: copy.id, path: copy.path }])),
      p_copy: noteId,
    });
    // Refused by our own function, or the second under its key: none of these files is named.
    isUnnamed = error ? /^SL/.test(error.code) : !data;
    if (error) throw databaseError(error);
  } finally {
    if (isUnnamed) await forgetCopy(noteId, copies);
  }
  log.info({ storyId: copyId, from: storyId, files: copies.length }, 'story duplicated');
  return copyId;
}

async function readSource(client: DatabaseClient, storyId: string): Promise<SourceRows> {
  const { data, error } = await client
    .from('stories')
    .select('*, characters(*), scenes(*), assets!assets_story_id_fkey(*)')
    .eq('id', storyId)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such story.');
  checkReview(data.review, 'owner');
  if (data.status !== 'ready') throw new AppError('conflict', 'Only a finished story can be duplicated.');
  return data;
}

function nameStory(ownerId: string, idempotencyKey: string | null): string {
  if (!idempotencyKey) return randomUUID();
  return uuidFromDigest(createHash('sha256').update(`duplicate\0${ownerId}\0${idempotencyKey}`).digest());
}

async function isCopied(
  client: DatabaseClient,
  { copyId, storyId }: { copyId: string; storyId: string },
): Promise<boolean> {
  const { data, error } = await client.from('stories').select('duplicate_of').eq('id', copyId).maybeSingle();
  if (error) throw databaseError(error);
  if (data && data.duplicate_of !== storyId) {
    throw new AppError('idempotency_key_reused', 'This Idempotency-Key was used for another request.');
  }
  return data !== null;
}

/** What the story, its pages and its people show now; not what they showed in earlier versions. */
function listShownAssets(source: SourceRows): AssetRow[] {
  const shown = new Set(
    [source, ...source.scenes, ...source.characters].flatMap((row) =>
      Object.entries(row).flatMap(([column, value]) =>
        column.endsWith('_asset_id') && typeof value === 'string' ? [value] : [],
      ),
    ),
  );
  return source.assets.filter(({ id }) => shown.has(id));
}

async function noteCopy(copies: readonly Copy[]): Promise<string> {
  const id = randomUUID();
  const { error } = await getAdminClient()
    .from('unfinished_copies')
    .insert({ id, paths: copies.map((copy) => copy.path) });
  if (error) throw databaseError(error);
  return id;
}

/** What cannot be removed now is removed by its note later; what went wrong before it is what the caller is told. */
async function forgetCopy(noteId: string, copies: readonly Copy[]): Promise<void> {
  try {
    // Whose rows are there has no note any more: its first answer was lost, and it was asked again.
    const note = await getAdminClient().from('unfinished_copies').select('id').eq('id', noteId).maybeSingle();
    if (note.error) throw databaseError(note.error);
    if (!note.data) return;
    await removeInParts(
      await getObjectStore(),
      copies.map((copy) => copy.path),
    );
    const { error } = await getAdminClient().from('unfinished_copies').delete().eq('id', noteId);
    if (error) throw databaseError(error);
  } catch (error) {
    log.warn({ err: error, files: copies.length }, 'files of an unfinished copy are removed later');
  }
}

/** By way of the disk, because storage wants to know how long a file is and what its hash is; never whole in memory. */
async function copyFiles(copies: readonly Copy[]): Promise<void> {
  const store = await getObjectStore();
  await withWorkDir('copy', async (folder) => {
    const queue = [...copies];
    let failure: unknown;
    const work = async () => {
      for (let copy = queue.shift(); copy && failure === undefined; copy = queue.shift()) {
        try {
          const file = path.join(folder, copy.id);
          await downloadAsset(copy.from.path, file);
          const { sha256, bytes } = await measureContent({ path: file });
          if (copy.from.sha256 !== null && copy.from.sha256 !== sha256) {
            throw new AppError('storage_failed', 'A file in storage is not the one that was stored.');
          }
          await store.put(copy.path, { path: file }, { mediaType: copy.from.media_type, bytes, sha256 });
        } catch (error) {
          failure ??= error;
        }
      }
    };
    // Each to its end before anything is cleared away: a file that arrives later would stay.
    await Promise.all(Array.from({ length: AT_ONCE }, work));
    if (failure !== undefined) throw failure;
  });
}
