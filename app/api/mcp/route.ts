import { sendStoryCancelled, sendStoryRequested } from '@/inngest/send';
import { defineRoute } from '@/lib/http/define-route';
import { answerMcp } from '@/lib/mcp/answer-mcp';
import { mcpMessageSchema } from '@/lib/mcp/message-schema';

/** Tools for agents (MCP). A key that only reads can list and read; each tool says what it needs. */
export const POST = defineRoute(
  { caller: 'required', scope: 'read', body: mcpMessageSchema },
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
