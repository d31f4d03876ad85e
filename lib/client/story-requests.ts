import type {
  GenerateStoryRequest,
  JobAcceptedView,
  JobView,
  SequelRequest,
  StoryView,
} from '@/lib/story/views';
import { requestJson } from './request-json';

/**
 * Starts a story. The same `idempotencyKey` with the same request answers the same job, so pressing the button again after
 * a lost connection does not make two stories. Throws AppError with `fields` for what was wrong.
 */
export function startStory(request: GenerateStoryRequest, idempotencyKey: string): Promise<JobAcceptedView> {
  return requestJson<JobAcceptedView>('/api/v1/stories/generate', {
    method: 'POST',
    body: request,
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** Starts another story with the people of a finished one; `idempotencyKey` as above. */
export function startSequel(
  storyId: string,
  request: SequelRequest,
  idempotencyKey: string,
): Promise<JobAcceptedView> {
  return requestJson<JobAcceptedView>(`/api/v1/stories/${storyId}/sequel`, {
    method: 'POST',
    body: request,
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** Stops a running job; a finished one stays as it is. */
export function cancelJob(jobId: string): Promise<unknown> {
  return requestJson(`/api/v1/stories/jobs/${jobId}`, { method: 'DELETE' });
}

/** Takes up a job that failed or was stopped: only what is missing is made. Pressed again it answers the same new job. */
export function retryJob(jobId: string): Promise<JobAcceptedView> {
  return requestJson<JobAcceptedView>(`/api/v1/stories/jobs/${jobId}/retry`, { method: 'POST' });
}

/** Deletes a story with its pictures, voice and film. */
export function deleteStory(storyId: string): Promise<unknown> {
  return requestJson(`/api/v1/stories/${storyId}`, { method: 'DELETE' });
}

/** A new key for one press of a button. `crypto.randomUUID` is missing on plain http, e.g. a phone on the home network. */
export function createIdempotencyKey(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  return Array.from(bytes, (byte) => byte.toString(16).padStart(2, '0')).join('');
}

/** Makes a job's story again: with the same people where it went on from another story. */
export async function repeatStory(job: JobView, story: StoryView | undefined): Promise<JobAcceptedView> {
  const sequel = recallSequel(job.job_id) ?? buildRepeatSequel(job, story);
  if (sequel) {
    const accepted = await startSequel(sequel.storyId, sequel.request, createIdempotencyKey());
    rememberSequel(accepted.job_id, sequel);
    return accepted;
  }
  const request = buildRepeatRequest(job, story);
  const accepted = await startStory(request, createIdempotencyKey());
  rememberRequest(accepted.job_id, request);
  return accepted;
}

function buildRepeatSequel(job: JobView, story: StoryView | undefined): Sequel | undefined {
  if (!story?.sequel_of) return undefined;
  return {
    storyId: story.sequel_of.id,
    request: { prompt: job.prompt, num_illustrations: job.num_scenes },
  };
}

/**
 * The request that would make this job's story again. What this browser sent is remembered for the tab; elsewhere the job
 * and, when the text was already written, the story tell the choices.
 */
function buildRepeatRequest(job: JobView, story: StoryView | undefined): GenerateStoryRequest {
  return (
    recallRequest(job.job_id) ?? {
      prompt: job.prompt,
      age_group: job.age_group,
      num_illustrations: job.num_scenes,
      ...(story ? { style: story.style, aspect_ratio: story.aspect_ratio, voice: story.voice } : {}),
    }
  );
}

const storageKey = (jobId: string) => `storyloom.request.${jobId}`;

/** Keeps what was asked for, so that "try again" asks for exactly the same. */
export function rememberRequest(jobId: string, request: GenerateStoryRequest): void {
  sessionStorage.setItem(storageKey(jobId), JSON.stringify(request));
}

function recallRequest(jobId: string): GenerateStoryRequest | undefined {
  const stored = sessionStorage.getItem(storageKey(jobId));
  return stored ? (JSON.parse(stored) as GenerateStoryRequest) : undefined;
}

type Sequel = { storyId: string; request: SequelRequest };

const sequelKey = (jobId: string) => `storyloom.sequel.${jobId}`;

/** The same for a story that goes on from another. */
export function rememberSequel(jobId: string, sequel: Sequel): void {
  sessionStorage.setItem(sequelKey(jobId), JSON.stringify(sequel));
}

function recallSequel(jobId: string): Sequel | undefined {
  const stored = sessionStorage.getItem(sequelKey(jobId));
  return stored ? (JSON.parse(stored) as Sequel) : undefined;
}
