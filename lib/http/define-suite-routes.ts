import 'server-only';
import { z } from 'zod';
import { describeModels } from '@/lib/ai/models';
import type { Caller } from '@/lib/auth/caller';
import {
  buildSuiteJob,
  describeProgress,
  type suiteJobAcceptedSchema,
  toPercent,
} from '@/lib/dialects/alwrity/jobs';
import { getJobView, readStoryView } from '@/lib/story/data';
import { followJobEvents } from '@/lib/story/job-event-feed';
import { listJobViews } from '@/lib/story/list-jobs';
import { cancelJob, startStoryJob } from '@/lib/story/mutations';
import type { StoryBrief, SuiteModule } from '@/lib/story/schema';
import { type JobView, jobListQuerySchema, type StoryView } from '@/lib/story/views';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { answerJob } from './answer-job';
import { defineRoute } from './define-route';
import { readIdempotencyKey } from './idempotency-key';
import { presentStory } from './present-media';
import { createEventStream } from './sse';

/** What the three modules of ALwrity's suite have in common: status, stream, cancel, list and health. */

const jobParams = z.object({ jobId: z.uuid() });
const lastEventIdSchema = z.coerce.number().int().min(0).catch(0);

type Asked = { caller: Caller; request: Request };
type SendRequested = (job: WaitingJob) => Promise<void>;

/** Starts the job that a request of this module asks for, and says where its status is: 202. */
export async function startSuiteJob(
  suiteModule: SuiteModule,
  brief: StoryBrief,
  asked: Asked,
  sendRequested: SendRequested,
): Promise<Response> {
  const jobId = await beginJob(brief, asked, sendRequested);
  return Response.json(describeAccepted(jobId), {
    status: 202,
    headers: { location: locateStatus(suiteModule, jobId), 'retry-after': '1' },
  });
}

/** The same for a request whose sender waits for the result. */
export async function runSuiteJob(
  suiteModule: SuiteModule,
  brief: StoryBrief,
  asked: Asked,
  sendRequested: SendRequested,
  buildResult: (story: StoryView) => unknown,
): Promise<Response> {
  const jobId = await beginJob(brief, asked, sendRequested);
  return answerJob(
    { ...asked, jobId },
    {
      location: locateStatus(suiteModule, jobId),
      accepted: describeAccepted(jobId),
      finished: async () => buildResult(presentStory(await readStoryView(asked.caller, jobId), asked)),
    },
  );
}

async function beginJob(brief: StoryBrief, { caller, request }: Asked, sendRequested: SendRequested) {
  const idempotencyKey = readIdempotencyKey(request);
  const { jobId } = await startStoryJob(caller.client, caller.userId, brief, {
    sendRequested,
    idempotencyKey,
  });
  return jobId;
}

function describeAccepted(jobId: string): z.output<typeof suiteJobAcceptedSchema> {
  return { job_id: jobId, status: 'pending', message: 'Started. Ask for the status with the job_id.' };
}

function locateStatus(suiteModule: SuiteModule, jobId: string): string {
  return `/api/${suiteModule}/status/${jobId}`;
}

/** GET status/{job_id}: the job, and its result as soon as it has completed. */
export function defineSuiteStatus(buildResult: (story: StoryView, job: JobView) => unknown) {
  return defineRoute({ params: jobParams, caller: 'required' }, async ({ params, caller, request }) => {
    const job = await getJobView(caller.client, params.jobId);
    const story =
      job.status === 'completed'
        ? presentStory(await readStoryView(caller, job.job_id), { request, caller })
        : null;
    return { ...buildSuiteJob(job), result: story && buildResult(story, job) };
  });
}

/**
 * GET stream/{job_id}: progress as server-sent events without a name, so that a reader of bare `data:` lines sees all of
 * them; the last one carries the job's end. `Last-Event-ID` takes it up where a reader left.
 */
export function defineSuiteStream() {
  return defineRoute({ params: jobParams, caller: 'required' }, async ({ params, caller, request }) => {
    const job = await getJobView(caller.client, params.jobId);
    const afterId = lastEventIdSchema.parse(request.headers.get('last-event-id') ?? 0);
    return createEventStream(request, async function* (signal) {
      for await (const event of followJobEvents(caller.client, job, afterId, signal)) {
        const { job_id, status, progress, message } = event;
        yield {
          id: event.id,
          data: {
            job_id,
            status,
            progress: toPercent(progress),
            message: message ?? describeProgress(event),
          },
        };
      }
    });
  });
}

/** DELETE jobs/{job_id}: a job that has ended keeps its end, and is answered all the same. */
export function defineSuiteCancel(sendCancelled: (event: { jobId: string }) => Promise<void>) {
  return defineRoute({ params: jobParams, caller: 'required' }, async ({ params, caller }) => {
    await cancelJob(caller.client, params.jobId, sendCancelled);
    return buildSuiteJob(await getJobView(caller.client, params.jobId));
  });
}

/** GET jobs: those that were asked for through this module, newest first. */
export function defineSuiteJobList(suiteModule: SuiteModule) {
  return defineRoute({ query: jobListQuerySchema, caller: 'required' }, async ({ query, caller }) => {
    const { jobs, total } = await listJobViews(caller.client, { ...query, suiteModule });
    return { jobs: jobs.map(buildSuiteJob), total };
  });
}

/** GET health: whether this module answers, and which models work for it. */
export function defineSuiteHealth(suiteModule: SuiteModule) {
  return defineRoute({ caller: 'none' }, () => ({
    status: 'healthy',
    service: suiteModule,
    models: Object.fromEntries(
      describeModels()
        .filter(({ modality }) => ['text', 'picture', 'speech'].includes(modality))
        .map(({ modality, id }) => [modality, id]),
    ),
  }));
}
