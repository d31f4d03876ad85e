import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { buildPageLinks } from '@/lib/http/page-links';
import { presentMedia } from '@/lib/http/present-media';
import { readStoryList } from '@/lib/story/story-list';
import { storyListQuerySchema } from '@/lib/story/story-list-query';

export const GET = defineRoute(
  { query: storyListQuerySchema, caller: 'required' },
  async ({ request, query, caller }) => {
    const list = await readStoryList(caller, query);
    return createJsonResponse(request, presentMedia(list, { request, caller }), {
      headers: { link: buildPageLinks(request, list.next_cursor) },
    });
  },
);
export const HEAD = GET;
