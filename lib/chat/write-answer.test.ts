import type { LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { simulateReadableStream, type UIMessageChunk } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { EMPTY_DOSSIER } from '../dossier/schema.ts';
import { readText } from './message-views.ts';
import { writeAnswer } from './write-answer.ts';

const finish: LanguageModelV4StreamPart = {
  type: 'finish',
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: {
    inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 1, text: 1, reasoning: 0 },
  },
};

async function answer(parts: LanguageModelV4StreamPart[]) {
  const told: UIMessageChunk[] = [];
  const model = new MockLanguageModelV4({
    doStream: async () => ({ stream: simulateReadableStream({ chunks: parts, chunkDelayInMs: null }) }),
  });
  const end = await writeAnswer({
    model,
    tools: {},
    messages: [{ role: 'user', text: 'Hello' }],
    dossier: EMPTY_DOSSIER,
    abort: new AbortController(),
    onChunk: (chunk) => told.push(chunk),
  });
  return { end, told, text: readText(told) };
}

const say = (...deltas: string[]): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id: '1' },
  ...deltas.map((delta): LanguageModelV4StreamPart => ({ type: 'text-delta', id: '1', delta })),
];

describe('writeAnswer', () => {
  it('hands on every word of a model, sentence by sentence', async () => {
    const { end, told, text } = await answer([
      ...say('Hel', 'lo. Who is', ' it about?'),
      { type: 'text-end', id: '1' },
      finish,
    ]);
    expect(end).toEqual({ status: 'complete', error: null });
    expect(text).toBe('Hello. Who is it about?');
    expect(told.filter(({ type }) => type === 'text-delta')).toHaveLength(2);
  });

  it('keeps what came when the model fails in mid-answer, and says how it ended', async () => {
    const { end, told, text } = await answer([
      ...say('Once upon a time. '),
      { type: 'error', error: new Error('gone') },
    ]);
    expect(end.status).toBe('failed');
    expect(end.error?.code).toBe('provider_failed');
    expect(text).toBe('Once upon a time. ');
    expect(told.some(({ type }) => type === 'text-end')).toBe(true);
  });

  it('stops before a forbidden word leaves', async () => {
    const { end, text } = await answer([
      ...say('A kind start. ', 'What a fuc', 'king mess. '),
      { type: 'text-end', id: '1' },
      finish,
    ]);
    expect(end.error?.code).toBe('guardrail_violation');
    expect(text).toBe('A kind start. ');
  });
});
