import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { presentMedia } from '@/lib/http/present-media';
import { listStoryViews } from '@/lib/story/data';
import { storyListQuerySchema } from '@/lib/story/views';

export const GET = defineRoute(
  { query: storyListQuerySchema, caller: 'required' },
  async ({ request, query, caller }) =>
    createJsonResponse(
      request,
      presentMedia(await listStoryViews(caller.client, query), { request, caller }),
    ),
);
export const HEAD = GET;
