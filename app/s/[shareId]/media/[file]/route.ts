import { z } from 'zod';
import { getSupabaseEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { serveAsset } from '@/lib/http/define-asset-route';
import { defineRoute } from '@/lib/http/define-route';
import { SHARE_CACHE_CONTROL, SHARE_HEADERS } from '@/lib/share/share-headers';
import { shareIdSchema } from '@/lib/share/share-views';
import { readSharedAsset } from '@/lib/share/shared-story';
import { extensionOf } from '@/lib/storage/paths';
import { getAdminClient } from '@/lib/supabase/admin';

const params = z.object({
  shareId: shareIdSchema,
  /** `<asset id>.<extension>` */
  file: z.string().regex(/^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}\.[a-z0-9]{2,4}$/),
});

/** A picture, a voice or the film of a shared story, for whoever has the link, as long as it holds. */
export const GET = defineRoute({ caller: 'none', params }, async ({ request, params }) => {
  const [assetId = '', extension] = params.file.split('.');
  const asset = await readSharedAsset(params.shareId, assetId);
  if (extensionOf(asset.media_type) !== extension) throw new AppError('not_found', 'There is no such file.');
  // As for a grown-up: never from the CDN, which would go on answering after the link has ended.
  const response = await serveAsset(request, asset, {
    client: getAdminClient(),
    token: getSupabaseEnv().secretKey,
    access: 'grown-up',
  });
  const headers = new Headers(response.headers);
  for (const [name, value] of Object.entries(SHARE_HEADERS)) headers.set(name, value);
  headers.set('cache-control', SHARE_CACHE_CONTROL);
  headers.delete('vary');
  return new Response(response.body, { status: response.status, headers });
});
export const HEAD = GET;
