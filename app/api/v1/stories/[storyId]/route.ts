import { z } from 'zod';
import { sendStoryCancelled } from '@/inngest/send';
import { createJsonResponse } from '@/lib/http/conditional-json';
import { defineRoute } from '@/lib/http/define-route';
import { presentStory } from '@/lib/http/present-media';
import { readStoryView } from '@/lib/story/data';
import { deleteStory } from '@/lib/story/mutations';

/** A story's id, or the id of the job that made it. */
const params = z.object({ storyId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createJsonResponse(request, presentStory(await readStoryView(caller, params.storyId), { request, caller })),
);
export const HEAD = GET;

export const DELETE = defineRoute({ params, caller: 'required' }, async ({ params, caller }) => {
  await deleteStory(caller.client, params.storyId, sendStoryCancelled);
  return new Response(null, { status: 204 });
});
