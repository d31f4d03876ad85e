import type { GenerateStoryRequest, JobAcceptedView, JobView, StoryView } from '@/lib/story/views';
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

/** Stops a running job; a finished one stays as it is. */
export function cancelJob(jobId: string): Promise<unknown> {
  return requestJson(`/api/v1/stories/jobs/${jobId}`, { method: 'DELETE' });
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

/**
 * The request that would make this job's story again. What this browser sent is remembered for the tab; elsewhere the job
 * and, when the text was already written, the story tell the choices.
 */
export function buildRepeatRequest(job: JobView, story: StoryView | undefined): GenerateStoryRequest {
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
