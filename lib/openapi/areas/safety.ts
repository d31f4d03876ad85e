import { decisionListQuerySchema, decisionListViewSchema } from '../../safety/decision-views';
import type { Operation } from '../operation';

/** What the guardrails did. */
export const SAFETY_OPERATIONS: readonly Operation[] = [
  {
    method: 'get',
    path: '/api/v1/safety/decisions',
    operationId: 'listSafetyDecisions',
    tag: 'Stories',
    summary: 'What the guardrails refused, masked or had mended, newest first',
    description:
      'For grown-ups: which rule, where and when, with a hash of the text; the text itself is kept nowhere. Rows are kept for `AUDIT_DAYS` days.',
    caller: 'required',
    grownUp: true,
    query: decisionListQuerySchema,
    answers: {
      200: { description: 'A page of decisions.', schema: decisionListViewSchema, headers: ['Link'] },
    },
  },
];
