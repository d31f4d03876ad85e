import { z } from 'zod';
import { buildVideoStory } from '@/lib/dialects/alwrity/story-video';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { presentStory } from '@/lib/http/present-media';
import { getJobView, readStoryView } from '@/lib/story/data';

/** Scenes are counted from 0. */
const params = z.object({ jobId: z.uuid(), sceneIndex: z.coerce.number().int().min(0).max(1_000) });

export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller, request }) => {
  const job = await getJobView(caller.client, params.jobId);
  const story = presentStory(await readStoryView(caller, job.job_id), { request, caller });
  const scene = buildVideoStory(story).scenes[params.sceneIndex];
  if (!scene) throw new AppError('not_found', 'There is no such scene yet.');
  return { job_id: job.job_id, status: job.status, ...scene };
});
