import { z } from 'zod';
import { getSupabaseEnv } from '@/lib/env';
import { readAsGrownUp } from '@/lib/household/read-as-grown-up';
import { serveAsset } from '@/lib/http/define-asset-route';
import { defineRoute } from '@/lib/http/define-route';
import { getPictureAsset } from '@/lib/story/data';

/** Illustrations are counted from 0. */
const params = z.object({ jobId: z.uuid(), index: z.coerce.number().int().min(0).max(1_000) });

export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller, request }) => {
  return readAsGrownUp(caller, async (client, access) =>
    serveAsset(request, await getPictureAsset(client, params.jobId, params.index, access), {
      client,
      token: access === 'owner' ? caller.accessToken : getSupabaseEnv().secretKey,
      access,
    }),
  );
});
