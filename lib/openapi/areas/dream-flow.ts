import { dreamFlowRequestSchema, dreamFlowStorySchema } from '../../dialects/dream-flow';
import { jobAcceptedViewSchema } from '../../story/views';
import type { Answer, Operation } from '../operation';

const tag = 'Dream Flow';
const answers: Record<number, Answer> = {
  200: {
    description: 'The story, with addresses that open without a header.',
    schema: dreamFlowStorySchema,
    headers: ['PreferenceApplied'],
    example: {
      story_text: 'Once upon a time a child astronaut …',
      theme: 'Galactic pastel',
      assets: {
        audio: 'https://storyloom.example/api/v1/stories/audio/stories/…/….m4a?key=…',
        video: 'https://storyloom.example/api/v1/stories/videos/stories/…/….mp4?key=…',
        frames: ['https://storyloom.example/api/v1/stories/images/stories/…/….png?key=…'],
      },
      title: 'The Candy Galaxy',
      story_id: '660e8400-e29b-41d4-a716-446655440001',
      job_id: '550e8400-e29b-41d4-a716-446655440000',
    },
  },
  202: {
    description: 'It takes longer than you wait: ask at `Location`.',
    schema: jobAcceptedViewSchema,
    headers: ['Location', 'RetryAfter', 'PreferenceApplied'],
  },
};
const failures = [
  'job_cancelled',
  'provider_failed',
  'provider_rejected',
  'render_failed',
  'storage_failed',
] as const;

export const DREAM_FLOW_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/v1/story',
    operationId: 'makeDreamFlowStory',
    tag,
    summary: 'Make a story and wait for it',
    caller: 'guest-allowed',
    showsStory: true,
    headers: ['IdempotencyKey', 'Prefer'],
    body: {
      schema: dreamFlowRequestSchema,
      examples: {
        documented: {
          prompt: 'A child astronaut exploring a candy galaxy.',
          theme: 'Galactic pastel',
          target_length: 400,
          voice: 'alloy',
          num_scenes: 4,
          profile: {
            mood: 'Sleepy and hopeful',
            routine: 'Warm bath then story time',
            preferences: ['space travel', 'friendship'],
            favorite_characters: ['Nova the fox'],
            calming_elements: ['starlight', 'lavender', 'soft clouds'],
          },
        },
      },
    },
    answers,
    errors: [
      'guardrail_violation',
      'spend_cap_reached',
      'daily_limit_reached',
      'voice_unknown',
      'idempotency_key_reused',
      'queue_unavailable',
      ...failures,
    ],
  },
  {
    method: 'get',
    path: '/api/v1/story/{id}',
    operationId: 'getDreamFlowStory',
    tag,
    summary: 'The story, or 202 while it is made',
    caller: 'required',
    showsStory: true,
    headers: ['Prefer'],
    answers,
    errors: failures,
  },
];
