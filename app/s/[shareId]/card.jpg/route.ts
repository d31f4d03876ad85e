import { z } from 'zod';
import { BODY_LENGTH_HEADER } from '@/lib/http/body-length';
import { defineRoute } from '@/lib/http/define-route';
import { matchesEtag } from '@/lib/http/etag';
import { drawShareCard, nameShareCard } from '@/lib/share/share-card';
import { SHARE_CACHE_CONTROL, SHARE_HEADERS } from '@/lib/share/share-headers';
import { shareIdSchema } from '@/lib/share/share-views';
import { readSharedCover } from '@/lib/share/shared-story';

const params = z.object({ shareId: shareIdSchema });

/** The picture that messengers show beside the link: the cover and the title. */
export const GET = defineRoute(
  {
    caller: 'none',
    params,
    limit: { name: 'share-card', points: 120, durationSeconds: 60, by: 'address', soon: true },
  },
  async ({ request, params }) => {
    const story = await readSharedCover(params.shareId);
    const etag = `"${nameShareCard(story)}"`;
    const headers = new Headers({ ...SHARE_HEADERS, etag, 'cache-control': SHARE_CACHE_CONTROL });
    if (matchesEtag(request, etag)) return new Response(null, { status: 304, headers });
    const card = await drawShareCard(story);
    headers.set('content-type', 'image/jpeg');
    headers.set(BODY_LENGTH_HEADER, String(card.byteLength));
    const content = request.method === 'HEAD' ? null : new Blob([new Uint8Array(card)]).stream();
    return new Response(content, { headers });
  },
);
export const HEAD = GET;
