import { createWriteStream } from 'node:fs';
import { rename } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { setTimeout as sleep } from 'node:timers/promises';
import { EventSourceParserStream } from 'eventsource-parser/stream';
import { hasJobEnded } from '../../lib/story/nouns.ts';
import {
  type GenerateStoryRequest,
  type JobAcceptedView,
  type JobEventView,
  type JobView,
  jobAcceptedViewSchema,
  jobEventViewSchema,
  jobViewSchema,
  problemSchema,
  type StoryView,
  storyViewSchema,
} from '../../lib/story/views.ts';
import { openGuestSession } from './session.ts';

/** An answer that was not the one we asked for; `code` is the problem's code, `status` the answer's (0: none). */
export class ApiError extends Error {
  readonly code: string;
  readonly status: number;
  constructor(message: string, code: string, status = 0) {
    super(message);
    this.code = code;
    this.status = status;
  }
}

const RECONNECT_AFTER_MS = 500;
/** A service that is away for longer than this is not being restarted. */
const PATIENCE_MS = 60_000;

export type StoryApi = Awaited<ReturnType<typeof createApi>>;

/** The few calls of the HTTP API that the command line needs, as a guest of its own. */
export async function createApi(baseUrl: string, signal: AbortSignal) {
  const token = process.env.STORYLOOM_TOKEN ?? (await openGuestSession(baseUrl, call));
  const authorization = { authorization: `Bearer ${token}` };

  async function call(path: string, init: RequestInit = {}): Promise<Response> {
    const response = await fetch(new URL(path, baseUrl), { signal, ...init });
    if (response.ok) return response;
    const problem = problemSchema.safeParse(await response.json().catch(() => undefined));
    if (!problem.success) {
      throw new ApiError(`${path} answered ${response.status}.`, 'internal', response.status);
    }
    const fields = problem.data.errors?.map((field) => `${field.path}: ${field.message}`).join('; ');
    throw new ApiError(
      fields || problem.data.detail || problem.data.title,
      problem.data.code,
      response.status,
    );
  }
  const getJson = async (path: string) => (await call(path, { headers: authorization })).json();

  async function readEvents(
    jobId: string,
    afterId: number,
    onEvent: (event: JobEventView) => void,
  ): Promise<void> {
    const response = await call(`/api/v1/stories/jobs/${jobId}/events`, {
      headers: { ...authorization, accept: 'text/event-stream', 'last-event-id': String(afterId) },
    });
    if (!response.body) return;
    const events = response.body
      .pipeThrough(new TextDecoderStream())
      .pipeThrough(new EventSourceParserStream());
    for await (const message of events) onEvent(jobEventViewSchema.parse(JSON.parse(message.data)));
  }

  return {
    async generate(request: GenerateStoryRequest): Promise<JobAcceptedView> {
      const response = await call('/api/v1/stories/generate', {
        method: 'POST',
        headers: { ...authorization, 'content-type': 'application/json' },
        body: JSON.stringify(request),
      });
      return jobAcceptedViewSchema.parse(await response.json());
    },

    /** Follows the job to its end; a connection that breaks is taken up again where it was. */
    async followJob(jobId: string, onEvent: (event: JobEventView) => void): Promise<void> {
      let last: JobEventView | undefined;
      let lastHeardAt = Date.now();
      while (!last || !hasJobEnded(last)) {
        try {
          await readEvents(jobId, last?.id ?? 0, (event) => {
            last = event;
            lastHeardAt = Date.now();
            onEvent(event);
          });
        } catch (error) {
          const isForGood = error instanceof ApiError && error.status < 500;
          if (signal.aborted || isForGood || Date.now() - lastHeardAt > PATIENCE_MS) throw error;
        }
        await sleep(last && hasJobEnded(last) ? 0 : RECONNECT_AFTER_MS, undefined, { signal });
      }
    },

    async getJob(jobId: string): Promise<JobView> {
      return jobViewSchema.parse(await getJson(`/api/v1/stories/jobs/${jobId}`));
    },

    async getStory(storyId: string): Promise<StoryView> {
      return storyViewSchema.parse(await getJson(`/api/v1/stories/${storyId}`));
    },

    async cancelJob(jobId: string): Promise<void> {
      await call(`/api/v1/stories/jobs/${jobId}`, {
        method: 'DELETE',
        headers: authorization,
        signal: AbortSignal.timeout(5_000),
      });
    },

    /** A file that is there is whole: it gets its name when its last byte has been written. */
    async download(url: string, file: string): Promise<void> {
      const response = await call(url, { headers: authorization });
      if (!response.body) throw new ApiError(`${url} is empty.`, 'internal');
      await pipeline(
        Readable.fromWeb(response.body as import('node:stream/web').ReadableStream),
        createWriteStream(`${file}.part`),
      );
      await rename(`${file}.part`, file);
    },
  };
}
