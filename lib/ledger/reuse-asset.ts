import 'server-only';
import { findProvider } from '@/lib/ai/models';
import { getEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { saveAsset } from '@/lib/storage/assets';
import { getObjectStore } from '@/lib/storage/object-store';
import type { AssetKind } from '@/lib/storage/paths';
import type { AssetRow } from '@/lib/story/rows';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { begunCall, type CallIntent, hashCall, reserveCall, settleCall } from './calls';

/**
 * Where the same owner has paid for exactly this before (same model, same request), its result is copied into this story and the
 * ledger has a call that cost nothing. `MODEL_CACHE` says for which kinds of work.
 * @returns whether it was: then the result is found where the step keeps it
 */
export async function reuseAsset(admin: DatabaseClient, intent: CallIntent): Promise<boolean> {
  const { storyId } = intent.payer;
  const { modality } = intent;
  const isCached = getEnv().ai.cache.some((kind) => kind === modality);
  // Our own engines are asked again: that costs nothing, and shows what has become better.
  if (!isCached || storyId === null || findProvider(intent.model)?.builtIn) return false;
  const asset = await findPaidAsset(admin, storyId, hashCall(intent));
  if (!asset) return false;
  const content = await readObject(asset);
  if (!content) return false;
  const details = typeof asset.details === 'object' && !Array.isArray(asset.details) ? asset.details : {};
  const copy = await saveAsset(admin, {
    ownerId: intent.payer.ownerId,
    storyId,
    sceneId: intent.sceneId ?? null,
    kind: asset.kind as AssetKind,
    contentHash: asset.content_hash,
    mediaType: asset.media_type,
    content,
    ...(asset.width !== null && { width: asset.width }),
    ...(asset.height !== null && { height: asset.height }),
    ...(asset.duration_ms !== null && { durationMs: asset.duration_ms }),
    details: { ...details, cachedFrom: asset.id },
  });
  const call = begunCall(await reserveCall(admin, { ...intent, estimate: {} }));
  await settleCall(admin, call, { units: {}, assetId: copy.id, isCached: true });
  return true;
}

/** Of the story's owner of this moment: what a guest paid for is the account's now. */
async function findPaidAsset(
  admin: DatabaseClient,
  storyId: string,
  requestHash: string,
): Promise<AssetRow | null> {
  const story = await admin.from('stories').select('owner_id').eq('id', storyId).maybeSingle();
  if (story.error) throw databaseError(story.error);
  if (!story.data) return null;
  const { data, error } = await admin
    .from('model_calls')
    .select('asset:assets!inner(*)')
    .eq('owner_id', story.data.owner_id)
    .eq('request_hash', requestHash)
    .eq('status', 'settled')
    .order('created_at', { ascending: false })
    .limit(1)
    .maybeSingle();
  if (error) throw databaseError(error);
  return (data as { asset: AssetRow } | null)?.asset ?? null;
}

/** Null where the file cannot be had: then it is made anew, like anything else. */
async function readObject(asset: AssetRow): Promise<Uint8Array | null> {
  try {
    const store = await getObjectStore();
    const stream = await store.open(asset.path, {});
    return new Uint8Array(await new Response(stream).arrayBuffer());
  } catch (error) {
    log.warn({ err: error, assetId: asset.id }, 'a kept result could not be read; it is made anew');
    return null;
  }
}
