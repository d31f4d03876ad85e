import { z } from 'zod';
import {
  mendAnswerSchema,
  mendSceneRequestSchema,
  orderScenesRequestSchema,
  redoSceneRequestSchema,
  renameStoryRequestSchema,
  restoreVersionRequestSchema,
  versionListViewSchema,
} from '../../mending/mend-views';
import type { Answer, Operation } from '../operation';

const tag = 'Mending';

const STORY = '660e8400-e29b-41d4-a716-446655440001';
const SCENE = '770e8400-e29b-41d4-a716-446655440002';
const OTHER_SCENE = '770e8400-e29b-41d4-a716-446655440003';

const answers: Record<number, Answer> = {
  200: {
    description: 'It is done; nothing had to be made.',
    schema: mendAnswerSchema,
    example: { story_id: STORY, version: 2, job_id: null },
  },
  202: {
    description: 'It is done, and a job makes what depends on it.',
    schema: mendAnswerSchema,
    headers: ['Location', 'RetryAfter'],
    example: { story_id: STORY, version: 2, job_id: '550e8400-e29b-41d4-a716-446655440000' },
  },
};

const common = { tag, caller: 'required', headers: ['IdempotencyKey', 'GrownUp'], answers } as const;
const errors = ['conflict', 'approval_required', 'idempotency_key_reused'] as const;
const HOW =
  'Only what depends on a change is made again; until it is there the story stays readable, with the film it had (`film.version` says of which version that is). A change that comes while another is made joins its job. The story is finished (409 else).';
const CURRENT =
  'Where `revision` or `version` is not the present one, 409 with `current`: {version, title, scene_ids, scene: {id, revision, title, text}}.';

/** A finished story is changed, page by page, and every version can be taken back. */
export const MENDING_OPERATIONS: readonly Operation[] = [
  {
    ...common,
    method: 'patch',
    path: '/api/v1/stories/{storyId}',
    operationId: 'renameStory',
    summary: 'Rename a story',
    description: `It also stands on the film’s title card. ${HOW}`,
    body: {
      schema: renameStoryRequestSchema,
      examples: { plain: { title: 'The Lantern Fox and the Long Night' } },
    },
    errors: [...errors, 'guardrail_violation'],
  },
  {
    ...common,
    method: 'patch',
    path: '/api/v1/stories/{storyId}/scenes/{sceneId}',
    operationId: 'mendScene',
    summary: 'Change the words of a page',
    description: `The words pass the guardrails with the subjects the household leaves out. The page is read aloud anew; until then it has no voice rather than one that says other words. Its picture stays. ${CURRENT} ${HOW}`,
    body: {
      schema: mendSceneRequestSchema,
      examples: {
        words: { text: 'Pip found a lantern under the old oak. It was still warm.', revision: 1 },
        chapter: { title: 'The warm lantern', revision: 2 },
      },
    },
    errors: [...errors, 'guardrail_violation'],
  },
  {
    ...common,
    method: 'post',
    path: '/api/v1/stories/{storyId}/scenes/{sceneId}/redo',
    operationId: 'redoScene',
    summary: 'Another picture or another voice for a page',
    description: `What the page has stays until the new one is there. A note passes the guardrails as a wish. A story without pictures or voices answers 409. ${CURRENT} ${HOW}`,
    body: {
      schema: redoSceneRequestSchema,
      examples: {
        picture: { part: 'picture' },
        note: { part: 'picture', note: 'with a big round moon and a boat', revision: 3 },
        voice: { part: 'voice', voice: 'oliver' },
      },
    },
    errors: [...errors, 'guardrail_violation', 'spend_cap_reached'],
  },
  {
    ...common,
    method: 'delete',
    path: '/api/v1/stories/{storyId}/scenes/{sceneId}',
    operationId: 'deleteScene',
    summary: 'Take a page out',
    description: `The last page stays (409). ${HOW}`,
    errors: [...errors, 'guardrail_violation'],
  },
  {
    ...common,
    method: 'post',
    path: '/api/v1/stories/{storyId}/scenes/order',
    operationId: 'orderScenes',
    summary: 'Put the pages in another order',
    description: `Pages keep their pictures, voices and clips. ${CURRENT} ${HOW}`,
    body: {
      schema: orderScenesRequestSchema,
      examples: { swapped: { scene_ids: [OTHER_SCENE, SCENE], version: 4 } },
    },
    errors,
  },
  {
    method: 'get',
    path: '/api/v1/stories/{storyId}/versions',
    operationId: 'listVersions',
    tag,
    summary: 'What has become of a story',
    description: 'Newest first, at most the last 200. A story that was never changed has one version.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    showsStory: true,
    answers: {
      200: {
        description: 'The versions.',
        schema: versionListViewSchema,
        headers: ['ETag'],
        example: {
          story_id: STORY,
          version: 2,
          versions: [
            {
              number: 2,
              created_at: '2024-01-01T00:05:00Z',
              change: 'text',
              page: 1,
              scene_id: SCENE,
              note: null,
              voice: null,
              restored: null,
              title: 'The Lantern Fox',
              num_scenes: 2,
              before: { title: '', text: 'Pip found a lantern.' },
              after: { title: '', text: 'Pip found a lantern under the old oak.' },
              is_current: true,
            },
            {
              number: 1,
              created_at: '2024-01-01T00:01:00Z',
              change: 'made',
              page: null,
              scene_id: null,
              note: null,
              voice: null,
              restored: null,
              title: 'The Lantern Fox',
              num_scenes: 2,
              before: null,
              after: null,
              is_current: false,
            },
          ],
        },
      },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
  {
    ...common,
    method: 'post',
    path: '/api/v1/stories/{storyId}/versions/{number}/restore',
    operationId: 'restoreVersion',
    summary: 'Take a version back',
    description: `A new version that is equal to that one, with everything that was made for it; nothing of the history is lost. Its words pass the guardrails of today. With the number of the present version: makes what a mend that failed or was cancelled left unmade. ${HOW}`,
    params: { number: z.int().min(1) },
    body: {
      schema: restoreVersionRequestSchema,
      required: false,
      examples: { seen: { version: 3 } },
    },
    errors: [...errors, 'guardrail_violation'],
  },
];
