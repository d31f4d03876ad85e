import { z } from 'zod';
import { migrateSessionsSchema } from '../../auth/account-schemas';
import {
  meOrIdSchema,
  saveTranscriptSchema,
  transcriptListQuerySchema,
  transcriptViewSchema,
} from '../../chat/transcripts';
import {
  beginStoryRequestSchema,
  chatEventViewSchema,
  chatMessageViewSchema,
  chatRequestSchema,
  chatSessionViewSchema,
  messagePageQuerySchema,
  plainChatRequestSchema,
  readAloudQuerySchema,
  renameSessionSchema,
  sessionEventsQuerySchema,
  sessionListQuerySchema,
} from '../../chat/views';
import { jobAcceptedViewSchema } from '../../story/views';
import {
  chatAcceptedSchema,
  chatAnswerSchema,
  chatChunkSchema,
  doneSchema,
  migratedSchema,
  socketTicketSchema,
  transcriptionSchema,
} from '../answers';
import type { Operation } from '../operation';

const tag = 'Conversation';
const userId = { userId: meOrIdSchema };

export const CONVERSATION_OPERATIONS: readonly Operation[] = [
  {
    method: 'post',
    path: '/api/chat',
    operationId: 'chat',
    tag,
    summary: 'Say something',
    description:
      'With `text`: server-sent events as documented (`text` …, `metadata`, `done`), or the whole as JSON with `Accept: application/json`, or 202 with `Prefer: respond-async`. With the AI SDK’s message: its UI message stream.',
    caller: 'guest-allowed',
    headers: ['Prefer'],
    body: {
      schema: z.union([plainChatRequestSchema, chatRequestSchema]),
      examples: { documented: { text: 'Tell me about John, a detective in 1940s Los Angeles' } },
    },
    answers: {
      200: {
        description: 'The answer, piece by piece.',
        schema: chatChunkSchema,
        mediaTypes: ['text/event-stream'],
        others: { 'application/json': chatAnswerSchema },
      },
      202: {
        description: 'It is being answered; `Location` tells how.',
        schema: chatAcceptedSchema,
        headers: ['Location', 'PreferenceApplied'],
      },
    },
    errors: ['guardrail_violation', 'not_found', 'conflict', 'provider_failed'],
  },
  {
    method: 'get',
    path: '/api/chat/{sessionId}/stream',
    operationId: 'resumeChat',
    tag,
    summary: 'The answer under way from its first piece (the AI SDK’s stream)',
    caller: 'required',
    answers: {
      200: {
        description: 'The stream.',
        schema: z.looseObject({ type: z.string() }),
        mediaTypes: ['text/event-stream'],
      },
      204: { description: 'There is no answer under way.' },
    },
  },
  {
    method: 'get',
    path: '/api/sessions',
    operationId: 'listSessions',
    tag,
    summary: 'List conversations, the latest first',
    caller: 'required',
    query: sessionListQuerySchema,
    answers: {
      200: {
        description: 'A page of conversations.',
        schema: z.array(chatSessionViewSchema),
        headers: ['Link'],
        example: [
          {
            session_id: '550e8400-e29b-41d4-a716-446655440000',
            user_id: '660e8400-e29b-41d4-a716-446655440001',
            project_id: '770e8400-e29b-41d4-a716-446655440002',
            title: 'Detective Story',
            created_at: '2024-01-01T00:00:00Z',
            updated_at: '2024-01-01T12:00:00Z',
            last_message_at: '2024-01-01T12:00:00Z',
            is_active: true,
            message_count: 15,
          },
        ],
      },
    },
    errors: ['not_found'],
  },
  {
    method: 'post',
    path: '/api/sessions/migrate',
    operationId: 'migrateSessions',
    tag,
    summary: 'Give a guest’s conversations, dossiers and stories to an account',
    description:
      'Both are proven by their tokens: the account as the caller, the guest by `temp_access_token` or `X-Guest-Authorization`, and where it has a PIN by `X-Grown-Up` too.',
    caller: 'required',
    headers: ['GuestAuthorization'],
    body: { schema: migrateSessionsSchema },
    answers: { 200: { description: 'What was moved.', schema: migratedSchema } },
    errors: ['not_found', 'conflict', 'pin_required'],
  },
  {
    method: 'get',
    path: '/api/sessions/{sessionId}',
    operationId: 'getSession',
    tag,
    summary: 'One conversation',
    caller: 'required',
    answers: { 200: { description: 'The conversation.', schema: chatSessionViewSchema } },
  },
  {
    method: 'patch',
    path: '/api/sessions/{sessionId}',
    operationId: 'renameSession',
    tag,
    summary: 'Rename a conversation',
    caller: 'required',
    body: { schema: renameSessionSchema, examples: { name: { title: 'Ember and the dark' } } },
    answers: { 200: { description: 'The conversation.', schema: chatSessionViewSchema } },
    errors: ['guardrail_violation'],
  },
  {
    method: 'delete',
    path: '/api/sessions/{sessionId}',
    operationId: 'deleteSession',
    tag,
    summary: 'Delete a conversation',
    caller: 'required',
    answers: {
      200: { description: 'It is gone.', schema: doneSchema.extend({ success: z.literal(true) }) },
    },
  },
  {
    method: 'get',
    path: '/api/sessions/{sessionId}/messages',
    operationId: 'listMessages',
    tag,
    summary: 'What was said, in order',
    caller: 'required',
    query: messagePageQuerySchema,
    answers: { 200: { description: 'A page of messages.', schema: z.array(chatMessageViewSchema) } },
  },
  {
    method: 'get',
    path: '/api/sessions/{sessionId}/messages/{messageId}/audio',
    operationId: 'readMessageAloud',
    tag,
    summary: 'An answer read aloud',
    caller: 'required',
    query: readAloudQuerySchema,
    headers: ['IfNoneMatch'],
    answers: {
      200: { description: 'The sound.', mediaTypes: ['audio/wav', 'audio/mpeg'], headers: ['ETag'] },
      304: { description: 'You have it already.', headers: ['ETag'] },
    },
    errors: ['conflict', 'guardrail_violation', 'provider_failed', 'spend_cap_reached'],
  },
  {
    method: 'get',
    path: '/api/sessions/{sessionId}/events',
    operationId: 'followSession',
    tag,
    summary: 'Follow a conversation (server-sent events)',
    caller: 'required',
    query: sessionEventsQuerySchema,
    headers: ['LastEventId'],
    answers: {
      200: {
        description: '`data:` of each event.',
        schema: chatEventViewSchema,
        mediaTypes: ['text/event-stream'],
      },
    },
  },
  {
    method: 'post',
    path: '/api/sessions/{sessionId}/stop',
    operationId: 'stopAnswer',
    tag,
    summary: 'Stop the answer under way',
    caller: 'required',
    answers: {
      200: {
        description: 'What came stays; null when there was none.',
        schema: z.object({ answer_id: z.uuid().nullable() }),
      },
    },
  },
  {
    method: 'post',
    path: '/api/sessions/{sessionId}/story',
    operationId: 'startStoryFromSession',
    tag,
    summary: 'Make the story that was talked about',
    caller: 'required',
    headers: ['IdempotencyKey'],
    body: {
      schema: beginStoryRequestSchema,
      required: false,
      examples: { short: { num_scenes: 2, style: 'paper' } },
    },
    answers: {
      202: {
        description: 'The job has begun.',
        schema: jobAcceptedViewSchema,
        headers: ['Location', 'RetryAfter'],
      },
    },
    errors: [
      'conflict',
      'guardrail_violation',
      'idempotency_key_reused',
      'queue_unavailable',
      'spend_cap_reached',
      'daily_limit_reached',
    ],
  },
  {
    method: 'get',
    path: '/api/conversation/{userId}/history',
    operationId: 'listTranscripts',
    tag,
    summary: 'Conversations that a device has saved, newest first',
    caller: 'required',
    params: userId,
    query: transcriptListQuerySchema,
    answers: { 200: { description: 'Transcripts.', schema: z.array(transcriptViewSchema) } },
  },
  {
    method: 'post',
    path: '/api/conversation/{userId}/transcripts',
    operationId: 'saveTranscript',
    tag,
    summary: 'Save a conversation held on a device',
    caller: 'required',
    params: userId,
    body: {
      schema: saveTranscriptSchema,
      examples: {
        documented: {
          text: 'A story about a wizard, in five scenes',
          requirements: { style: 'fantasy', num_scenes: 5 },
        },
      },
    },
    answers: {
      201: {
        description: 'Kept, with what it asks of a story.',
        schema: transcriptViewSchema.extend({ status: z.literal('saved') }),
      },
    },
    errors: ['guardrail_violation'],
  },
  {
    method: 'post',
    path: '/api/conversation/tickets',
    operationId: 'createSocketTicket',
    tag,
    summary: 'A ticket that opens one WebSocket',
    description:
      'For browsers, whose sockets send no headers: `new WebSocket(url)`, once, within `expires_in` seconds.',
    caller: 'guest-allowed',
    answers: { 201: { description: 'The ticket.', schema: socketTicketSchema } },
  },
  {
    method: 'get',
    path: '/api/transcribe',
    operationId: 'canTranscribe',
    tag,
    summary: 'Whether recorded speech is written down here',
    caller: 'none',
    answers: { 200: { description: 'Yes or no.', schema: z.object({ available: z.boolean() }) } },
  },
  {
    method: 'post',
    path: '/api/transcribe',
    operationId: 'transcribe',
    tag,
    summary: 'Recorded speech as text',
    description: 'The sound is neither kept nor logged. Also as the field `audio` of a form.',
    caller: 'guest-allowed',
    body: {
      schema: z.file(),
      mediaTypes: ['audio/webm', 'audio/ogg', 'audio/mp4', 'audio/wav', 'audio/mpeg', 'audio/flac'],
    },
    answers: { 200: { description: 'What was said.', schema: transcriptionSchema } },
    errors: ['not_configured', 'guardrail_violation', 'provider_failed', 'spend_cap_reached'],
  },
];
