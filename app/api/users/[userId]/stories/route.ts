import { z } from 'zod';
import { buildStoryMimiSummary, storyMimiListQuerySchema } from '@/lib/dialects/story-mimi';
import { AppError } from '@/lib/errors';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { buildPageLinks } from '@/lib/http/page-links';
import { listStoryProgress } from '@/lib/story/story-progress';

/** StoryMimi: one's own stories, newest first, in every state; how many there are is in `X-Total-Count`. */
export const GET = defineRoute(
  { params: z.object({ userId: z.uuid() }), query: storyMimiListQuerySchema, caller: 'required' },
  async ({ request, params, query, caller }) => {
    if (params.userId !== caller.userId) throw new AppError('not_found', 'There is no such user.');
    const { stories, total, nextCursor } = await listStoryProgress(caller.client, query);
    return createJsonResponse(request, stories.map(buildStoryMimiSummary), {
      headers: { 'x-total-count': String(total), link: buildPageLinks(request, nextCursor) },
    });
  },
);
export const HEAD = GET;
