import type { Answer } from './provider-server.ts';

/** Answers in the wire format of Hugging Face's router and hub, written after the public references: each names its page. */

const USAGE = { prompt_tokens: 312, completion_tokens: 96, total_tokens: 408 };

/** https://huggingface.co/docs/inference-providers/tasks/chat-completion */
export function hubCompletion(
  content: string | null,
  {
    finishReason = 'stop',
    usage = USAGE,
    calls,
  }: { finishReason?: string; usage?: object; calls?: { name: string; arguments: unknown }[] } = {},
): Answer {
  const toolCalls = calls?.map(({ name, arguments: given }, index) => ({
    id: `call_${index}`,
    type: 'function',
    function: { name, arguments: given },
  }));
  return toAnswer({
    id: 'chatcmpl-hub',
    object: 'chat.completion',
    created: 1_741_569_952,
    model: 'meta-llama/Llama-3.2-1B-Instruct',
    choices: [
      {
        index: 0,
        message: { role: 'assistant', content, ...(toolCalls && { tool_calls: toolCalls }) },
        finish_reason: finishReason,
      },
    ],
    usage,
  });
}

/** The same page, with `stream` and `stream_options.include_usage`. */
export function hubStream(
  deltas: object[],
  {
    everyMs = 0,
    breaksOff = false,
    finishReason = 'stop',
  }: { everyMs?: number; breaksOff?: boolean; finishReason?: string | null } = {},
): Answer {
  const chunk = (choices: object[], usage?: object) => ({
    id: 'chatcmpl-hub',
    object: 'chat.completion.chunk',
    created: 1_741_569_952,
    model: 'meta-llama/Llama-3.2-1B-Instruct',
    choices,
    ...(usage && { usage }),
  });
  const events = deltas.map((delta) => chunk([{ index: 0, delta, finish_reason: null }]));
  if (!breaksOff && finishReason) {
    events.push(chunk([{ index: 0, delta: {}, finish_reason: finishReason }]), chunk([], USAGE));
  }
  const lines = events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
  return {
    headers: { 'content-type': 'text/event-stream' },
    body: '',
    events: { lines: breaksOff ? lines : [...lines, 'data: [DONE]\n\n'], everyMs, breaksOff },
  };
}

/** https://huggingface.co/docs/inference-providers/tasks/text-to-image and …/text-to-speech: the bytes themselves */
export function hubBytes(bytes: Uint8Array, mediaType: string): Answer {
  return { headers: { 'content-type': mediaType }, body: bytes };
}

/** https://huggingface.co/docs/inference-providers/tasks/automatic-speech-recognition */
export function hubTranscript(
  text: string,
  chunks?: { text: string; timestamp: (number | null)[] }[],
): Answer {
  return toAnswer({ text, ...(chunks && { chunks }) });
}

/** https://huggingface.co/docs/inference-providers/hub-api#get-model-status: who serves a model, and for what */
export function hubMapping(
  modelId: string,
  providers: Record<string, { task: string; providerId?: string }>,
): Answer {
  const mapping = Object.entries(providers).map(([provider, { task, providerId = modelId }]) => {
    return [provider, { status: 'live', providerId, task }] as const;
  });
  return toAnswer({ _id: '1', id: modelId, inferenceProviderMapping: Object.fromEntries(mapping) });
}

/** https://huggingface.co/docs/api-inference/faq: a model nobody asked for lately is being loaded */
export function hubLoading(estimatedSeconds = 20.4): Answer {
  return toAnswer(
    { error: 'Model suno/bark-small is currently loading', estimated_time: estimatedSeconds },
    503,
  );
}

/** What the router and the hub answer in words: https://huggingface.co/docs/inference-providers/pricing for 402 */
export function hubError(status: number, error: string, headers: Record<string, string> = {}): Answer {
  return toAnswer({ error }, status, headers);
}

/** What those answer that speak OpenAI's protocol. */
export function hubProviderError(status: number, message: string): Answer {
  return toAnswer({ error: { message, type: 'invalid_request_error' } }, status);
}

function toAnswer(body: object, status = 200, headers: Record<string, string> = {}): Answer {
  return {
    status,
    headers: { 'content-type': 'application/json; charset=utf-8', ...headers },
    body: JSON.stringify(body),
  };
}
