import { APICallError, type LanguageModelV4StreamPart } from '@ai-sdk/provider';
import { simulateReadableStream, type ToolSet, tool, type UIMessageChunk } from 'ai';
import { MockLanguageModelV4 } from 'ai/test';
import { describe, expect, it } from 'vitest';
import { z } from 'zod';
import { EMPTY_DOSSIER, NO_FINDINGS } from '../dossier/schema.ts';
import { AppError } from '../errors.ts';
import { readText } from './message-views.ts';
import type { JudgeWords } from './moderation-stream.ts';
import { buildChatTools } from './tools.ts';
import { writeAnswer } from './write-answer.ts';

const finish: LanguageModelV4StreamPart = {
  type: 'finish',
  finishReason: { unified: 'stop', raw: 'stop' },
  usage: {
    inputTokens: { total: 1, noCache: 1, cacheRead: 0, cacheWrite: 0 },
    outputTokens: { total: 1, text: 1, reasoning: 0 },
  },
};

async function answer(parts: LanguageModelV4StreamPart[], tools: ToolSet = {}, judge?: JudgeWords) {
  const told: UIMessageChunk[] = [];
  const model = new MockLanguageModelV4({
    doStream: async () => {
      // After a tool was called the model is asked again, and has no more to say.
      const chunks = model.doStreamCalls.length > 1 ? [finish] : parts;
      return { stream: simulateReadableStream({ chunks, chunkDelayInMs: null }) };
    },
  });
  const { status, error } = await writeAnswer([model], {
    ...ASKED,
    tools,
    judge,
    onChunk: (chunk) => told.push(chunk),
  });
  return { end: { status, error }, told, text: readText(told) };
}

const ASKED = {
  tools: {},
  messages: [{ role: 'user' as const, text: 'Hello' }],
  dossier: EMPTY_DOSSIER,
  stop: new AbortController().signal,
  open: async () => ({ answered: async () => {}, failed: async () => {} }),
};

const END_OF_TEXT: LanguageModelV4StreamPart = { type: 'text-end', id: '1' };

const say = (...deltas: string[]): LanguageModelV4StreamPart[] => [
  { type: 'text-start', id: '1' },
  ...deltas.map((delta): LanguageModelV4StreamPart => ({ type: 'text-delta', id: '1', delta })),
];

describe('an answer that a moderation model looks at', () => {
  const parts = [...say('Gladly. ', 'First something bad. ', 'Who is it about?'), END_OF_TEXT, finish];

  it('is told whole after its verdict', async () => {
    const asked: string[] = [];
    const { end, text } = await answer(parts, {}, async (words) => void asked.push(words));
    expect(end.status).toBe('complete');
    expect(asked).toEqual([text]);
  });

  it('is told in no part when it is refused, and no other model is asked to say it', async () => {
    const refusal = new AppError('guardrail_violation', 'No.', { rule: 'moderation' });
    const { end, told, text } = await answer(parts, {}, () => Promise.reject(refusal));
    expect(end).toEqual({ status: 'failed', error: refusal });
    expect([text, told]).toEqual(['', []]);
  });

  it('carries no tool out whose input is refused, and tells nothing of it', async () => {
    const kept: unknown[] = [];
    const judge: JudgeWords = async (words) => {
      if (words.includes('bad')) throw new AppError('guardrail_violation', 'No.', { rule: 'moderation' });
    };
    const tools = buildChatTools({
      judge,
      updateDossier: async (findings) => {
        kept.push(findings);
        return { version: 1, changes: [] };
      },
    });
    const note = (toolCallId: string, title: string): LanguageModelV4StreamPart => ({
      type: 'tool-call',
      toolCallId,
      toolName: 'updateDossier',
      input: JSON.stringify({ ...NO_FINDINGS, title }),
    });
    const { told } = await answer(
      [note('1', 'A bad night'), note('2', 'A good night'), finish],
      tools,
      judge,
    );
    expect(kept).toEqual([{ ...NO_FINDINGS, title: 'A good night' }]);
    expect(told.filter((chunk) => 'toolCallId' in chunk && chunk.toolCallId === '2')).toHaveLength(2);
    expect(JSON.stringify(told)).not.toContain('bad');
  });
});

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

  const propose = (pitch: string): LanguageModelV4StreamPart[] => {
    const input = JSON.stringify({ title: 'Nova', pitch });
    return [
      { type: 'tool-input-start', id: 'call', toolName: 'proposeStory' },
      { type: 'tool-input-delta', id: 'call', delta: input },
      { type: 'tool-input-end', id: 'call' },
      { type: 'tool-call', toolCallId: 'call', toolName: 'proposeStory', input },
      { ...finish, finishReason: { unified: 'tool-calls', raw: undefined } } as LanguageModelV4StreamPart,
    ];
  };
  const tools = buildChatTools({ updateDossier: async () => ({ version: 1, changes: [] }) });

  it('tells a tool once and whole, with its input as the guard leaves it', async () => {
    const { end, told } = await answer(propose('A fox\u200b  finds a star.'), tools);
    expect(end.status).toBe('complete');
    expect(told.filter(({ type }) => type.startsWith('tool-')).map(({ type }) => type)).toEqual([
      'tool-input-available',
      'tool-output-available',
    ]);
    expect(told.find(({ type }) => type === 'tool-input-available')).toMatchObject({
      input: { title: 'Nova', pitch: 'A fox finds a star.' },
    });
  });

  it('tells nothing of a tool whose input is refused, and goes on', async () => {
    const { end, told } = await answer(
      [...say('A kind start. '), { type: 'text-end', id: '1' }, ...propose('A fucking mess.')],
      tools,
    );
    expect(end).toEqual({ status: 'complete', error: null });
    expect(JSON.stringify(told)).not.toMatch(/fuck|tool-/);
  });

  it('tells nothing of a tool whose input does not fit', async () => {
    const { told } = await answer(propose('x'.repeat(700)), tools);
    expect(JSON.stringify(told)).not.toContain('xxx');
  });

  /** Models in a row, who was told what, and how each call ended. */
  async function answerAlong(...models: MockLanguageModelV4[]) {
    const told: UIMessageChunk[] = [];
    const ended: unknown[] = [];
    const [first, ...others] = models;
    if (!first) throw new Error('no model');
    const end = await writeAnswer([first, ...others], {
      ...ASKED,
      silenceMs: 80,
      open: async (model) => ({
        answered: async (units) => void ended.push([model.modelId, units]),
        failed: async (error, hasBegun) =>
          void ended.push([
            model.modelId,
            error instanceof AppError && error.code,
            hasBegun ? 'perhaps billed' : 'nothing said',
          ]),
      }),
      onChunk: (chunk) => told.push(chunk),
    });
    return { end, told, ended, text: readText(told) };
  }
  const speaking = (modelId: string, ...parts: LanguageModelV4StreamPart[]) =>
    new MockLanguageModelV4({
      modelId,
      doStream: async () => ({ stream: simulateReadableStream({ chunks: parts, chunkDelayInMs: null }) }),
    });
  const good = () => speaking('good', ...say('Hello. '), { type: 'text-end', id: '1' }, finish);

  it('asks the next model when one fails before it has said anything, and nobody notices', async () => {
    const away = new MockLanguageModelV4({
      modelId: 'away',
      doStream: async () => {
        throw new APICallError({ message: 'no', url: 'x', requestBodyValues: {}, statusCode: 500 });
      },
    });
    const { end, told, ended, text } = await answerAlong(away, good());
    expect(end).toMatchObject({ status: 'complete', error: null, model: { modelId: 'good' } });
    expect(text).toBe('Hello. ');
    expect(told.filter(({ type }) => type === 'text-start')).toHaveLength(1);
    expect(ended).toEqual([
      ['away', 'provider_failed', 'nothing said'],
      ['good', { inputTokens: 1, outputTokens: 1 }],
    ]);
  });

  it('asks the next model when one says nothing for too long', async () => {
    const silent = new MockLanguageModelV4({
      modelId: 'silent',
      doStream: ({ abortSignal }) =>
        new Promise((_, reject) => abortSignal?.addEventListener('abort', () => reject(abortSignal.reason))),
    });
    const { end, ended } = await answerAlong(silent, good());
    expect(end).toMatchObject({ status: 'complete', model: { modelId: 'good' } });
    expect(ended[0]).toEqual(['silent', 'provider_failed', 'nothing said']);
  });

  it('asks the next model when a safety system refuses without a word', async () => {
    const refusing = speaking('careful', {
      ...finish,
      finishReason: { unified: 'content-filter', raw: 'refusal' },
    } as LanguageModelV4StreamPart);
    const { end, ended } = await answerAlong(refusing, good());
    expect(end).toMatchObject({ status: 'complete', model: { modelId: 'good' } });
    expect(ended[0]).toEqual(['careful', 'provider_refused', 'nothing said']);
  });

  it('counts a first answer that asked for a tool although the second try broke down', async () => {
    const model = new MockLanguageModelV4({
      modelId: 'halfway',
      doStream: async () => {
        if (model.doStreamCalls.length > 1) {
          throw new APICallError({ message: 'no', url: 'x', requestBodyValues: {}, statusCode: 500 });
        }
        const chunks: LanguageModelV4StreamPart[] = [
          { type: 'tool-call', toolCallId: '1', toolName: 'look', input: '{}' },
          {
            ...finish,
            finishReason: { unified: 'tool-calls', raw: 'tool_calls' },
          } as LanguageModelV4StreamPart,
        ];
        return { stream: simulateReadableStream({ chunks, chunkDelayInMs: null }) };
      },
    });
    const ended: boolean[] = [];
    const look = tool({ inputSchema: z.object({}), execute: async () => 'Nothing there.' });
    await writeAnswer([model], {
      ...ASKED,
      tools: { look },
      open: async () => ({
        answered: async () => {},
        failed: async (_, hasBegun) => void ended.push(hasBegun),
      }),
      onChunk: () => {},
    });
    expect(model.doStreamCalls).toHaveLength(2);
    expect(ended).toEqual([true]);
  });

  it('asks nobody else once something was said, nor when it is no model’s fault', async () => {
    const breaking = speaking('breaking', ...say('Once upon. '), { type: 'error', error: new Error('gone') });
    const broken = await answerAlong(breaking, good());
    expect(broken.end).toMatchObject({ status: 'failed', model: { modelId: 'breaking' } });
    expect(broken.text).toBe('Once upon. ');
    expect(broken.ended).toEqual([['breaking', 'provider_failed', 'perhaps billed']]);
    const { end } = await answerAlong(speaking('rude', ...say('What a fucking mess. '), finish), good());
    expect(end).toMatchObject({ error: { code: 'guardrail_violation' }, model: { modelId: 'rude' } });
  });

  it('ends as stopped when the person stops it, whoever is being asked', async () => {
    const stop = new AbortController();
    const slow = new MockLanguageModelV4({
      doStream: ({ abortSignal }) =>
        new Promise((_, reject) => {
          abortSignal?.addEventListener('abort', () => reject(abortSignal.reason));
          stop.abort();
        }),
    });
    const end = await writeAnswer([slow, good()], { ...ASKED, stop: stop.signal, onChunk: () => {} });
    expect(end).toMatchObject({ status: 'stopped', error: null });
  });
});
