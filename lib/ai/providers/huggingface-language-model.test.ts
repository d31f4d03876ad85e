import { generateText, Output, streamText, tool } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  hubCompletion,
  hubError,
  hubProviderError,
  hubStream,
} from '../../../tests/providers/huggingface-wire.ts';
import {
  HUGGINGFACE_TOKEN,
  standInForHuggingFace,
} from '../../../tests/providers/stand-in-for-huggingface.ts';
import { callProvider } from '../call-provider.ts';
import { huggingfaceProvider } from './huggingface.ts';

/** Hugging Face over real HTTP, through its own package: words. */
const server = standInForHuggingFace();

const LLAMA = 'meta-llama/Llama-3.2-1B-Instruct';

const CHAT = 'POST /v1/chat/completions';

const tale = z.object({ title: z.string(), pages: z.number().int() });

function say(abortSignal?: AbortSignal) {
  return generateText({
    model: need(huggingfaceProvider.createChatModel?.(LLAMA)),
    instructions: 'You are kind.',
    prompt: 'Hello.',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function write() {
  return generateText({
    model: need(huggingfaceProvider.createStoryModel?.(LLAMA)),
    prompt: 'A fox.',
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
  });
}

describe('words', () => {
  test('are asked for as a chat completion of the router, with its exact usage', async () => {
    server().answer(hubCompletion('Hello, fox.'), CHAT);
    const result = await say();
    expect(result.text).toBe('Hello, fox.');
    expect(result.finishReason).toBe('stop');
    expect(result.usage).toMatchObject({ inputTokens: 312, outputTokens: 96 });
    expect(server().requests).toHaveLength(1);
    expect(server().requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${HUGGINGFACE_TOKEN}`,
    });
    expect(server().requests[0]?.body).toEqual({
      model: LLAMA,
      messages: [
        { role: 'system', content: 'You are kind.' },
        { role: 'user', content: 'Hello.' },
      ],
      max_tokens: 4096,
    });
  });

  test('MAX_NEW_TOKENS is the most that is written', async () => {
    vi.stubEnv('MAX_NEW_TOKENS', '512');
    await say();
    expect(server().requests[0]?.body.max_tokens).toBe(512);
  });

  test('a structured answer is asked for by its schema', async () => {
    server().answer(hubCompletion('{"title":"Nova","pages":4}'), CHAT);
    expect((await write()).output).toEqual({ title: 'Nova', pages: 4 });
    expect(server().requests[0]?.body).toMatchObject({
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'tale', schema: { type: 'object', required: ['title', 'pages'] } },
      },
    });
  });

  test('by words where the service takes no schema, and whatever stands around the JSON is left out', async () => {
    server().answer(hubProviderError(422, 'response_format is not supported'), CHAT);
    server().answer(hubCompletion('```json\n{"title":"Nova","pages":4}\n```'), CHAT);
    expect((await write()).output).toEqual({ title: 'Nova', pages: 4 });
    const [, second] = server().requests;
    expect(second?.body.response_format).toBeUndefined();
    expect(JSON.stringify(second?.body.messages)).toContain('JSON schema');
  });

  test('that grew too long say so, and words that are filtered are a refusal', async () => {
    server().answer(hubCompletion('There was', { finishReason: 'length' }), CHAT);
    expect((await say()).finishReason).toBe('length');
    server().answer(hubCompletion('', { finishReason: 'content_filter' }), CHAT);
    expect((await say()).finishReason).toBe('content-filter');
  });

  test('a stream comes in pieces, thoughts apart, and tells its usage at the end', async () => {
    server().answer(
      hubStream([{ reasoning_content: 'A fox…' }, { content: 'There ' }, { content: 'was a fox.' }]),
      CHAT,
    );
    const result = streamText({
      model: need(huggingfaceProvider.createChatModel?.(LLAMA)),
      prompt: 'Hello.',
      maxRetries: 0,
    });
    expect(await Array.fromAsync(result.textStream)).toEqual(['There ', 'was a fox.']);
    expect(await result.reasoningText).toBe('A fox…');
    expect(await result.usage).toMatchObject({ inputTokens: 312, outputTokens: 96 });
    expect(server().requests[0]?.body).toMatchObject({
      stream: true,
      stream_options: { include_usage: true },
    });
  });

  test('a call of a function that comes in pieces is carried out once it is whole', async () => {
    const piece = (given: object) => ({ tool_calls: [{ index: 0, ...given }] });
    server().answer(
      hubStream(
        [
          piece({ id: 'call_1', function: { name: 'note', arguments: '' } }),
          piece({ function: { arguments: '{"hero":' } }),
          piece({ function: { arguments: '"Nova"}' } }),
        ],
        { finishReason: 'tool_calls' },
      ),
      CHAT,
    );
    server().answer(hubStream([{ content: 'Noted.' }]), CHAT);
    const result = streamText({
      model: need(huggingfaceProvider.createChatModel?.(LLAMA)),
      prompt: 'The hero is Nova.',
      tools: {
        note: tool({
          inputSchema: z.object({ hero: z.string() }),
          execute: ({ hero }) => ({ written: hero }),
        }),
      },
      stopWhen: ({ steps }) => steps.length === 2,
      maxRetries: 0,
    });
    expect((await Array.fromAsync(result.textStream)).join('')).toBe('Noted.');
    expect(server().requests[0]?.body).toMatchObject({
      tools: [{ function: { name: 'note' } }],
      tool_choice: 'auto',
    });
    expect((server().requests[1]?.body.messages as object[] | undefined)?.slice(1)).toEqual([
      {
        role: 'assistant',
        content: '',
        tool_calls: [
          { id: 'call_1', type: 'function', function: { name: 'note', arguments: '{"hero":"Nova"}' } },
        ],
      },
      { role: 'tool', tool_call_id: 'call_1', content: '{"written":"Nova"}' },
    ]);
  });

  test.each([
    ['breaks off', hubStream([{ content: 'There ' }, { content: 'was ' }], { breaksOff: true, everyMs: 20 })],
    ['ends without an end', hubStream([{ content: 'There ' }, { content: 'was ' }], { finishReason: null })],
    [
      'tells of an error',
      withLine(hubStream([{ content: 'There ' }]), 'data: {"error":{"message":"overloaded"}}\n\n'),
    ],
    ['turns into nonsense', withLine(hubStream([{ content: 'There ' }]), 'data: {"choices":[{"del\n\n')],
  ])('a stream that %s has failed, and what came before stands', async (_, answer) => {
    server().answer(answer, CHAT);
    let failure: unknown;
    const result = streamText({
      model: need(huggingfaceProvider.createChatModel?.(LLAMA)),
      prompt: 'Hello.',
      maxRetries: 0,
      onError: ({ error }) => {
        failure = error;
      },
    });
    const pieces: string[] = [];
    for await (const piece of result.textStream) pieces.push(piece);
    expect(pieces.join('')).toContain('There ');
    await expect(callProvider(undefined, () => Promise.reject(failure))).rejects.toMatchObject({
      code: expect.stringMatching(/^provider_(failed|bad_output)$/),
    });
  });

  test('a stream nobody reads any more ends at the service too', async () => {
    const silent = Promise.withResolvers<void>();
    const answer = hubStream([{ content: 'There ' }, { content: 'was ' }]);
    const events = answer.events as NonNullable<typeof answer.events>;
    server().answer(
      { ...answer, events: { ...events, pause: { afterEvents: 1, until: silent.promise } } },
      CHAT,
    );
    const model = need(huggingfaceProvider.createChatModel?.(LLAMA));
    const { stream } = await model.doStream({
      prompt: [{ role: 'user', content: [{ type: 'text', text: 'Hello.' }] }],
    });
    const reader = stream.getReader();
    await reader.read();
    await reader.cancel();
    await expect.poll(() => server().requests[0]?.endedMs).toBeDefined();
    silent.resolve();
  });

  expectFailures('words', {
    server,
    call: say,
    key: HUGGINGFACE_TOKEN,
    failures: [
      {
        name: 'a rate limit',
        answer: hubError(429, 'Rate limit reached.', { 'retry-after': '12' }),
        code: 'provider_rate_limited',
        retryAfterSeconds: 12,
      },
      {
        name: 'credits that are used up',
        answer: hubError(402, 'You have exceeded your monthly included credits.'),
        code: 'provider_rejected',
      },
      { name: 'a fault of the service', answer: hubError(500, 'Internal error'), code: 'provider_failed' },
      {
        name: 'a gateway’s page',
        answer: { status: 504, headers: { 'content-type': 'text/html' }, body: '<h1>504</h1>' },
        code: 'provider_failed',
      },
      {
        name: 'a wrong token',
        answer: hubError(401, `Invalid token ${HUGGINGFACE_TOKEN}`),
        code: 'provider_rejected',
      },
      {
        name: 'an unknown model',
        answer: hubProviderError(404, 'Model not found'),
        code: 'provider_rejected',
      },
      { name: 'a body that is no JSON', answer: { body: 'Hello' }, code: 'provider_bad_output' },
      { name: 'JSON of another form', answer: { body: '{"choices":"none"}' }, code: 'provider_bad_output' },
    ],
  });
});

/** Puts a line where the end of a stream was. */
function withLine(answer: ReturnType<typeof hubStream>, line: string): ReturnType<typeof hubStream> {
  const events = answer.events as NonNullable<typeof answer.events>;
  return { ...answer, events: { ...events, everyMs: 20, lines: [...events.lines.slice(0, 1), line] } };
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Hugging Face has no such model.');
  return value;
}
