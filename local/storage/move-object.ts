import { z } from 'zod';
import type { Sql } from '../supabase/connection.ts';
import type { ObjectFiles } from './object-files.ts';
import { checkObjectName, findObject, getBucket, saveObject } from './object-rows.ts';
import { asCaller, type StorageCaller } from './storage-caller.ts';
import { accessDenied, noSuchKey, refusing } from './storage-error.ts';

export const moveRequestSchema = z.object({
  bucketId: z.string(),
  sourceKey: z.string(),
  destinationKey: z.string(),
  destinationBucket: z.string().optional(),
});
type MoveRequest = z.infer<typeof moveRequestSchema>;
type Context = { sql: Sql; files: ObjectFiles };

/** Renames an object; its bytes stay where they are. */
export async function moveObject(
  { sql }: Context,
  caller: StorageCaller,
  move: MoveRequest,
): Promise<{ message: string }> {
  const bucketId = move.destinationBucket ?? move.bucketId;
  checkObjectName(move.destinationKey);
  await getBucket(sql, bucketId);
  await refusing(
    asCaller(sql, caller, async (transaction) => {
      const source = await findObject(transaction, move.bucketId, move.sourceKey);
      if (!source) throw noSuchKey();
      const moved = await transaction`
        update storage.objects set bucket_id = ${bucketId}, name = ${move.destinationKey}, updated_at = now()
        where id = ${source.id} returning id`;
      // Visible, but a policy for updates left it out.
      if (moved.length === 0) throw accessDenied();
    }),
  );
  return { message: 'Successfully moved' };
}

/** Makes a second object with bytes of its own. */
export async function copyObject(
  { sql, files }: Context,
  caller: StorageCaller,
  move: MoveRequest,
  isUpsert: boolean,
): Promise<{ Key: string; Id: string }> {
  const bucketId = move.destinationBucket ?? move.bucketId;
  checkObjectName(move.destinationKey);
  await getBucket(sql, bucketId);
  const source = await asCaller(sql, caller, (transaction) =>
    findObject(transaction, move.bucketId, move.sourceKey),
  );
  if (!source) throw noSuchKey();
  const version = await files.copy(source.version);
  const copy = {
    ...source,
    bucket_id: bucketId,
    name: move.destinationKey,
    owner_id: caller.userId,
    version,
  };
  try {
    const saved = await refusing(
      asCaller(sql, caller, (transaction) => saveObject(transaction, copy, isUpsert)),
    );
    if (saved.replacedVersion) await files.remove([saved.replacedVersion]);
    return { Key: `${bucketId}/${move.destinationKey}`, Id: saved.id };
  } catch (error) {
    await files.remove([version]);
    throw error;
  }
}
