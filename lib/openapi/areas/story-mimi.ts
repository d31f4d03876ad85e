import { z } from 'zod';
import { saveProfileSchema } from '../../auth/account-schemas';
import {
  storyMimiDetailSchema,
  storyMimiListQuerySchema,
  storyMimiRequestSchema,
  storyMimiStatusSchema,
  storyMimiSummarySchema,
} from '../../dialects/story-mimi';
import { profileSchema } from '../answers';
import type { Operation } from '../operation';

const tag = 'StoryMimi';
const kept = { description: 'You have it already.', headers: ['ETag'] } as const;

/** Also without `/api`, and with a slash at the end. */
export const STORY_MIMI_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/stories',
    operationId: 'createStoryMimiStory',
    tag,
    summary: 'Start a story',
    description: 'Also `POST /stories/`.',
    caller: 'guest-allowed',
    headers: ['IdempotencyKey'],
    body: {
      schema: storyMimiRequestSchema,
      examples: {
        documented: {
          title: 'Luna and the wizard',
          prompt: 'A story about a wizard and a dragon',
          style: 'fantasy',
          num_scenes: 3,
        },
      },
    },
    answers: {
      202: {
        description: 'It has begun.',
        schema: storyMimiSummarySchema,
        headers: ['Location', 'RetryAfter'],
      },
    },
    errors: [
      'guardrail_violation',
      'not_found',
      'idempotency_key_reused',
      'queue_unavailable',
      'spend_cap_reached',
      'daily_limit_reached',
    ],
  },
  {
    method: 'get',
    path: '/api/stories/{storyId}',
    operationId: 'getStoryMimiStory',
    tag,
    summary: 'A story with the scenes there are so far',
    description: 'Also `GET /stories/{story_id}` where JSON is asked for.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    showsStory: true,
    answers: {
      200: { description: 'The story.', schema: storyMimiDetailSchema, headers: ['ETag'] },
      304: kept,
    },
  },
  {
    method: 'get',
    path: '/api/stories/{storyId}/status',
    operationId: 'getStoryMimiStatus',
    tag,
    summary: 'How far a story has come',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: { description: 'Its state.', schema: storyMimiStatusSchema, headers: ['ETag'] },
      304: kept,
    },
  },
  {
    method: 'get',
    path: '/api/users/{userId}/stories',
    operationId: 'listStoryMimiStories',
    tag,
    summary: 'One’s own stories, newest first',
    caller: 'required',
    head: true,
    query: storyMimiListQuerySchema,
    headers: ['IfNoneMatch'],
    answers: {
      200: {
        description: 'A page of stories in every state.',
        schema: z.array(storyMimiSummarySchema),
        headers: ['ETag', 'TotalCount', 'Link'],
      },
      304: kept,
    },
  },
  {
    method: 'post',
    path: '/api/users',
    operationId: 'saveProfile',
    tag,
    summary: 'Create or change one’s own profile',
    description: 'What is left out stays as it is. The body of Stories We Tell’s `POST /users` as well.',
    caller: 'required',
    body: {
      schema: saveProfileSchema,
      examples: {
        documented: {
          email: 'user@example.com',
          display_name: 'John Doe',
          avatar_url: 'https://example.com/avatar.jpg',
        },
      },
    },
    answers: { 200: { description: 'The profile.', schema: profileSchema } },
    errors: ['not_found', 'guardrail_violation'],
  },
  {
    method: 'get',
    path: '/api/users/{userId}',
    operationId: 'getProfile',
    tag,
    summary: 'One’s own profile',
    caller: 'required',
    answers: { 200: { description: 'The profile.', schema: profileSchema } },
  },
];
