import { generateText, Output, streamText } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  openaiCompletion,
  openaiError,
  openaiRateLimit,
  openaiRefusedCompletion,
  openaiRefusedResponse,
  openaiResponse,
  openaiStreamedResponse,
} from '../../../tests/providers/openai-wire.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { callProvider } from '../call-provider.ts';
import { openaiProvider } from './openai.ts';

/** OpenAI's own models over real HTTP, from a local server that answers as the public reference says. */
const KEY = 'sk-test-not-a-secret-4711';
const server = serverForTests((origin) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${origin}/v1` }));

const fetchForReal = globalThis.fetch;

/** Without a base URL OpenAI itself is called: its address leads to the local server here. */
function callOpenAIItself(): void {
  vi.stubEnv('OPENAI_BASE_URL', '');
  vi.stubGlobal('fetch', (address: string | URL, options: RequestInit) =>
    fetchForReal(String(address).replace('https://api.openai.com', server().origin), options),
  );
}

const tale = z.object({ title: z.string(), pages: z.number().int() });

function write(abortSignal?: AbortSignal) {
  return generateText({
    model: need(openaiProvider.createStoryModel?.('gpt-6-luna')),
    instructions: 'You write picture books.',
    prompt: 'A fox.',
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('words', () => {
  test('OpenAI itself is asked through its responses API, for exactly the schema', async () => {
    callOpenAIItself();
    server().answer(openaiResponse('{"title":"Fox","pages":8}', { inputTokens: 700, outputTokens: 90 }));
    const result = await write();
    expect(result.output).toEqual({ title: 'Fox', pages: 8 });
    expect(result.usage).toMatchObject({ inputTokens: 700, outputTokens: 90 });
    expect(server().requests).toMatchObject([
      {
        path: '/v1/responses',
        authorization: `Bearer ${KEY}`,
        body: {
          model: 'gpt-6-luna',
          text: { format: { type: 'json_schema', name: 'tale', strict: true } },
        },
      },
    ]);
  });

  test('a service at another address is asked through chat completions', async () => {
    server().answer(openaiCompletion('{"title":"Fox","pages":8}'));
    const result = await write();
    expect(result.output).toEqual({ title: 'Fox', pages: 8 });
    expect(result.usage).toMatchObject({ inputTokens: 812, outputTokens: 540 });
    expect(server().requests).toMatchObject([
      {
        path: '/v1/chat/completions',
        body: { response_format: { type: 'json_schema', json_schema: { name: 'tale', strict: true } } },
      },
    ]);
  });

  test('a conversation comes word by word', async () => {
    callOpenAIItself();
    server().answer(openaiStreamedResponse('Once upon a time.', 5));
    const result = streamText({
      model: need(openaiProvider.createChatModel?.('gpt-6-luna')),
      prompt: 'Begin.',
      maxRetries: 0,
    });
    const pieces: string[] = [];
    for await (const piece of result.textStream) pieces.push(piece);
    expect(pieces).toEqual(['Once ', 'upon ', 'a ', 'time.']);
    expect(await result.usage).toMatchObject({ inputTokens: 812, outputTokens: 540 });
  });

  test('a refusal is one, through either API', async () => {
    server().answer(openaiRefusedCompletion());
    await expect(callProvider(undefined, write)).rejects.toMatchObject({ code: 'provider_refused' });
    callOpenAIItself();
    server().answer(openaiRefusedResponse());
    await expect(callProvider(undefined, write)).rejects.toMatchObject({ code: 'provider_refused' });
  });

  test('an answer is no longer than MAX_NEW_TOKENS', async () => {
    vi.stubEnv('MAX_NEW_TOKENS', '300');
    server().answer(openaiCompletion('{"title":"Fox","pages":8}'));
    await write();
    expect(server().requests[0]?.body).toMatchObject({ max_completion_tokens: 300 });
  });

  expectFailures('words', {
    server,
    call: write,
    key: KEY,
    failures: [
      { name: 'a 429', answer: openaiRateLimit(7), code: 'provider_rate_limited', retryAfterSeconds: 7 },
      {
        name: 'an account without credit',
        answer: openaiError(429, { code: 'insufficient_quota', type: 'insufficient_quota' }),
        code: 'provider_rejected',
      },
      {
        name: 'a 500',
        answer: openaiError(500, { code: null, type: 'server_error' }),
        code: 'provider_failed',
      },
      {
        name: 'a wrong key, quoted by the service',
        answer: openaiError(401, { code: 'invalid_api_key', message: `Incorrect API key provided: ${KEY}.` }),
        code: 'provider_rejected',
      },
      {
        name: 'a model nobody knows',
        answer: openaiError(404, { code: 'model_not_found' }),
        code: 'provider_rejected',
      },
      {
        name: 'broken JSON',
        answer: { body: '{"id":"chatcmpl-1","choices":[' },
        code: 'provider_bad_output',
      },
      {
        name: 'an answer that does not fit',
        answer: openaiCompletion('{"title":"Fox"}'),
        code: 'provider_bad_output',
      },
    ],
  });
});

test('whether it answers and knows our key is asked without a model', async () => {
  server().answer({ body: '{"object":"list","data":[]}' });
  await openaiProvider.ping?.(AbortSignal.timeout(2_000));
  expect(server().requests).toMatchObject([
    { method: 'GET', path: '/v1/models', authorization: `Bearer ${KEY}` },
  ]);
  server().answer(openaiError(401, { code: 'invalid_api_key' }));
  await expect(
    callProvider(undefined, async (signal) => openaiProvider.ping?.(signal)),
  ).rejects.toMatchObject({ code: 'provider_rejected' });
});

test('without a key it says which variable is missing', () => {
  vi.stubEnv('OPENAI_API_KEY', '');
  expect(openaiProvider.missingVariable()).toBe('OPENAI_API_KEY');
});
