import { setTimeout as sleep } from 'node:timers/promises';
import { createParser } from 'eventsource-parser';
import {
  type GenerateStoryRequest,
  type JobAcceptedView,
  type JobEventView,
  type JobView,
  jobEventViewSchema,
  jobViewSchema,
  type StoryView,
  storyViewSchema,
} from '../../lib/story/views.ts';

/** A plain HTTP client, as a phone or a script would be: a bearer token and fetch. */
export type Client = Awaited<ReturnType<typeof createGuest>>;

export const SMALL_STORY = {
  prompt: 'A brave little mouse looks for a magical cheese',
  age_group: '6-8',
  num_illustrations: 2,
  target_length: 40,
  seed: 7,
} satisfies GenerateStoryRequest;

export async function createGuest(url: string) {
  const response = await fetch(new URL('/api/auth/guest', url), { method: 'POST' });
  if (!response.ok) throw new Error(`guest: ${response.status} ${await response.text()}`);
  const guest = (await response.json()) as { access_token: string; refresh_token: string; user_id: string };
  return createClientWith(url, guest.access_token, guest.user_id);
}

export function createClientWith(url: string, token: string, userId: string) {
  const request = (path: string, init: RequestInit = {}) =>
    fetch(new URL(path, url), {
      ...init,
      headers: { authorization: `Bearer ${token}`, ...(init.headers as Record<string, string> | undefined) },
    });
  const post = (path: string, body: unknown) =>
    request(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: typeof body === 'string' ? body : JSON.stringify(body),
    });

  const client = {
    url,
    token,
    userId,
    request,
    post,
    async generate(body: GenerateStoryRequest): Promise<JobAcceptedView> {
      const response = await post('/api/v1/stories/generate', body);
      if (response.status !== 202) throw new Error(`generate: ${response.status} ${await response.text()}`);
      return (await response.json()) as JobAcceptedView;
    },
    async getJob(jobId: string): Promise<JobView> {
      return jobViewSchema.parse(await (await request(`/api/v1/stories/jobs/${jobId}`)).json());
    },
    async getStory(id: string): Promise<StoryView> {
      return storyViewSchema.parse(await (await request(`/api/v1/stories/${id}`)).json());
    },
    /** Reads server-sent events until the stream ends or `until` says so. */
    async readEvents(
      jobId: string,
      options: { afterId?: number; until?: (event: JobEventView) => boolean } = {},
    ): Promise<JobEventView[]> {
      const controller = new AbortController();
      const response = await request(`/api/v1/stories/jobs/${jobId}/events`, {
        headers: options.afterId === undefined ? {} : { 'last-event-id': String(options.afterId) },
        signal: controller.signal,
      });
      if (!response.ok || !response.body)
        throw new Error(`events: ${response.status} ${await response.text()}`);
      const events: JobEventView[] = [];
      let done = false;
      const parser = createParser({
        onEvent: (message) => {
          const event = jobEventViewSchema.parse(JSON.parse(message.data));
          if (done) return;
          events.push(event);
          done = options.until?.(event) ?? false;
        },
      });
      for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
        parser.feed(chunk);
        if (done) break;
      }
      controller.abort();
      return events;
    },
    /** Asks for the job until it has ended; a service that is being restarted is asked again. */
    async waitForJob(jobId: string, timeoutMs = 90_000): Promise<JobView> {
      const deadline = Date.now() + timeoutMs;
      for (;;) {
        const response = await request(`/api/v1/stories/jobs/${jobId}`).catch(() => undefined);
        const job = response?.ok ? jobViewSchema.parse(await response.json()) : undefined;
        if (job && ['completed', 'failed', 'cancelled'].includes(job.status)) return job;
        if (Date.now() > deadline) throw new Error(`the job did not end: ${JSON.stringify(job)}`);
        await sleep(200);
      }
    },
  };
  return client;
}
