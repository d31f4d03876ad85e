import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { getPublicOrigin } from '@/lib/http/public-origin';
import type { ShareView } from '@/lib/share/share-views';
import { getShareId, shareStory, withdrawShare } from '@/lib/share/shares';

const params = z.object({ storyId: z.uuid() });

function buildShareView(request: Request, shareId: string | null): ShareView {
  return { share_id: shareId, url: shareId === null ? null : `${getPublicOrigin(request)}/s/${shareId}` };
}

/** The link by which anybody may read this story, where its owner has made one. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  buildShareView(request, await getShareId(caller.client, params.storyId)),
);
export const HEAD = GET;

/** Makes it; the same again answers the same link. */
export const PUT = defineRoute(
  { params, caller: 'required', grownUp: true },
  async ({ request, params, caller }) => buildShareView(request, await shareStory(caller, params.storyId)),
);

/** Ends it at once. */
export const DELETE = defineRoute(
  { params, caller: 'required', grownUp: true },
  async ({ params, caller }) => {
    await withdrawShare(caller, params.storyId);
    return new Response(null, { status: 204 });
  },
);
