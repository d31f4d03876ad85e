import type { Answer } from './provider-server.ts';

/** Answers in the wire format of OpenAI's API, written after its public reference: each names its page. */

type Tokens = { inputTokens?: number; outputTokens?: number };

/** https://developers.openai.com/api/docs/api-reference/responses/object */
export function openaiResponse(text: string, { inputTokens = 812, outputTokens = 540 }: Tokens = {}): Answer {
  return toAnswer(composeResponse([messageItem(text)], 'completed', { inputTokens, outputTokens }));
}

/** https://developers.openai.com/api/docs/guides/structured-outputs#refusals-with-structured-outputs */
export function openaiRefusedResponse(words = 'I’m sorry, I can’t help with that.'): Answer {
  const item = { ...messageItem(''), content: [{ type: 'refusal', refusal: words }] };
  return toAnswer(composeResponse([item], 'completed', { inputTokens: 812, outputTokens: 12 }));
}

/** https://developers.openai.com/api/docs/api-reference/responses-streaming */
export function openaiStreamedResponse(text: string, everyMs = 0): Answer {
  const done = composeResponse([messageItem(text)], 'completed', { inputTokens: 812, outputTokens: 540 });
  const place = { item_id: 'msg_1', output_index: 0, content_index: 0 };
  const events: { type: string; [field: string]: unknown }[] = [
    { type: 'response.created', response: { ...done, status: 'in_progress', output: [], usage: null } },
    { type: 'response.output_item.added', output_index: 0, item: { ...messageItem(''), content: [] } },
    ...(text.match(/\S+\s*/g) ?? []).map((delta) => ({
      type: 'response.output_text.delta',
      ...place,
      delta,
    })),
    { type: 'response.output_text.done', ...place, text },
    { type: 'response.output_item.done', output_index: 0, item: messageItem(text) },
    { type: 'response.completed', response: done },
  ];
  const lines = events.map((event, index) => {
    return `event: ${event.type}\ndata: ${JSON.stringify({ ...event, sequence_number: index })}\n\n`;
  });
  return {
    headers: { 'content-type': 'text/event-stream' },
    body: '',
    events: { lines, everyMs, breaksOff: false },
  };
}

/** https://developers.openai.com/api/docs/api-reference/chat/object */
export function openaiCompletion(
  text: string,
  { inputTokens = 812, outputTokens = 540 }: Tokens = {},
): Answer {
  return toAnswer({
    id: 'chatcmpl-B9MBs8CjcvOU2jLn4n570S5qMJKcT',
    object: 'chat.completion',
    created: 1_741_569_952,
    model: 'gpt-4.1-2025-04-14',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content: text, refusal: null },
        logprobs: null,
        finish_reason: 'stop',
      },
    ],
    usage: {
      prompt_tokens: inputTokens,
      completion_tokens: outputTokens,
      total_tokens: inputTokens + outputTokens,
      prompt_tokens_details: { cached_tokens: 0, audio_tokens: 0 },
      completion_tokens_details: { reasoning_tokens: 0 },
    },
    service_tier: 'default',
  });
}

/** https://developers.openai.com/api/docs/guides/structured-outputs#refusals-with-structured-outputs */
export function openaiRefusedCompletion(refusal = 'I’m sorry, I can’t help with that.'): Answer {
  return toAnswer({
    id: 'chatcmpl-refused',
    object: 'chat.completion',
    created: 1_741_569_952,
    model: 'gpt-4.1-2025-04-14',
    choices: [{ index: 0, message: { role: 'assistant', content: null, refusal }, finish_reason: 'stop' }],
    usage: { prompt_tokens: 812, completion_tokens: 12, total_tokens: 824 },
  });
}

/** Of generations and of edits: https://developers.openai.com/api/docs/api-reference/images/object */
export function openaiPicture(
  picture: Uint8Array,
  { textTokens = 164, imageTokens = 0, outputTokens = 4_096 } = {},
): Answer {
  const inputTokens = textTokens + imageTokens;
  return toAnswer({
    created: 1_713_833_628,
    data: [{ b64_json: Buffer.from(picture).toString('base64') }],
    background: 'opaque',
    output_format: 'png',
    size: '1536x1024',
    quality: 'medium',
    usage: {
      total_tokens: inputTokens + outputTokens,
      input_tokens: inputTokens,
      output_tokens: outputTokens,
      input_tokens_details: { text_tokens: textTokens, image_tokens: imageTokens },
    },
  });
}

/** https://developers.openai.com/api/docs/api-reference/audio/createSpeech: the body is the sound itself. */
export function openaiSpeech(wav: Uint8Array): Answer {
  return { headers: { 'content-type': 'audio/wav' }, body: wav };
}

/** https://developers.openai.com/api/docs/api-reference/audio/json-object */
export function openaiTranscript(text: string, seconds?: number): Answer {
  const usage =
    seconds === undefined
      ? {
          type: 'tokens',
          input_tokens: 14,
          input_token_details: { text_tokens: 0, audio_tokens: 14 },
          output_tokens: 45,
          total_tokens: 59,
        }
      : { type: 'duration', seconds };
  return toAnswer({ text, usage });
}

/** https://developers.openai.com/api/docs/guides/error-codes */
export function openaiError(
  status: number,
  error: { code: string | null; message?: string; type?: string },
  headers: Record<string, string> = {},
): Answer {
  const body = {
    message: `The request failed: ${error.code}.`,
    type: 'invalid_request_error',
    param: null,
    ...error,
  };
  return { status, headers, body: JSON.stringify({ error: body }) };
}

/** With the headers of https://developers.openai.com/api/docs/guides/rate-limits#rate-limits-in-headers */
export function openaiRateLimit(retryAfterSeconds: number): Answer {
  return openaiError(
    429,
    { code: 'rate_limit_exceeded', type: 'requests' },
    {
      'retry-after': String(retryAfterSeconds),
      'x-ratelimit-limit-requests': '60',
      'x-ratelimit-remaining-requests': '0',
      'x-ratelimit-reset-requests': `${retryAfterSeconds}s`,
    },
  );
}

function messageItem(text: string) {
  return {
    type: 'message',
    id: 'msg_1',
    status: 'completed',
    role: 'assistant',
    content: [{ type: 'output_text', text, annotations: [] }],
  };
}

function composeResponse(
  output: object[],
  status: string,
  { inputTokens, outputTokens }: { inputTokens: number; outputTokens: number },
) {
  return {
    id: 'resp_67ccd2bed1ec8190b14f964abc0542670bb6a6b452d3795b',
    object: 'response',
    created_at: 1_741_476_542,
    status,
    error: null,
    incomplete_details: null,
    instructions: null,
    model: 'gpt-5-mini-2025-08-07',
    output,
    parallel_tool_calls: true,
    previous_response_id: null,
    store: true,
    tool_choice: 'auto',
    tools: [],
    usage: {
      input_tokens: inputTokens,
      input_tokens_details: { cached_tokens: 0 },
      output_tokens: outputTokens,
      output_tokens_details: { reasoning_tokens: 0 },
      total_tokens: inputTokens + outputTokens,
    },
    metadata: {},
  };
}

function toAnswer(body: object): Answer {
  return { body: JSON.stringify(body) };
}
