import { jobCallsViewSchema, usageViewSchema } from '../../story/spend-views';
import type { Operation } from '../operation';

/** What models did and what they cost. */
export const SPEND_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/stories/jobs/{jobId}/calls',
    operationId: 'listJobCalls',
    tag: 'Stories',
    summary: 'Which models worked on a story, how often they were asked, and what that cost',
    description:
      'Oldest first, in micro-dollars (1 USD = 1 000 000). A `lost` call was begun and its answer never came: it may have been billed.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: { description: 'The calls and their sums.', schema: jobCallsViewSchema, headers: ['ETag'] },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
  {
    method: 'get',
    path: '/api/v1/usage',
    operationId: 'getUsage',
    tag: 'Stories',
    summary: 'What you spent today, and may still spend',
    description: 'The day is counted in UTC.',
    caller: 'required',
    head: true,
    headers: ['IfNoneMatch'],
    answers: {
      200: { description: 'Today’s spend and the caps.', schema: usageViewSchema, headers: ['ETag'] },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
  },
];
