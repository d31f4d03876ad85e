import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { readIdempotencyKey } from '@/lib/http/idempotency-key';
import { presentStory } from '@/lib/http/present-media';
import { readStoryView } from '@/lib/story/data';
import { duplicateStory } from '@/lib/story/duplicate-story';

const params = z.object({ storyId: z.uuid() });

export const POST = defineRoute(
  // Each copy reads and writes every file of a story.
  { params, caller: 'required', limit: { name: 'duplicate', points: 60, durationSeconds: 3_600 } },
  async ({ request, params, caller }) => {
    const copyId = await duplicateStory(caller, params.storyId, readIdempotencyKey(request));
    const copy = presentStory(await readStoryView(caller, copyId), { request, caller });
    return Response.json(copy, { status: 201, headers: { location: `/api/v1/stories/${copyId}` } });
  },
);
