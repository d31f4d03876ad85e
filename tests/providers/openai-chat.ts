import type { Answer } from './openai-server.ts';

type Call = { name: string; input: object };

/**
 * A streamed chat completion in OpenAI's wire format: one event for each word, then the calls, then the end.
 * @param options.wordMs waits so long before each event
 * @param options.breakOffAfterWords ends the connection there
 * @param options.pause falls silent after so many words until the promise is kept
 */
export function streamedChat(
  text: string,
  options: {
    calls?: Call[];
    wordMs?: number;
    breakOffAfterWords?: number;
    pause?: { afterWords: number; until: Promise<void> };
  } = {},
): Answer {
  const chunk = (delta: object, finishReason: string | null = null) => ({
    id: 'chatcmpl-test',
    object: 'chat.completion.chunk',
    created: 1,
    model: 'test',
    choices: [{ index: 0, delta, finish_reason: finishReason }],
  });
  const calls = (options.calls ?? []).map(({ name, input }, index) => ({
    tool_calls: [
      {
        index,
        id: `call_${crypto.randomUUID()}`,
        type: 'function',
        function: { name, arguments: JSON.stringify(input) },
      },
    ],
  }));
  const words = text.match(/\S+\s*/g) ?? [];
  const breaksOff = options.breakOffAfterWords !== undefined;
  const deltas = words.slice(0, options.breakOffAfterWords).map((content) => ({ content }));
  const events: object[] = [
    chunk({ role: 'assistant', content: '' }),
    ...deltas.map((delta) => chunk(delta)),
  ];
  if (!breaksOff) {
    events.push(...calls.map((delta) => chunk(delta)), chunk({}, calls.length > 0 ? 'tool_calls' : 'stop'), {
      ...chunk({}),
      choices: [],
      usage: { prompt_tokens: 1, completion_tokens: words.length, total_tokens: words.length + 1 },
    });
  }
  const lines = events.map((event) => `data: ${JSON.stringify(event)}\n\n`);
  return {
    headers: { 'content-type': 'text/event-stream' },
    body: '',
    events: {
      lines: breaksOff ? lines : [...lines, 'data: [DONE]\n\n'],
      everyMs: options.wordMs ?? 0,
      breaksOff,
      // The first event has no word.
      ...(options.pause
        ? { pause: { afterEvents: options.pause.afterWords + 1, until: options.pause.until } }
        : {}),
    },
  };
}
