import type { Answer } from './provider-server.ts';

/** Answers in the wire format of Anthropic's API, written after its public reference: each names its page. */

type StopReason = 'end_turn' | 'max_tokens' | 'tool_use' | 'refusal';

/** https://platform.claude.com/docs/en/api/messages */
export function anthropicMessage(
  text: string,
  { stopReason = 'end_turn', inputTokens = 2_095, outputTokens = 503 } = {} as {
    stopReason?: StopReason;
    inputTokens?: number;
    outputTokens?: number;
  },
): Answer {
  const content = text === '' ? [] : [{ type: 'text', text }];
  return {
    headers: rateLimitHeaders(49),
    body: JSON.stringify(composeMessage(content, stopReason, inputTokens, outputTokens)),
  };
}

/** The answer to a question that is asked as a tool which must be used, as older models get it. */
export function anthropicToolUse(name: string, input: object): Answer {
  const content = [{ type: 'tool_use', id: 'toolu_01D7FLrfh4GYq7yT1ULFeyMV', name, input }];
  return { body: JSON.stringify(composeMessage(content, 'tool_use', 2_095, 503)) };
}

/** https://platform.claude.com/docs/en/build-with-claude/streaming; with `error` the service gives up after half the words. */
export function anthropicStream(
  text: string,
  options: {
    calls?: { name: string; input: object }[];
    everyMs?: number;
    error?: { type: string; message: string };
  } = {},
): Answer {
  const words = text.match(/\S+\s*/g) ?? [];
  const said = options.error ? words.slice(0, Math.floor(words.length / 2)) : words;
  const calls = options.calls ?? [];
  const events: { type: string; [field: string]: unknown }[] = [
    { type: 'message_start', message: { ...composeMessage([], null, 25, 1) } },
    { type: 'content_block_start', index: 0, content_block: { type: 'text', text: '' } },
    { type: 'ping' },
    ...said.map((word) => ({
      type: 'content_block_delta',
      index: 0,
      delta: { type: 'text_delta', text: word },
    })),
  ];
  if (options.error) events.push({ type: 'error', error: options.error });
  else {
    events.push({ type: 'content_block_stop', index: 0 });
    for (const [index, { name, input }] of calls.entries()) {
      const at = { index: index + 1 };
      events.push(
        {
          type: 'content_block_start',
          ...at,
          content_block: { type: 'tool_use', id: `toolu_${index}`, name, input: {} },
        },
        {
          type: 'content_block_delta',
          ...at,
          delta: { type: 'input_json_delta', partial_json: JSON.stringify(input) },
        },
        { type: 'content_block_stop', ...at },
      );
    }
    events.push(
      {
        type: 'message_delta',
        delta: { stop_reason: calls.length > 0 ? 'tool_use' : 'end_turn', stop_sequence: null },
        usage: { output_tokens: 15 },
      },
      { type: 'message_stop' },
    );
  }
  const lines = events.map((event) => `event: ${event.type}\ndata: ${JSON.stringify(event)}\n\n`);
  return {
    headers: { 'content-type': 'text/event-stream' },
    body: '',
    events: { lines, everyMs: options.everyMs ?? 0, breaksOff: false },
  };
}

const ERROR_TYPES: Record<number, string> = {
  400: 'invalid_request_error',
  401: 'authentication_error',
  403: 'permission_error',
  404: 'not_found_error',
  413: 'request_too_large',
  429: 'rate_limit_error',
  500: 'api_error',
  529: 'overloaded_error',
};

/** https://platform.claude.com/docs/en/api/errors */
export function anthropicError(
  status: number,
  message = 'It failed.',
  headers: Record<string, string> = {},
): Answer {
  const error = { type: ERROR_TYPES[status] ?? 'api_error', message };
  return {
    status,
    headers: { 'request-id': 'req_011CSHoEeqs5C35K2UUqR7Fy', ...headers },
    body: JSON.stringify({ type: 'error', error, request_id: 'req_011CSHoEeqs5C35K2UUqR7Fy' }),
  };
}

/** With the headers of https://platform.claude.com/docs/en/api/rate-limits#response-headers */
export function anthropicRateLimit(retryAfterSeconds: number): Answer {
  return anthropicError(429, 'This request would exceed your organization’s rate limit.', {
    ...rateLimitHeaders(0),
    'retry-after': String(retryAfterSeconds),
  });
}

function rateLimitHeaders(remaining: number): Record<string, string> {
  return {
    'anthropic-ratelimit-requests-limit': '50',
    'anthropic-ratelimit-requests-remaining': String(remaining),
    'anthropic-ratelimit-requests-reset': '2026-11-21T19:00:00Z',
  };
}

function composeMessage(
  content: object[],
  stopReason: StopReason | null,
  inputTokens: number,
  outputTokens: number,
) {
  return {
    id: 'msg_013Zva2CMHLNnXjNJJKqJ2EF',
    type: 'message',
    role: 'assistant',
    model: 'claude-sonnet-4-5-20250929',
    content,
    stop_reason: stopReason,
    stop_sequence: null,
    usage: {
      input_tokens: inputTokens,
      cache_creation_input_tokens: 0,
      cache_read_input_tokens: 0,
      output_tokens: outputTokens,
      service_tier: 'standard',
    },
  };
}
