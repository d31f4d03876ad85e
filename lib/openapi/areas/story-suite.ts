import { z } from 'zod';
import {
  suiteBatchSchema,
  suiteJobAcceptedSchema,
  suiteJobListSchema,
  suiteJobSchema,
  suiteProgressSchema,
} from '../../dialects/alwrity/jobs';
import {
  illustrateRequestSchema,
  illustrateUploadFieldsSchema,
  illustrateUrlQuerySchema,
} from '../../dialects/alwrity/story-illustrator';
import {
  makeScenesQuerySchema,
  makeVideoRequestSchema,
  videoStorySchema,
} from '../../dialects/alwrity/story-video';
import {
  writeStoriesRequestSchema,
  writeStoryRequestSchema,
  writtenStorySchema,
} from '../../dialects/alwrity/story-writer';
import { jobListQuerySchema } from '../../story/views';
import {
  illustratorStatusSchema,
  sceneAnswerSchema,
  suiteHealthSchema,
  videoStatusSchema,
  writerStatusSchema,
} from '../answers';
import type { Answer, Operation, Tag } from '../operation';

const accepted: Answer = {
  description: 'The job has begun: ask for its status at `Location`.',
  schema: suiteJobAcceptedSchema,
  headers: ['Location', 'RetryAfter'],
};
const starting = [
  'guardrail_violation',
  'idempotency_key_reused',
  'queue_unavailable',
  'spend_cap_reached',
  'daily_limit_reached',
] as const;
const waiting = [
  ...starting,
  'job_cancelled',
  'provider_failed',
  'provider_rejected',
  'render_failed',
] as const;
const fetching = [
  'address_not_allowed',
  'address_unreachable',
  'document_unreadable',
  'payload_too_large',
] as const;
const index = z.coerce.number().int().min(0).max(1_000);

/** What the three modules have in common. */
function buildModule(name: string, id: string, tag: Tag, status: z.ZodType): Operation[] {
  const base = `/api/${name}`;
  return [
    {
      method: 'get',
      path: `${base}/status/{jobId}`,
      operationId: `get${id}Status`,
      tag,
      summary: 'The job, and its result once it has completed',
      caller: 'required',
      showsStory: true,
      answers: { 200: { description: 'The job; `result` is null before its end.', schema: status } },
    },
    {
      method: 'get',
      path: `${base}/stream/{jobId}`,
      operationId: `stream${id}`,
      tag,
      summary: 'Follow a job (server-sent events without a name)',
      caller: 'required',
      headers: ['LastEventId'],
      answers: {
        200: {
          description: '`data:` of each event.',
          schema: suiteProgressSchema,
          mediaTypes: ['text/event-stream'],
        },
      },
    },
    {
      method: 'delete',
      path: `${base}/jobs/{jobId}`,
      operationId: `cancel${id}Job`,
      tag,
      summary: 'Cancel a job',
      caller: 'required',
      answers: { 200: { description: 'The job after the call.', schema: suiteJobSchema } },
    },
    {
      method: 'get',
      path: `${base}/jobs`,
      operationId: `list${id}Jobs`,
      tag,
      summary: 'List this module’s jobs, newest first',
      caller: 'required',
      query: jobListQuerySchema,
      answers: { 200: { description: 'A page of jobs.', schema: suiteJobListSchema } },
    },
    {
      method: 'get',
      path: `${base}/health`,
      operationId: `get${id}Health`,
      tag,
      summary: 'Whether the module answers, and its models',
      caller: 'none',
      answers: { 200: { description: 'It does.', schema: suiteHealthSchema } },
    },
  ];
}

const WRITER: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/story-writer/generate',
    operationId: 'writeStory',
    tag: 'Story writer',
    summary: 'Start writing a story',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: writeStoryRequestSchema,
      examples: {
        documented: {
          persona: 'Award-Winning Science Fiction Author',
          story_setting: 'A futuristic city in the year 2150',
          character_input: 'John is a tall, muscular man with a kind heart',
          plot_elements: 'Theme: Good vs. evil. Conflict: Save the world',
          writing_style: '😎 Casual',
          story_tone: '⏳ Suspenseful',
          narrative_pov: '👤 First Person',
          audience_age_group: '👨👩👧👦 Adults (18+ years)',
          content_rating: '🌟 G - General Audiences',
          ending_preference: '😊 Happy Ending',
        },
      },
    },
    answers: { 202: accepted },
    errors: starting,
  },
  {
    method: 'get',
    path: '/api/story-writer/generate-sync',
    operationId: 'writeStorySync',
    tag: 'Story writer',
    summary: 'Write a story and wait for it',
    description: 'Starts work although it is a GET, as documented: a key needs `write`.',
    caller: 'required',
    showsStory: true,
    headers: ['IdempotencyKey', 'Prefer'],
    query: writeStoryRequestSchema,
    answers: {
      200: { description: 'The story.', schema: writtenStorySchema, headers: ['PreferenceApplied'] },
      202: accepted,
    },
    errors: waiting,
  },
  {
    method: 'post',
    path: '/api/story-writer/batch',
    operationId: 'writeStories',
    tag: 'Story writer',
    summary: 'Start many stories in one call',
    description: 'All of them are begun, or none is.',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: writeStoriesRequestSchema,
      examples: {
        two: {
          stories: [
            { plot_elements: 'A fox learns to swim' },
            { plot_elements: 'A lighthouse is afraid of the dark' },
          ],
        },
      },
    },
    answers: {
      202: {
        description: 'The jobs, in the order of the request.',
        schema: suiteBatchSchema,
        headers: ['Location', 'RetryAfter'],
      },
    },
    errors: starting,
  },
  {
    method: 'get',
    path: '/api/story-writer/batch/{batchId}',
    operationId: 'getStoryBatch',
    tag: 'Story writer',
    summary: 'How far the stories of one call have come',
    caller: 'required',
    answers: { 200: { description: 'The batch and its jobs.', schema: suiteBatchSchema } },
  },
];

const ILLUSTRATOR: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/story-illustrator/generate',
    operationId: 'illustrateText',
    tag: 'Story illustrator',
    summary: 'Illustrate a text, or a page of the web',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: illustrateRequestSchema,
      examples: {
        documented: {
          story_input: { text: 'Once upon a time in a magical forest...' },
          settings: { style: 'fantasy', aspect_ratio: '16:9', quality: 'high', max_illustrations: 5 },
        },
      },
    },
    answers: { 202: accepted },
    errors: [...starting, ...fetching],
  },
  {
    method: 'post',
    path: '/api/story-illustrator/upload-file',
    operationId: 'illustrateFile',
    tag: 'Story illustrator',
    summary: 'Illustrate a file',
    description:
      'The field `file`: .txt, .md, .docx, .pdf, .epub or .html. What it is is read from the file, not from its name.',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: illustrateUploadFieldsSchema.extend({ file: z.file() }),
      mediaTypes: ['multipart/form-data'],
    },
    answers: { 202: accepted },
    errors: [...starting, 'document_unreadable'],
  },
  {
    method: 'get',
    path: '/api/story-illustrator/generate-from-url',
    operationId: 'illustrateUrl',
    tag: 'Story illustrator',
    summary: 'Illustrate a page of the web',
    description: 'Starts work although it is a GET, as documented: a key needs `write`.',
    caller: 'required',
    headers: ['IdempotencyKey'],
    query: illustrateUrlQuerySchema,
    answers: { 202: accepted },
    errors: [...starting, ...fetching],
  },
  {
    method: 'get',
    path: '/api/story-illustrator/illustration/{jobId}/{index}',
    operationId: 'getIllustration',
    tag: 'Story illustrator',
    summary: 'One illustration, counted from 0',
    caller: 'required',
    showsStory: true,
    params: { index },
    headers: ['Range', 'IfNoneMatch'],
    answers: {
      200: {
        description: 'The picture.',
        mediaTypes: ['image/png', 'image/jpeg', 'image/webp'],
        headers: ['ETag'],
      },
      206: {
        description: 'A part of it.',
        mediaTypes: ['image/png', 'image/jpeg', 'image/webp'],
        headers: ['ETag', 'ContentRange'],
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
    errors: ['range_not_satisfiable', 'storage_failed'],
  },
  {
    method: 'get',
    path: '/api/story-illustrator/download/{jobId}',
    operationId: 'downloadIllustrations',
    tag: 'Story illustrator',
    summary: 'All illustrations as one ZIP',
    caller: 'required',
    showsStory: true,
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: {
        description: 'The archive.',
        mediaTypes: ['application/zip'],
        headers: ['ETag', 'ContentDisposition'],
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
    errors: ['storage_failed'],
  },
];

const VIDEO: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/story-video-generator/generate',
    operationId: 'makeVideo',
    tag: 'Story video generator',
    summary: 'Start a film of a text',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: makeVideoRequestSchema,
      examples: {
        knight: {
          story_text: 'A brave knight embarked on a quest...',
          title: 'The Knight’s Quest',
          illustration_style: 'fantasy',
          max_scenes: 8,
          duration_per_scene: 5,
        },
      },
    },
    answers: { 202: accepted },
    errors: starting,
  },
  {
    method: 'get',
    path: '/api/story-video-generator/generate-scenes-only',
    operationId: 'makeScenes',
    tag: 'Story video generator',
    summary: 'Cut a text into scenes with pictures and wait for them',
    description: 'Starts work although it is a GET, as documented: a key needs `write`.',
    caller: 'required',
    headers: ['IdempotencyKey', 'Prefer'],
    query: makeScenesQuerySchema,
    answers: {
      200: { description: 'The scenes.', schema: videoStorySchema, headers: ['PreferenceApplied'] },
      202: accepted,
    },
    errors: waiting,
  },
  {
    method: 'get',
    path: '/api/story-video-generator/scene/{jobId}/{sceneIndex}',
    operationId: 'getScene',
    tag: 'Story video generator',
    summary: 'One scene, counted from 0',
    caller: 'required',
    showsStory: true,
    params: { sceneIndex: index },
    answers: { 200: { description: 'The scene.', schema: sceneAnswerSchema } },
  },
];

export const STORY_SUITE_OPERATIONS: readonly Operation[] = [
  ...WRITER,
  ...buildModule('story-writer', 'StoryWriter', 'Story writer', writerStatusSchema),
  ...ILLUSTRATOR,
  ...buildModule('story-illustrator', 'StoryIllustrator', 'Story illustrator', illustratorStatusSchema),
  ...VIDEO,
  ...buildModule('story-video-generator', 'StoryVideo', 'Story video generator', videoStatusSchema),
];
