import { quoteViewSchema } from '../../ledger/quote-view';
import { jobEventsQuerySchema, jobsSummaryViewSchema } from '../../story/job-list-views';
import { storyListQuerySchema } from '../../story/story-list-query';
import {
  favouriteViewSchema,
  generateStoryRequestSchema,
  jobAcceptedViewSchema,
  jobEventViewSchema,
  jobListViewSchema,
  jobPageQuerySchema,
  jobViewSchema,
  sequelRequestSchema,
  storyListViewSchema,
  storyViewSchema,
} from '../../story/views';
import type { Operation } from '../operation';

const tag = 'Stories';

/** Kids Story Agent’s `/api/v1/stories`. */
export const STORY_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/stories/generate',
    operationId: 'generateStory',
    tag,
    summary: 'Start a story',
    description:
      'Answers at once; ask for the job, follow its events, or give a `webhook_url`. What it is about is checked before anything is made.',
    caller: 'guest-allowed',
    headers: ['IdempotencyKey'],
    body: {
      schema: generateStoryRequestSchema,
      examples: {
        documented: {
          prompt: 'A brave little mouse goes on an adventure to find a magical cheese',
          age_group: '6-8',
          num_illustrations: 3,
          generate_images: true,
          generate_videos: false,
          webhook_url: 'https://your-app.com/webhook',
        },
        withOptions: {
          prompt: 'A small cloud that cannot sleep',
          age_group: '3-5',
          num_illustrations: 2,
          tone: 'dreamy',
          style: 'watercolour',
          voice: 'rosie',
          generate_film: false,
          seed: 7,
        },
      },
    },
    answers: {
      202: {
        description: 'The job has begun.',
        schema: jobAcceptedViewSchema,
        headers: ['Location', 'RetryAfter'],
        example: {
          job_id: '550e8400-e29b-41d4-a716-446655440000',
          story_id: '660e8400-e29b-41d4-a716-446655440001',
          status: 'pending',
          message: 'Story generation started. Use the job_id to check status.',
        },
      },
    },
    errors: [
      'guardrail_violation',
      'address_not_allowed',
      'idempotency_key_reused',
      'queue_unavailable',
      'spend_cap_reached',
      'daily_limit_reached',
    ],
  },
  {
    method: 'post',
    path: '/api/v1/stories/quote',
    operationId: 'quoteStory',
    tag,
    summary: 'What a story would cost',
    description:
      'Takes the request that would start it, and starts nothing. The sum is the most it costs when every first choice answers; built-in engines and servers of one’s own cost nothing. A story whose quote is above a cap is refused with 402.',
    caller: 'visitor-allowed',
    body: {
      schema: generateStoryRequestSchema,
      examples: {
        capped: {
          prompt: 'A small cloud that cannot sleep',
          age_group: '3-5',
          num_illustrations: 2,
          max_cost_usd: 0.5,
        },
      },
    },
    answers: {
      200: {
        description: 'The quote. It holds for nobody: prices are the installation’s own file.',
        schema: quoteViewSchema,
        example: {
          currency: 'USD',
          total_micros: 168_320,
          expected_micros: 168_320,
          items: [
            {
              modality: 'text',
              model: 'builtin/storyteller',
              calls: 5,
              units: { inputTokens: 9_000, outputTokens: 22_000 },
              cost_micros: 0,
              is_guess: false,
            },
            {
              modality: 'picture',
              model: 'openai/gpt-image-1-mini',
              calls: 4,
              units: { pictures: 4, inputTokens: 3_840 },
              cost_micros: 168_320,
              is_guess: false,
            },
          ],
          caps: {
            story_micros: 500_000,
            user_day_left_micros: 9_412_000,
            installation_day_left_micros: 48_100_000,
          },
          is_allowed: true,
        },
      },
    },
  },
  {
    method: 'get',
    path: '/api/v1/stories/jobs',
    operationId: 'listJobs',
    tag,
    summary: 'List jobs',
    description:
      'Newest first, or as `sort` says, narrowed by any of the filters. `Link` leads to the page after this one.',
    caller: 'required',
    head: true,
    query: jobPageQuerySchema,
    headers: ['IfNoneMatch'],
    answers: {
      200: { description: 'A page of jobs.', schema: jobListViewSchema, headers: ['ETag', 'Link'] },
      304: { description: 'You have it already.', headers: ['ETag', 'Link'] },
    },
  },
  {
    method: 'get',
    path: '/api/v1/stories/jobs/summary',
    operationId: 'summarizeJobs',
    tag,
    summary: 'Your jobs at a glance',
    description:
      'How many wait and run, how those of the last 30 days ended and why some failed, and what each stage usually takes on this installation. `dashboard_url` is where the runs of the durable functions can be watched, for whoever can reach that.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: {
        description: 'The figures of this moment.',
        schema: jobsSummaryViewSchema,
        headers: ['ETag'],
        example: {
          queue: { waiting: 1, running: 2 },
          installation: { waiting: 4, running: 6 },
          completed: 31,
          failed: 1,
          cancelled: 2,
          failures: [
            {
              code: 'provider_rate_limited',
              times: 1,
              last_at: '2024-01-01T00:01:00Z',
              last_job_id: '550e8400-e29b-41d4-a716-446655440000',
            },
          ],
          stages: [
            {
              kind: 'story',
              stage: 'illustrating',
              jobs: 40,
              median_ms: 4_100,
              p90_ms: 9_800,
              median_ms_per_page: 1_020,
            },
          ],
          dashboard_url: null,
        },
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
  {
    method: 'get',
    path: '/api/v1/stories/jobs/{jobId}',
    operationId: 'getJob',
    tag,
    summary: 'How far a job has come',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: {
        description: 'The job.',
        schema: jobViewSchema,
        headers: ['ETag'],
        example: {
          job_id: '550e8400-e29b-41d4-a716-446655440000',
          status: 'completed',
          story_id: '660e8400-e29b-41d4-a716-446655440001',
          error: null,
          created_at: '2024-01-01T00:00:00Z',
          updated_at: '2024-01-01T00:01:00Z',
          error_code: null,
          stage: 'done',
          progress: 1,
          warnings: [],
          started_at: '2024-01-01T00:00:01Z',
          finished_at: '2024-01-01T00:01:00Z',
          title: 'The Brave Little Mouse',
          prompt: 'A brave little mouse goes on an adventure',
          age_group: '6-8',
          num_scenes: 3,
          review: 'none',
          time_left_ms: null,
        },
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
  {
    method: 'delete',
    path: '/api/v1/stories/jobs/{jobId}',
    operationId: 'cancelJob',
    tag,
    summary: 'Cancel a job',
    description:
      'A job that has ended keeps its end, and is answered all the same. What was made so far stays readable.',
    caller: 'required',
    answers: { 200: { description: 'The job after the call.', schema: jobViewSchema } },
  },
  {
    method: 'post',
    path: '/api/v1/stories/jobs/{jobId}/retry',
    operationId: 'retryJob',
    tag,
    summary: 'Take up a job that failed or was stopped',
    description:
      'A new job for the same story. What is there stays: text, pictures and voices that were finished are neither made nor paid again. Asked again, it answers the same new job. A job that did not fail, and a story that is ready or at work again, are refused with 409. It does not count as another story of the day.',
    caller: 'required',
    answers: {
      202: {
        description: 'The new job has begun.',
        schema: jobAcceptedViewSchema,
        headers: ['Location', 'RetryAfter'],
      },
    },
    errors: ['conflict', 'guardrail_violation', 'queue_unavailable', 'spend_cap_reached'],
  },
  {
    method: 'get',
    path: '/api/v1/stories/jobs/{jobId}/events',
    operationId: 'followJob',
    tag,
    summary: 'Follow a job (server-sent events)',
    description:
      'The SSE `id:` is the event’s id, `event:` its type, `data:` the object below. The stream ends after the job’s last event; `Last-Event-ID` takes it up again.',
    caller: 'required',
    query: jobEventsQuerySchema,
    headers: ['LastEventId'],
    answers: {
      200: {
        description: 'Events, those that were there already first.',
        schema: jobEventViewSchema,
        mediaTypes: ['text/event-stream'],
      },
    },
  },
  {
    method: 'get',
    path: '/api/v1/stories',
    operationId: 'listStories',
    tag,
    summary: 'List, search and sort stories',
    description:
      'Finished stories, newest first, unless the query says otherwise. All filters count together. The next page is in the `Link` header.',
    caller: 'required',
    head: true,
    query: storyListQuerySchema,
    headers: ['IfNoneMatch', 'GrownUp'],
    answers: {
      200: {
        description: 'A page of stories.',
        schema: storyListViewSchema,
        headers: ['ETag', 'Link'],
        example: {
          stories: [
            {
              id: '660e8400-e29b-41d4-a716-446655440001',
              title: 'The Brave Little Mouse',
              age_group: '6-8',
              prompt: 'A brave little mouse goes on an adventure',
              created_at: '2024-01-01T00:00:00Z',
              num_images: 3,
              status: 'ready',
              job_id: '550e8400-e29b-41d4-a716-446655440000',
              project_id: '990e8400-e29b-41d4-a716-446655440004',
              session_id: null,
              reader_id: null,
              review: 'none',
              cover_url: null,
              duration_ms: 61_000,
              style: 'storybook',
              language: 'en',
              favourite: false,
              num_scenes: 3,
              share_id: null,
            },
          ],
          total: 42,
          languages: ['en'],
        },
      },
      304: { description: 'You have it already.', headers: ['ETag', 'Link'] },
    },
  },
  {
    method: 'get',
    path: '/api/v1/stories/{storyId}',
    operationId: 'getStory',
    tag,
    summary: 'Read a story',
    description:
      'By its own id or by its job’s. It can be read as soon as it is written; pictures, voices and the film follow. For programs all addresses of files are whole and open without a header.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    showsStory: true,
    answers: {
      200: { description: 'The story as far as it is made.', schema: storyViewSchema, headers: ['ETag'] },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
  {
    method: 'delete',
    path: '/api/v1/stories/{storyId}',
    operationId: 'deleteStory',
    tag,
    summary: 'Delete a story and its files',
    description: 'A job under way is cancelled first.',
    caller: 'required',
    answers: { 204: { description: 'It is gone.' } },
    errors: ['storage_failed'],
  },
  {
    method: 'put',
    path: '/api/v1/stories/{storyId}/favourite',
    operationId: 'markFavourite',
    tag,
    summary: 'Mark a story as a favourite',
    caller: 'required',
    answers: {
      200: {
        description: 'It is one, also when it was before.',
        schema: favouriteViewSchema,
        example: { story_id: '660e8400-e29b-41d4-a716-446655440001', favourite: true },
      },
    },
  },
  {
    method: 'delete',
    path: '/api/v1/stories/{storyId}/favourite',
    operationId: 'unmarkFavourite',
    tag,
    summary: 'Take the mark of a favourite off',
    caller: 'required',
    answers: {
      200: {
        description: 'It is none, also when it was none before.',
        schema: favouriteViewSchema,
        example: { story_id: '660e8400-e29b-41d4-a716-446655440001', favourite: false },
      },
    },
  },
  {
    method: 'post',
    path: '/api/v1/stories/{storyId}/sequel',
    operationId: 'continueStory',
    tag,
    summary: 'Same hero, new night',
    description:
      'Starts a story with the people of a finished one: their names, looks and reference pictures stay, and the new story knows what happened. What is left out (age group, style, voice, number of pages, …) stays as it was. It belongs to the same project and says in `sequel_of` where it comes from. An unfinished story answers 409.',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: sequelRequestSchema,
      examples: {
        plain: { prompt: 'The next evening a storm takes the lighthouse’s light away' },
        withOptions: {
          prompt: 'They build a kite that can carry a letter to the moon',
          num_illustrations: 3,
          tone: 'adventurous',
          generate_film: false,
        },
      },
    },
    answers: {
      202: {
        description: 'The job has begun.',
        schema: jobAcceptedViewSchema,
        headers: ['Location', 'RetryAfter'],
      },
    },
    errors: [
      'approval_required',
      'conflict',
      'guardrail_violation',
      'address_not_allowed',
      'idempotency_key_reused',
      'queue_unavailable',
      'spend_cap_reached',
      'daily_limit_reached',
    ],
  },
];
