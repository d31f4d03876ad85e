import type { Answer, ProviderServer } from './provider-server.ts';

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

type FakeVideo = {
  id: string;
  object: 'video';
  model: string;
  status: 'queued' | 'in_progress' | 'completed' | 'failed';
  progress: number;
  created_at: number;
  completed_at: number | null;
  expires_at: number | null;
  prompt: string;
  seconds: string;
  size: string;
  remixed_from_video_id: null;
  error: { code: string; message: string } | null;
};

export type VideoStudio = {
  /** Newest last. */
  videos: FakeVideo[];
  /** Makes the films that are asked for from now on end so. */
  failNext: (error: { code: string; message: string }) => void;
};

/**
 * Routes of a service that films: each look at a film brings it one step on (queued → in progress → completed), and it is
 * billed when it is completed. https://developers.openai.com/api/docs/api-reference/videos
 */
export function serveVideos(
  server: ProviderServer,
  { film, looks = 2, key }: { film: Uint8Array; looks?: number; key: string },
): VideoStudio {
  const videos: FakeVideo[] = [];
  const seen = new Map<string, number>();
  let failure: { code: string; message: string } | undefined;
  const missing = () => openaiError(404, { code: 'not_found', message: 'No such video.' });
  const isKnown = (authorization: string | undefined) => authorization === `Bearer ${key}`;
  const refuseKey = () =>
    openaiError(401, { code: 'invalid_api_key', message: 'Incorrect API key provided.' });
  const find = (id: string | undefined) => videos.find((video) => video.id === id);

  server.route('POST /v1/videos', ({ body, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video: FakeVideo = {
      id: `video_${String(videos.length + 1).padStart(6, '0')}`,
      object: 'video',
      model: `${body.model}-2025-12-08`,
      status: 'queued',
      progress: 0,
      created_at: Math.floor(Date.now() / 1_000),
      completed_at: null,
      expires_at: null,
      prompt: String(body.prompt),
      seconds: String(body.seconds ?? '4'),
      size: String(body.size ?? '720x1280'),
      remixed_from_video_id: null,
      error: null,
    };
    videos.push(video);
    return toAnswer(video);
  });
  server.route('GET /v1/videos', ({ path, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const query = new URL(path, 'http://localhost').searchParams;
    const limit = Number(query.get('limit') ?? 20);
    const newestFirst = videos.toReversed();
    const from = newestFirst.findIndex(({ id }) => id === query.get('after')) + 1;
    const data = newestFirst.slice(from, from + limit);
    return toAnswer({
      object: 'list',
      data,
      first_id: data[0]?.id ?? null,
      last_id: data.at(-1)?.id ?? null,
      has_more: from + limit < videos.length,
    });
  });
  server.route('GET /v1/videos/{id}', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video = find(params.id);
    if (!video) return missing();
    const count = (seen.get(video.id) ?? 0) + 1;
    seen.set(video.id, count);
    if (count <= looks) {
      Object.assign(video, { status: 'in_progress', progress: Math.round((100 * count) / (looks + 1)) });
      return toAnswer(video);
    }
    if (failure) {
      Object.assign(video, { status: 'failed', error: failure });
      return toAnswer(video);
    }
    const isNew = video.status !== 'completed';
    Object.assign(video, {
      status: 'completed',
      progress: 100,
      completed_at: Math.floor(Date.now() / 1_000),
    });
    const model = video.model.replace(/-\d{4}-\d{2}-\d{2}$/, '');
    return {
      ...toAnswer(video),
      ...(isNew && { bill: { provider: 'openai', model, units: { seconds: Number(video.seconds) } } }),
    };
  });
  server.route('GET /v1/videos/{id}/content', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const video = find(params.id);
    if (video?.status !== 'completed') return missing();
    return { headers: { 'content-type': 'video/mp4' }, body: film };
  });
  server.route('DELETE /v1/videos/{id}', ({ params, authorization }) => {
    if (!isKnown(authorization)) return refuseKey();
    const index = videos.findIndex(({ id }) => id === params.id);
    if (index < 0) return missing();
    videos.splice(index, 1);
    return toAnswer({ id: params.id, object: 'video.deleted', deleted: true });
  });
  return {
    videos,
    failNext: (error) => {
      failure = error;
    },
  };
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
