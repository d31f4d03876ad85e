import type { JobAcceptedView } from '../story/views.ts';

/** 202: the story is being made, and where to ask for it. */
export function answerAcceptedJob({ jobId, storyId }: { jobId: string; storyId: string }): Response {
  const accepted: JobAcceptedView = {
    job_id: jobId,
    story_id: storyId,
    status: 'pending',
    message: 'Story generation started. Use the job_id to check status.',
  };
  return Response.json(accepted, {
    status: 202,
    headers: { location: `/api/v1/stories/jobs/${jobId}`, 'retry-after': '1' },
  });
}
