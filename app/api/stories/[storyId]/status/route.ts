import { z } from 'zod';
import { buildStoryMimiStatus } from '@/lib/dialects/story-mimi';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { getStoryProgress } from '@/lib/story/story-progress';

const params = z.object({ storyId: z.uuid() });

/** StoryMimi: how far a story has come. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, buildStoryMimiStatus(await getStoryProgress(caller.client, params.storyId))),
);
export const HEAD = GET;
