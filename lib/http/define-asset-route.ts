import 'server-only';
import { z } from 'zod';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { type Access, checkReview, readAsGrownUp } from '@/lib/household/read-as-grown-up';
import { fileNameOf } from '@/lib/storage/file-name';
import { isMediaKey, MEDIA_KEY } from '@/lib/storage/media-link';
import { getObjectStore } from '@/lib/storage/object-store';
import { ASSET_FAMILIES, type AssetFamily, extensionOf } from '@/lib/storage/paths';
import { type PictureWidth, readPictureWidth } from '@/lib/story/picture-widths';
import type { AssetRow } from '@/lib/story/rows';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { redirectToCdn } from './cdn-redirect';
import { defineRoute } from './define-route';
import { matchesEtag } from './etag';
import { createMediaResponse, isDownload } from './media';
import type { ByteRange } from './range';
import { isResizable, type PictureToResize, resizePicture } from './resize-picture';

const params = z.object({
  storyId: z.uuid(),
  /** `<asset id>.<extension>`; anything else, dots and slashes in every disguise included, is not an address. */
  file: z.string().regex(/^[0-9a-f-]{36}\.[a-z0-9]{2,4}$/),
});

const REFUSED = 403;

/** What a file is read with: rows as the caller, or as the service when the address itself is the permission. */
type Reading = { client: DatabaseClient; token: string; access: Access };

/**
 * GET and HEAD of `/api/v1/stories/<family>/stories/{storyId}/{assetId}.{extension}`. With the key of a signed address
 * (lib/storage/media-link.ts) anybody may open that one file; a wrong key counts as none. Otherwise the row is read as the
 * caller, so somebody else's file is a 404 like one that never was. The bytes are streamed from storage,
 * or fetched from the CDN in front of it.
 */
export function defineAssetRoute(family: AssetFamily) {
  const find = async ({ storyId, file }: z.output<typeof params>, reading: Reading) => {
    const [assetId = '', extension] = file.split('.');
    const asset = z.uuid().safeParse(assetId).success
      ? await getAsset(reading.client, storyId, assetId)
      : null;
    const kinds: readonly string[] = ASSET_FAMILIES[family];
    if (asset && kinds.includes(asset.kind) && extensionOf(asset.media_type) === extension) return asset;
    // Nobody sees a file of a story that waits, so it may be there all the same.
    if (!asset && reading.access === 'owner') await checkStory(reading.client, storyId);
    throw new AppError('not_found', 'There is no such file.');
  };
  const serveOwner = defineRoute({ caller: 'required', params }, ({ request, params, caller }) =>
    readAsGrownUp(caller, async (client, access) => {
      const token = access === 'owner' ? caller.accessToken : getSupabaseEnv().secretKey;
      const reading = { client, token, access };
      return serveAsset(request, await find(params, reading), reading);
    }),
  );
  // Whoever brings the key needs to be nobody: a token that has run out does not spoil a good address.
  const serveAnybody = defineRoute({ caller: 'none', params }, async ({ request, params }) => {
    const reading: Reading = {
      client: getAdminClient(),
      token: getSupabaseEnv().secretKey,
      access: 'grown-up',
    };
    const asset = await find(params, reading);
    // A key was given out once and opens for good; a story that waits opens to grown-ups alone.
    await checkStory(reading.client, params.storyId);
    return serveAsset(request, asset, reading, true);
  });
  return async (request: Request, context: { params: Promise<Record<string, string>> }) => {
    const { storyId, file } = await context.params;
    const path = `/api/v1/stories/${family}/stories/${storyId}/${file}`;
    const isOpen = isMediaKey(path, new URL(request.url).searchParams.get(MEDIA_KEY));
    if (!isOpen) return serveOwner(request, context);
    const response = await serveAnybody(request, context);
    // A grown-up who brings a proof beside the key reads by that.
    const isRefused = response.status === REFUSED && request.headers.has('authorization');
    return isRefused ? serveOwner(request, context) : response;
  };
}

/**
 * The bytes of one asset, whose row has been read as whoever may see it, or the way to them. `?w=` of a picture: smaller
 * (lib/story/picture-widths.ts).
 */
export async function serveAsset(
  request: Request,
  asset: AssetRow,
  reading: Reading,
  signed = false,
): Promise<Response> {
  // The CDN asks nobody: what grown-ups alone may see is not there.
  const isForGrownUps = reading.access === 'grown-up' && !signed;
  const open = async (range: ByteRange | null, signal?: AbortSignal) => {
    const store = await getObjectStore();
    return store.open(asset.path, { range, signal, accessToken: reading.token });
  };
  const width = isDownload(request) ? null : readPictureWidth(request.url);
  if (width && isResizable(asset.media_type, asset.bytes)) {
    const picture = { id: asset.id, bytes: asset.bytes, open: () => open(null) };
    const smaller = await serveSmaller(request, { picture, width, asset, signed });
    return isForGrownUps ? keepNothing(smaller) : smaller;
  }
  const elsewhere = isForGrownUps ? null : redirectToCdn(request, asset, signed);
  if (elsewhere) return elsewhere;
  const response = createMediaResponse(request, {
    mediaType: asset.media_type,
    totalBytes: asset.bytes,
    // The id is made from the bytes (lib/storage/asset-content.ts).
    etag: asset.id,
    lastModified: new Date(asset.created_at),
    signed,
    getFileName: () => buildFileName(reading.client, asset),
    open,
  });
  return isForGrownUps ? keepNothing(await response) : response;
}

/** A picture at one of the widths our pages ask for. Who has it already waits for nothing to be made. */
async function serveSmaller(
  request: Request,
  to: { picture: PictureToResize; width: PictureWidth; asset: AssetRow; signed: boolean },
): Promise<Response> {
  const etag = `${to.asset.id}-${to.width}`;
  const made = matchesEtag(request, `"${etag}"`) ? null : await resizePicture(to.picture, to.width);
  return createMediaResponse(request, {
    mediaType: 'image/webp',
    totalBytes: made?.byteLength ?? 0,
    etag,
    lastModified: new Date(to.asset.created_at),
    signed: to.signed,
    getFileName: async () => `${to.asset.id}.webp`,
    open: async (range) => {
      const bytes = made?.subarray(range?.start ?? 0, range ? range.end + 1 : undefined) ?? new Uint8Array();
      return new Blob([new Uint8Array(bytes)]).stream();
    },
  });
}

/** Nor in the browser's own store, where a child would find it. */
function keepNothing(response: Response): Response {
  const headers = new Headers(response.headers);
  headers.set('cache-control', 'private, no-store');
  return new Response(response.body, { status: response.status, headers });
}

async function checkStory(client: DatabaseClient, storyId: string): Promise<void> {
  const { data, error } = await client.from('stories').select('review').eq('id', storyId).maybeSingle();
  if (error) throw databaseError(error);
  if (data) checkReview(data.review, 'owner');
}

async function getAsset(client: DatabaseClient, storyId: string, assetId: string): Promise<AssetRow | null> {
  const { data, error } = await client
    .from('assets')
    .select('*')
    .eq('id', assetId)
    .eq('story_id', storyId)
    .maybeSingle();
  if (error) {
    throw databaseError(error);
  }
  return data;
}

async function buildFileName(client: DatabaseClient, asset: AssetRow): Promise<string> {
  const [story, scene] = await Promise.all([
    client.from('stories').select('title').eq('id', asset.story_id).maybeSingle(),
    asset.scene_id ? client.from('scenes').select('position').eq('id', asset.scene_id).maybeSingle() : null,
  ]);
  const error = story.error ?? scene?.error;
  if (error) {
    throw databaseError(error);
  }
  const { kind, media_type: mediaType } = asset;
  const scenePosition = scene?.data?.position ?? null;
  return fileNameOf(story.data?.title ?? '', { kind, mediaType, scenePosition });
}
