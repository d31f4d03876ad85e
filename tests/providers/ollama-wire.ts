import type { Answer } from './provider-server.ts';

/** Answers in the wire format of Ollama's own API, written after its public reference: each names its page. */

/** One JSON object a line, the last with the counts: https://docs.ollama.com/api/chat, https://docs.ollama.com/api/streaming */
export function ollamaAnswer(
  text: string,
  options: {
    thinking?: string;
    calls?: { name: string; input: object }[];
    doneReason?: string;
    everyMs?: number;
    /** The connection ends before the last line. */
    breaksOff?: boolean;
    /** The model fails in mid-answer: https://docs.ollama.com/api/errors */
    error?: string;
  } = {},
): Answer {
  const line = (fields: object) =>
    `${JSON.stringify({ model: 'llama3.2', created_at: '2026-11-21T19:00:00.118866Z', ...fields })}\n`;
  const say = (message: object) =>
    line({ message: { role: 'assistant', content: '', ...message }, done: false });
  const lines = [
    ...(options.thinking ? [say({ thinking: options.thinking })] : []),
    ...(text.match(/\S+\s*/g) ?? []).map((content) => say({ content })),
    ...(options.calls ?? []).map(({ name, input }) =>
      say({ tool_calls: [{ function: { name, arguments: input } }] }),
    ),
  ];
  if (options.error) lines.push(`${JSON.stringify({ error: options.error })}\n`);
  else if (!options.breaksOff) {
    lines.push(
      line({
        message: { role: 'assistant', content: '' },
        done: true,
        done_reason: options.doneReason ?? 'stop',
        total_duration: 4_883_583_458,
        load_duration: 1_334_875,
        prompt_eval_count: 26,
        prompt_eval_duration: 342_546_000,
        eval_count: 282,
        eval_duration: 4_535_599_000,
      }),
    );
  }
  return {
    headers: { 'content-type': 'application/x-ndjson' },
    body: '',
    events: { lines, everyMs: options.everyMs ?? 0, breaksOff: options.breaksOff ?? false },
  };
}

/** https://docs.ollama.com/api/errors */
export function ollamaError(status: number, error: string): Answer {
  return { status, body: JSON.stringify({ error }) };
}

/** https://docs.ollama.com/api/tags */
export function ollamaTags(...models: string[]): Answer {
  const details = { format: 'gguf', family: 'llama', parameter_size: '3.2B', quantization_level: 'Q4_K_M' };
  return {
    body: JSON.stringify({
      models: models.map((name) => ({ name, model: name, size: 2_019_393_189, details })),
    }),
  };
}
