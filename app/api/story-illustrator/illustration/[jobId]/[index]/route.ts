import { z } from 'zod';
import { serveAsset } from '@/lib/http/define-asset-route';
import { defineRoute } from '@/lib/http/define-route';
import { getPictureAsset } from '@/lib/story/data';

/** Illustrations are counted from 0. */
const params = z.object({ jobId: z.uuid(), index: z.coerce.number().int().min(0).max(1_000) });

export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller, request }) => {
  const { client, accessToken: token } = caller;
  return serveAsset(request, await getPictureAsset(client, params.jobId, params.index), { client, token });
});
