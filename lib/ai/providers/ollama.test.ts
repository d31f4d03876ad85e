import { generateText, isStepCount, Output, streamText, tool } from 'ai';
import { expect, test, vi } from 'vitest';
import { z } from 'zod';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { ollamaAnswer, ollamaError, ollamaTags } from '../../../tests/providers/ollama-wire.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { callProvider } from '../call-provider.ts';
import { ollamaProvider } from './ollama.ts';

/** Ollama's own API over real HTTP, from a local server that answers as the public reference says. */
const server = serverForTests((origin) => ({ OLLAMA_BASE_URL: origin }));

const tale = z.object({ title: z.string(), pages: z.number().int() });
const note = tool({ inputSchema: z.object({ hero: z.string() }), execute: ({ hero }) => `Noted: ${hero}` });

function write(abortSignal?: AbortSignal, prompt = 'A fox.') {
  return generateText({
    model: need(ollamaProvider.createStoryModel?.('llama3.2')),
    instructions: 'You write picture books.',
    prompt,
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

test('a story is asked for in the grammar of its schema, which the model is told too', async () => {
  server().answer(ollamaAnswer('{"title": "Fox", "pages": 8}'));
  const result = await write();
  expect(result.output).toEqual({ title: 'Fox', pages: 8 });
  expect(result.usage).toMatchObject({ inputTokens: 26, outputTokens: 282 });
  expect(server().requests[0]).toMatchObject({
    method: 'POST',
    path: '/api/chat',
    authorization: undefined,
    body: {
      model: 'llama3.2',
      stream: true,
      format: { type: 'object', required: ['title', 'pages'] },
      options: { num_ctx: 8_192 },
      messages: [
        { role: 'system', content: expect.stringMatching(/^You write picture books\.[\s\S]*"pages"/) },
        { role: 'user', content: 'A fox.' },
      ],
    },
  });
});

test('a long question gets a context it fits in, with room for the answer', async () => {
  server().answer(ollamaAnswer('{"title": "Fox", "pages": 8}'));
  await write(undefined, 'A fox and a long way. '.repeat(2_500));
  expect(server().requests[0]?.body).toMatchObject({ options: { num_ctx: 32_768 } });
});

test('an answer is no longer than MAX_NEW_TOKENS', async () => {
  vi.stubEnv('MAX_NEW_TOKENS', '300');
  server().answer(ollamaAnswer('{"title": "Fox", "pages": 8}'));
  await write();
  expect(server().requests[0]?.body).toMatchObject({ options: { num_predict: 300 } });
});

test('a conversation comes word by word, thoughts apart, and goes on after its tools', async () => {
  server().answer(
    ollamaAnswer('A fox, then.', {
      thinking: 'They want a fox.',
      calls: [{ name: 'note', input: { hero: 'fox' } }],
      everyMs: 3,
    }),
  );
  server().answer(ollamaAnswer('It is noted.'));
  const result = streamText({
    model: need(ollamaProvider.createChatModel?.('llama3.2')),
    prompt: 'A fox!',
    tools: { note },
    stopWhen: isStepCount(2),
    maxRetries: 0,
  });
  const pieces: string[] = [];
  for await (const piece of result.textStream) pieces.push(piece);
  expect(pieces).toEqual(['A ', 'fox, ', 'then.', 'It ', 'is ', 'noted.']);
  const [first] = await result.steps;
  expect(first).toMatchObject({ finishReason: 'tool-calls', reasoningText: 'They want a fox.' });
  const [asked, goneOn] = server().requests;
  expect(asked?.body).toMatchObject({
    tools: [{ type: 'function', function: { name: 'note', parameters: { type: 'object' } } }],
  });
  expect(goneOn?.body.messages).toMatchObject([
    { role: 'user', content: 'A fox!' },
    {
      role: 'assistant',
      content: 'A fox, then.',
      tool_calls: [{ function: { name: 'note', arguments: { hero: 'fox' } } }],
    },
    { role: 'tool', tool_name: 'note', content: 'Noted: fox' },
  ]);
});

test('an answer that was cut off says so', async () => {
  server().answer(ollamaAnswer('Once upon', { doneReason: 'length' }));
  const model = need(ollamaProvider.createChatModel?.('llama3.2'));
  expect(await generateText({ model, prompt: 'Begin.', maxRetries: 0 })).toMatchObject({
    finishReason: 'length',
  });
});

test('a model that is not there is said with the command that gets it', async () => {
  server().answer(ollamaError(404, 'model "llama3.2" not found, try pulling it first'));
  await expect(callProvider(undefined, write)).rejects.toMatchObject({
    code: 'provider_rejected',
    message: expect.stringContaining('ollama pull llama3.2'),
  });
});

test('who stops listening ends the work', async () => {
  server().answer(ollamaAnswer('Once upon a time there was a fox who never slept.', { everyMs: 250 }));
  const stop = new AbortController();
  const result = streamText({
    model: need(ollamaProvider.createChatModel?.('llama3.2')),
    prompt: 'Begin.',
    maxRetries: 0,
    abortSignal: stop.signal,
    onError: () => {},
  });
  for await (const _ of result.textStream) stop.abort();
  await expect.poll(() => server().requests[0]?.endedMs).toBeDefined();
  const { startedMs = 0, endedMs = 0 } = server().requests[0] ?? {};
  expect(endedMs - startedMs).toBeLessThan(1_000);
});

expectFailures('words', {
  server,
  call: write,
  key: undefined,
  failures: [
    {
      name: 'a 500',
      answer: ollamaError(500, 'model runner has unexpectedly stopped'),
      code: 'provider_failed',
    },
    { name: 'a queue that is full', answer: ollamaError(503, 'server busy'), code: 'provider_failed' },
    {
      name: 'an answer without its last line',
      answer: ollamaAnswer('{"title": "Fox",', { breaksOff: true }),
      code: 'provider_failed',
    },
    {
      name: 'a model that fails in mid-answer',
      answer: ollamaAnswer('{"title": "Fox",', { error: 'an error was encountered while running the model' }),
      code: 'provider_failed',
    },
    { name: 'another server', answer: { body: '<html>It works!</html>' }, code: 'provider_bad_output' },
    {
      name: 'another server without this path',
      answer: { status: 404, body: '<html>Not found</html>' },
      code: 'provider_rejected',
    },
    {
      name: 'an answer that does not fit',
      answer: ollamaAnswer('{"title": "Fox"}'),
      code: 'provider_bad_output',
    },
  ],
});

test('whether it is there is asked by its list of models, wherever its address ends', async () => {
  for (const end of ['', '/v1', '/api']) {
    vi.stubEnv('OLLAMA_BASE_URL', `${server().origin}${end}`);
    server().answer(ollamaTags('llama3.2:latest'));
    await ollamaProvider.ping?.(AbortSignal.timeout(2_000));
  }
  expect(server().requests.map(({ path }) => path)).toEqual(['/api/tags', '/api/tags', '/api/tags']);
});

test('it is free, and nothing must be set', () => {
  vi.stubEnv('OLLAMA_BASE_URL', '');
  expect([ollamaProvider.isFree, ollamaProvider.missingVariable()]).toEqual([true, undefined]);
});
