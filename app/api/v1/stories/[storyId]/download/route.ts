import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { createArchiveResponse } from '@/lib/http/story-archive';
import { getStoryFiles } from '@/lib/story/story-files';

const params = z.object({ storyId: z.uuid() });

/** A story and all its files as one ZIP. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createArchiveResponse(request, await getStoryFiles(caller.client, params.storyId)),
);
export const HEAD = GET;
