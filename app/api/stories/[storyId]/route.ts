import { z } from 'zod';
import { buildStoryMimiDetail } from '@/lib/dialects/story-mimi';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { presentStory } from '@/lib/http/present-media';
import { readStoryView } from '@/lib/story/data';
import { getStoryProgress } from '@/lib/story/story-progress';

const params = z.object({ storyId: z.uuid() });

/** StoryMimi: a story with the scenes there are so far. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) => {
  const [progress, view] = await Promise.all([
    getStoryProgress(caller.client, params.storyId),
    readStoryView(caller, params.storyId),
  ]);
  return createJsonResponse(request, buildStoryMimiDetail(progress, presentStory(view, { request, caller })));
});
export const HEAD = GET;
