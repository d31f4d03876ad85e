import 'server-only';
import { z } from 'zod';
import { briefFromGenerateRequest } from '@/lib/dialects/kids-story-agent';
import { getEnv } from '@/lib/env';
import { presentMedia, presentStory } from '@/lib/http/present-media';
import { getJobView, readStoryView } from '@/lib/story/data';
import { cancelJob, startStoryJob } from '@/lib/story/mutations';
import { readStoryList } from '@/lib/story/story-list';
import { storyListQuerySchema } from '@/lib/story/story-list-query';
import { generateStoryRequestSchema } from '@/lib/story/views';
import { describeStory } from './describe-story';
import { defineTool, type Tool } from './tool';
import { watchJob } from './watch-job';

const jobIdSchema = z.uuid().describe('As create_story answered it.');

/** What agents can do: the same as clients of `/api/v1/stories`, under the same schemas and guard. */
export const TOOLS: readonly Tool[] = [
  defineTool({
    name: 'create_story',
    title: 'Create a story',
    description:
      'Starts an illustrated, narrated children’s story and a film of it. Answers at once with a job_id; call get_job with watch to wait for it.',
    scope: 'write',
    hints: { readOnlyHint: false, destructiveHint: false },
    // Whoever calls a tool is told here; there is no program that a webhook would reach.
    input: generateStoryRequestSchema.omit({ webhook_url: true }).extend({
      idempotency_key: z
        .string()
        .min(1)
        .max(255)
        .optional()
        .describe('The same request under the same key starts nothing twice.'),
    }),
    async run({ idempotency_key, ...request }, { caller, sendRequested }) {
      const brief = briefFromGenerateRequest(request);
      const { jobId, storyId } = await startStoryJob(caller.client, caller.userId, brief, {
        sendRequested,
        idempotencyKey: idempotency_key ?? null,
        isAgeOpen: request.age_group === undefined,
      });
      return { job_id: jobId, story_id: storyId, status: 'pending' };
    },
  }),
  defineTool({
    name: 'get_job',
    title: 'How far a story has come',
    description:
      'The status of a job. With watch it waits for the job’s end and tells progress meanwhile; when timeout_seconds have passed it answers how far the job is, and you can call it again.',
    scope: 'read',
    hints: { readOnlyHint: true },
    input: z.object({
      job_id: jobIdSchema,
      watch: z.boolean().default(false),
      timeout_seconds: z.number().min(1).max(600).default(60),
    }),
    async run({ job_id, watch, timeout_seconds }, { caller, request, reportProgress }) {
      if (!watch) return getJobView(caller.client, job_id);
      const timeoutMs = Math.min(timeout_seconds * 1_000, getEnv().syncWaitMs);
      return watchJob(caller.client, job_id, { timeoutMs, signal: request.signal, reportProgress });
    },
  }),
  defineTool({
    name: 'list_stories',
    title: 'List stories',
    description:
      'The caller’s stories, newest first; q finds them by words. next_cursor is for the next page; null on the last.',
    scope: 'read',
    hints: { readOnlyHint: true },
    input: storyListQuerySchema.pick({ status: true, cursor: true, q: true }).extend({
      limit: z.int().min(1).max(100).default(20),
    }),
    async run(query, { caller, request }) {
      return presentMedia(await readStoryList(caller, query), { request, caller });
    },
  }),
  defineTool({
    name: 'get_story',
    title: 'Read a story',
    description:
      'A story’s text, its pages with pictures and narration, its film. All addresses open without a header. Readable as soon as it is written.',
    scope: 'read',
    hints: { readOnlyHint: true },
    input: z.object({ story_id: z.uuid().describe('A story’s id, or the id of the job that made it.') }),
    async run({ story_id }, { caller, request }) {
      return describeStory(presentStory(await readStoryView(caller, story_id), { request, caller }));
    },
  }),
  defineTool({
    name: 'cancel_job',
    title: 'Cancel a story',
    description: 'Stops making a story. A job that has ended keeps its end.',
    scope: 'write',
    hints: { readOnlyHint: false, destructiveHint: true, idempotentHint: true },
    input: z.object({ job_id: jobIdSchema }),
    async run({ job_id }, { caller, sendCancelled }) {
      await cancelJob(caller.client, job_id, sendCancelled);
      return getJobView(caller.client, job_id);
    },
  }),
];
