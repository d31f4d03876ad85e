import { generateText, Output, streamText, tool } from 'ai';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import {
  anthropicError,
  anthropicMessage,
  anthropicRateLimit,
  anthropicStream,
  anthropicToolUse,
} from '../../../tests/providers/anthropic-wire.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { callProvider } from '../call-provider.ts';
import { anthropicProvider } from './anthropic.ts';

/** Anthropic's models over real HTTP, from a local server that answers as the public reference says. */
const KEY = 'sk-ant-test-not-a-secret-4711';
const server = serverForTests((origin) => ({ ANTHROPIC_API_KEY: KEY, ANTHROPIC_BASE_URL: origin }));

const tale = z.object({ title: z.string(), pages: z.number().int() });

function write(abortSignal?: AbortSignal, modelId = 'claude-sonnet-5-5') {
  return generateText({
    model: need(anthropicProvider.createStoryModel?.(modelId)),
    instructions: 'You write picture books.',
    prompt: 'A fox.',
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

test('a newer model is asked for exactly the schema, and says what it read and wrote', async () => {
  server().answer(anthropicMessage('{"title":"Fox","pages":8}', { inputTokens: 700, outputTokens: 90 }));
  const result = await write();
  expect(result.output).toEqual({ title: 'Fox', pages: 8 });
  expect(result.usage).toMatchObject({ inputTokens: 700, outputTokens: 90 });
  expect(server().requests).toMatchObject([
    {
      method: 'POST',
      path: '/v1/messages',
      headers: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' },
      body: {
        model: 'claude-sonnet-5-5',
        system: [{ type: 'text', text: 'You write picture books.' }],
        output_config: {
          format: { type: 'json_schema', schema: { type: 'object', required: ['title', 'pages'] } },
        },
      },
    },
  ]);
  expect(server().requests[0]?.body.max_tokens).toBeGreaterThan(4_000);
});

test('an older model, which knows no schema, must use a tool that has it', async () => {
  server().answer(anthropicToolUse('json', { title: 'Fox', pages: 8 }));
  const result = await write(undefined, 'claude-3-haiku-20240307');
  expect(result.output).toEqual({ title: 'Fox', pages: 8 });
  expect(server().requests[0]?.body).toMatchObject({
    tools: [{ name: 'json', input_schema: { type: 'object' } }],
    tool_choice: { type: 'any' },
  });
});

test('the address may be written with the version or without', async () => {
  vi.stubEnv('ANTHROPIC_BASE_URL', `${server().origin}/v1`);
  server().answer(anthropicMessage('{"title":"Fox","pages":8}'));
  await write();
  vi.stubEnv('ANTHROPIC_BASE_URL', `${server().origin}/proxy/anthropic`);
  server().answer(anthropicMessage('{"title":"Fox","pages":8}'));
  await write();
  expect(server().requests.map(({ path }) => path)).toEqual(['/v1/messages', '/proxy/anthropic/messages']);
});

test('an answer is no longer than MAX_NEW_TOKENS', async () => {
  vi.stubEnv('MAX_NEW_TOKENS', '300');
  server().answer(anthropicMessage('{"title":"Fox","pages":8}'));
  await write();
  expect(server().requests[0]?.body).toMatchObject({ max_tokens: 300 });
});

test('a refusal is known by its reason and not by its words', async () => {
  server().answer(anthropicMessage('I would rather not.', { stopReason: 'refusal' }));
  await expect(callProvider(undefined, write)).rejects.toMatchObject({ code: 'provider_refused' });
});

test('a conversation comes word by word, and calls its tools', async () => {
  server().answer(
    anthropicStream('A fox, then.', { calls: [{ name: 'note', input: { hero: 'fox' } }], everyMs: 3 }),
  );
  const result = streamText({
    model: need(anthropicProvider.createChatModel?.('claude-sonnet-5-5')),
    prompt: 'A fox!',
    tools: { note: tool({ inputSchema: z.object({ hero: z.string() }) }) },
    maxRetries: 0,
  });
  const pieces: string[] = [];
  for await (const piece of result.textStream) pieces.push(piece);
  expect(pieces).toEqual(['A ', 'fox, ', 'then.']);
  expect(await result.toolCalls).toMatchObject([{ toolName: 'note', input: { hero: 'fox' } }]);
  expect(await result.usage).toMatchObject({ inputTokens: 25, outputTokens: 15 });
});

test('a service that is overloaded in mid-answer ends the stream with its error', async () => {
  server().answer(
    anthropicStream('Once upon a time there was a fox.', {
      error: { type: 'overloaded_error', message: 'Overloaded' },
    }),
  );
  const errors: unknown[] = [];
  const result = streamText({
    model: need(anthropicProvider.createChatModel?.('claude-sonnet-5-5')),
    prompt: 'Begin.',
    maxRetries: 0,
    onError: ({ error }) => void errors.push(error),
  });
  const pieces: string[] = [];
  for await (const piece of result.textStream) pieces.push(piece);
  expect(pieces.join('')).toBe('Once upon a time ');
  expect(errors).toMatchObject([{ message: expect.stringContaining('Overloaded') }]);
});

expectFailures('words', {
  server,
  call: write,
  key: KEY,
  failures: [
    { name: 'a 429', answer: anthropicRateLimit(11), code: 'provider_rate_limited', retryAfterSeconds: 11 },
    { name: 'an overloaded service', answer: anthropicError(529, 'Overloaded'), code: 'provider_failed' },
    { name: 'a 500', answer: anthropicError(500), code: 'provider_failed' },
    {
      name: 'a wrong key, quoted by the service',
      answer: anthropicError(401, `invalid x-api-key ${KEY}`),
      code: 'provider_rejected',
    },
    {
      name: 'a model nobody knows',
      answer: anthropicError(404, 'model: claude-9'),
      code: 'provider_rejected',
    },
    { name: 'broken JSON', answer: { body: '{"id":"msg_1","content":[' }, code: 'provider_bad_output' },
    {
      name: 'an answer that does not fit',
      answer: anthropicMessage('{"title":"Fox"}'),
      code: 'provider_bad_output',
    },
    {
      name: 'an answer that was cut off',
      answer: anthropicMessage('{"title":"Fo', { stopReason: 'max_tokens' }),
      code: 'provider_bad_output',
    },
  ],
});

test('whether it answers and knows our key is asked without a model', async () => {
  server().answer({ body: '{"data":[],"has_more":false}' });
  await anthropicProvider.ping?.(AbortSignal.timeout(2_000));
  expect(server().requests).toMatchObject([
    {
      method: 'GET',
      path: '/v1/models?limit=1',
      headers: { 'x-api-key': KEY, 'anthropic-version': '2023-06-01' },
    },
  ]);
});

test('without a key it says which variable is missing', () => {
  vi.stubEnv('ANTHROPIC_API_KEY', '');
  expect(anthropicProvider.missingVariable()).toBe('ANTHROPIC_API_KEY');
});
