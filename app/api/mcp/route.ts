import { z } from 'zod';
import { sendStoryCancelled, sendStoryRequested } from '@/inngest/send';
import { defineRoute } from '@/lib/http/define-route';
import { answerMcp } from '@/lib/mcp/answer-mcp';

/** Tools for agents (MCP). A key that only reads can list and read; each tool says what it needs. */
export const POST = defineRoute(
  { caller: 'required', scope: 'read', body: z.json() },
  ({ body, caller, request, requestId, log }) =>
    answerMcp(body, {
      caller,
      request,
      requestId,
      log,
      sendRequested: sendStoryRequested,
      sendCancelled: sendStoryCancelled,
    }),
);
