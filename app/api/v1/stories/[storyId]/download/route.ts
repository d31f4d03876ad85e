import { z } from 'zod';
import { defineRoute } from '@/lib/http/define-route';
import { createArchiveResponse } from '@/lib/http/story-archive';
import { readStoryFiles } from '@/lib/story/story-files';

const params = z.object({ storyId: z.uuid() });

/** A story and all its files as one ZIP. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) =>
  createArchiveResponse(request, await readStoryFiles(caller, params.storyId)),
);
export const HEAD = GET;
