import { generateText, Output } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  geminiAnswer,
  geminiBlockedAnswer,
  geminiBlockedPrompt,
  geminiError,
  geminiRateLimit,
  geminiSuspendedKey,
  geminiText,
  geminiThoughtfulText,
  geminiWrongKey,
} from '../../../tests/providers/gemini-wire.ts';
import { GEMINI_KEY, standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: words. */
const server = standInForGemini();

const tale = z.object({ title: z.string().max(120), pages: z.number().int().min(1) });

function write(abortSignal?: AbortSignal, prompt = 'A fox.') {
  return generateText({
    model: need(geminiProvider.createStoryModel?.('gemini-2.5-flash')),
    instructions: 'You write picture books.',
    prompt,
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function say(abortSignal?: AbortSignal) {
  return generateText({
    model: need(geminiProvider.createChatModel?.('gemini-2.5-flash')),
    prompt: 'Hello.',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('words', () => {
  test('a structured answer is asked for with a schema Gemini knows, and read with its exact usage', async () => {
    server().answer(geminiText('{"title":"Nova","pages":4}'));
    const result = await write();
    expect(result.output).toEqual({ title: 'Nova', pages: 4 });
    expect(result.usage).toMatchObject({ inputTokens: 812, outputTokens: 540 });
    expect(result.response).toMatchObject({ id: 'iYwSaaHuLqq1qtsP8YGhsA4', modelId: 'gemini-2.5-flash' });
    const [request] = server().requests;
    expect(request?.path).toBe('/v1beta/models/gemini-2.5-flash:generateContent');
    expect(request?.headers['x-goog-api-key']).toBe(GEMINI_KEY);
    expect(request?.path).not.toContain(GEMINI_KEY);
    expect(request?.body).toEqual({
      contents: [{ role: 'user', parts: [{ text: 'A fox.' }] }],
      systemInstruction: { role: 'system', parts: [{ text: 'You write picture books.' }] },
      safetySettings: [],
      generationConfig: {
        responseMimeType: 'application/json',
        responseSchema: {
          type: 'object',
          properties: {
            title: { type: 'string', description: 'At most 120 characters.' },
            pages: { type: 'integer', description: 'At least 1.' },
          },
          required: ['title', 'pages'],
          propertyOrdering: ['title', 'pages'],
        },
      },
    });
  });

  test('thoughts are counted as output and are no part of the text; what was cached is part of the input', async () => {
    server().answer(geminiThoughtfulText('A fox could…', 'There was a fox.'));
    const result = await say();
    expect(result.text).toBe('There was a fox.');
    expect(result.reasoningText).toBe('A fox could…');
    expect(result.usage).toMatchObject({
      inputTokens: 100,
      outputTokens: 320,
      inputTokenDetails: { noCacheTokens: 60, cacheReadTokens: 40 },
      outputTokenDetails: { textTokens: 20, reasoningTokens: 300 },
    });
  });

  test('a schema that is too large to be served is put in words instead', async () => {
    const sentence = 'The specified schema produces a constraint that has too many states for serving.';
    server().answer(geminiError(400, sentence, 'INVALID_ARGUMENT'));
    server().answer(geminiText('```json\n{"title":"Nova","pages":4}\n```'));
    expect((await write()).output).toEqual({ title: 'Nova', pages: 4 });
    const [, second] = server().requests;
    expect(second?.body.generationConfig).toEqual({});
    expect(JSON.stringify(second?.body.systemInstruction)).toContain('JSON schema');
  });

  test('MAX_NEW_TOKENS is the most that is written', async () => {
    vi.stubEnv('MAX_NEW_TOKENS', '512');
    server().answer(geminiText('Hello.'));
    await say();
    expect(server().requests[0]?.body).toMatchObject({ generationConfig: { maxOutputTokens: 512 } });
  });

  test('an answer that grew too long says so', async () => {
    server().answer(geminiAnswer([{ text: 'There was' }], { finishReason: 'MAX_TOKENS' }));
    expect(await say()).toMatchObject({ text: 'There was', finishReason: 'length' });
  });

  test.each([
    ['a question that is not let through', geminiBlockedPrompt()],
    ['an answer that is held back', geminiBlockedAnswer('SAFETY')],
    ['an answer that repeats somebody’s book', geminiBlockedAnswer('RECITATION')],
  ])('%s ends as a refusal, and its tokens are told', async (_, answer) => {
    server().answer(answer);
    const result = await say();
    expect(result).toMatchObject({ text: '', finishReason: 'content-filter' });
    expect(result.usage.inputTokens).toBe(812);
  });

  expectFailures('words', {
    server,
    call: (signal) => write(signal),
    key: GEMINI_KEY,
    failures: [
      {
        name: 'a rate limit with RetryInfo',
        answer: geminiRateLimit(),
        code: 'provider_rate_limited',
        retryAfterSeconds: 18,
      },
      {
        name: 'a quota of the day that is used up',
        answer: geminiRateLimit('40000s', {
          quotaId: 'GenerateRequestsPerDayPerProjectPerModel',
          quotaValue: '50',
        }),
        code: 'provider_rejected',
      },
      {
        name: 'a model that a free account has none of',
        answer: geminiRateLimit('30s', { quotaId: 'GenerateContentInputTokensPerMinute', quotaValue: '0' }),
        code: 'provider_rejected',
      },
      {
        name: 'a fault of the service',
        answer: geminiError(500, 'Internal error.', 'INTERNAL'),
        code: 'provider_failed',
      },
      {
        name: 'an overloaded model',
        answer: geminiError(503, 'The model is overloaded.', 'UNAVAILABLE'),
        code: 'provider_failed',
      },
      {
        name: 'a gateway’s page',
        answer: { status: 502, headers: { 'content-type': 'text/html' }, body: '<h1>502</h1>' },
        code: 'provider_failed',
      },
      { name: 'a wrong key', answer: geminiWrongKey(), code: 'provider_rejected' },
      {
        name: 'a key that is named in the refusal',
        answer: geminiSuspendedKey(GEMINI_KEY),
        code: 'provider_rejected',
      },
      {
        name: 'an unknown model',
        answer: geminiError(404, 'models/x is not found.', 'NOT_FOUND'),
        code: 'provider_rejected',
      },
      { name: 'a body that is no JSON', answer: { body: 'Hello' }, code: 'provider_bad_output' },
      {
        name: 'JSON of another form',
        answer: { body: '{"candidates":"none"}' },
        code: 'provider_bad_output',
      },
    ],
  });

  test('the server refuses a schema with words it does not know, as Google does', async () => {
    const model = need(geminiProvider.createStoryModel?.('gemini-2.5-flash'));
    const answer = await fetch(`${server().baseUrl}/v1beta/models/${model.modelId}:generateContent`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'x-goog-api-key': GEMINI_KEY },
      body: JSON.stringify({
        contents: [],
        generationConfig: { responseSchema: { type: 'object', properties: { a: { $ref: '#' } } } },
      }),
    });
    expect(answer.status).toBe(400);
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Gemini has no such model.');
  return value;
}
