import type { MendAnswer } from '../mending/mend-views.ts';

/** 202 with where to follow the job that makes the rest; 200 where nothing has to be made. */
export function answerMend(answer: MendAnswer): Response {
  if (answer.job_id === null) return Response.json(answer);
  return Response.json(answer, {
    status: 202,
    headers: { location: `/api/v1/stories/jobs/${answer.job_id}`, 'retry-after': '1' },
  });
}
