import { z } from 'zod';
import { modelCatalogSchema } from '../../ai/model-catalog-view';
import { mcpMessageSchema } from '../../mcp/message-schema';
import { sampleViewSchema } from '../../sample/sample-view';
import { healthSchema } from '../answers';
import type { Answer, Operation } from '../operation';

const tag = 'Service';
const isUp: Answer = { description: 'It answers.', schema: healthSchema };
const isReady = {
  200: { description: 'Everything answers.', schema: healthSchema },
  503: { description: 'Something does not.', schema: healthSchema },
};

export const SERVICE_OPERATIONS: readonly Operation[] = [
  ...(['/health', '/api/health'] as const).flatMap((path): Operation[] => {
    const name = path === '/health' ? '' : 'Api';
    return [
      {
        method: 'get',
        path,
        operationId: `get${name}Health`,
        tag,
        summary: 'Whether this process answers, and its models',
        caller: 'none',
        answers: { 200: isUp },
      },
      {
        method: 'get',
        path: `${path}/ready`,
        operationId: `get${name}Readiness`,
        tag,
        summary: 'Whether everything that a story needs answers',
        caller: 'none',
        answers: isReady,
      },
    ];
  }),
  {
    method: 'get',
    path: '/api/v1/models',
    operationId: 'listModels',
    tag,
    summary: 'Which models do which work, what they can do, and whether their services answer',
    description:
      'In the order in which they are asked. `models` of POST /api/v1/stories/generate takes their ids. Services are asked, at most once a minute, for callers with an account; for guests `answers` is null.',
    caller: 'required',
    answers: { 200: { description: 'Models and services.', schema: modelCatalogSchema } },
  },
  {
    method: 'get',
    path: '/api/v1/sample',
    operationId: 'getSample',
    tag,
    summary: 'The ready-made story that anybody may open',
    description: 'Made by the built-in engines after the first start. It opens at `/s/{share_id}`.',
    caller: 'none',
    answers: { 200: { description: 'The sample.', schema: sampleViewSchema } },
  },
  {
    method: 'delete',
    path: '/api/v1/sample',
    operationId: 'deleteSample',
    tag,
    summary: 'Take the ready-made story away for good',
    description: 'For who runs this installation: behind its `API_KEY` as bearer. It is not made again.',
    caller: 'optional',
    answers: { 204: { description: 'There is none any more.' } },
    errors: ['unauthenticated', 'forbidden'],
  },
  {
    method: 'get',
    path: '/api/metrics',
    operationId: 'getMetrics',
    tag,
    summary: 'What this process counted (Prometheus)',
    description: 'For the operator: behind the installation’s `METRICS_KEY` as bearer.',
    caller: 'none',
    answers: { 200: { description: 'Metrics.', schema: z.string(), mediaTypes: ['text/plain'] } },
    errors: ['unauthenticated'],
  },
  {
    method: 'get',
    path: '/api/openapi.json',
    operationId: 'getOpenApi',
    head: true,
    tag,
    summary: 'This document',
    description: 'Also `GET /openapi.json`.',
    caller: 'none',
    answers: {
      200: { description: 'OpenAPI 3.1.', schema: z.looseObject({ openapi: z.string() }), headers: ['ETag'] },
    },
  },
  {
    method: 'post',
    path: '/api/mcp',
    operationId: 'callMcp',
    tag,
    summary: 'Tools for agents (Model Context Protocol)',
    description:
      'Streamable HTTP, without sessions: JSON-RPC in, JSON or server-sent events out. Tools: `create_story`, `get_job`, `list_stories`, `get_story`, `cancel_job`. See docs/mcp.md.',
    caller: 'required',
    body: {
      schema: mcpMessageSchema,
      examples: { tools: { jsonrpc: '2.0', id: 1, method: 'tools/list' } },
    },
    answers: {
      200: {
        description: 'The answer, with progress before it where it was asked for.',
        schema: z.looseObject({ jsonrpc: z.string() }),
        mediaTypes: ['application/json', 'text/event-stream'],
      },
      202: { description: 'A notification was taken.' },
    },
  },
];
