import { z } from 'zod';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { createArchiveResponse } from '@/lib/http/story-archive';
import { getJobView } from '@/lib/story/data';
import { getStoryFiles } from '@/lib/story/story-files';

const params = z.object({ jobId: z.uuid() });

/** The illustrations, with the text they belong to, as one ZIP. */
export const GET = defineRoute({ params, caller: 'required' }, async ({ request, params, caller }) => {
  const { story_id } = await getJobView(caller.client, params.jobId);
  if (!story_id) throw new AppError('not_found', 'There is nothing to download yet.');
  return createArchiveResponse(request, await getStoryFiles(caller.client, story_id));
});
export const HEAD = GET;
