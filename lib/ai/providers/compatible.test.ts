import { generateImage, generateSpeech, generateText, Output, streamText, transcribe } from 'ai';
import { describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { paintPicture, speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { streamedChat } from '../../../tests/providers/openai-chat.ts';
import {
  openaiCompletion,
  openaiError,
  openaiPicture,
  openaiRateLimit,
  openaiSpeech,
  openaiTranscript,
} from '../../../tests/providers/openai-wire.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { callProvider } from '../call-provider.ts';
import { compatibleProvider } from './compatible.ts';

/** A server of one's own, and one that wants a key whose shape says nothing. */
const KEY = 'open-sesame-4711';
const server = serverForTests((origin) => ({
  COMPATIBLE_BASE_URL: `${origin}/v1`,
  COMPATIBLE_API_KEY: KEY,
  // Somebody else's, and never to be seen here.
  OPENAI_API_KEY: 'sk-of-somebody-else',
}));

const tale = z.object({ title: z.string(), pages: z.number().int() });

function write(abortSignal?: AbortSignal, model = need(compatibleProvider.createStoryModel?.('qwen3'))) {
  return generateText({
    model,
    instructions: 'You write picture books.',
    prompt: 'A fox.',
    output: Output.object({ schema: tale, name: 'tale' }),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function speak(abortSignal?: AbortSignal) {
  return generateSpeech({
    model: need(compatibleProvider.createSpeechModel?.('kokoro')),
    text: 'Good night.',
    voice: 'nova',
    outputFormat: 'wav',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('words', () => {
  test('a server that knows schemas is asked by schema', async () => {
    server().answer(openaiCompletion('{"title":"Fox","pages":8}'));
    const result = await write();
    expect(result.output).toEqual({ title: 'Fox', pages: 8 });
    expect(result.usage).toMatchObject({ inputTokens: 812, outputTokens: 540 });
    expect(server().requests).toMatchObject([
      {
        path: '/v1/chat/completions',
        authorization: `Bearer ${KEY}`,
        body: { model: 'qwen3', response_format: { type: 'json_schema', json_schema: { name: 'tale' } } },
      },
    ]);
  });

  test('a server that refuses schemas is asked in words, and from then on at once, by whichever step', async () => {
    const makeModel = () => need(compatibleProvider.createStoryModel?.('old-model'));
    server().answer(openaiError(400, { code: null, message: 'response_format is not supported' }));
    server().answer(openaiCompletion('```json\n{"title":"Fox","pages":8}\n```'));
    expect((await write(undefined, makeModel())).output).toEqual({ title: 'Fox', pages: 8 });
    server().answer(openaiCompletion('{"title":"Owl","pages":9}'));
    expect((await write(undefined, makeModel())).output).toEqual({ title: 'Owl', pages: 9 });
    expect(server().requests.map(({ body }) => 'response_format' in body)).toEqual([true, false, false]);
    expect(server().requests[1]?.body.messages).toMatchObject([
      { role: 'system', content: expect.stringMatching(/^You write picture books\.[\s\S]*"pages"/) },
      { role: 'user' },
    ]);
  });

  test('a question that is wrong in words too stays wrong, and schemas are tried again', async () => {
    const model = need(compatibleProvider.createStoryModel?.('qwen3'));
    server().answer(openaiError(400, { code: 'context_length_exceeded' }));
    server().answer(openaiError(400, { code: 'context_length_exceeded' }));
    await expect(callProvider(undefined, (signal) => write(signal, model))).rejects.toMatchObject({
      code: 'provider_rejected',
    });
    server().answer(openaiCompletion('{"title":"Fox","pages":8}'));
    await write(undefined, model);
    expect(server().requests[2]?.body).toHaveProperty('response_format');
  });

  test('a conversation comes word by word', async () => {
    server().answer(streamedChat('Once upon a time.', { wordMs: 3 }));
    const result = streamText({
      model: need(compatibleProvider.createChatModel?.('qwen3')),
      prompt: 'Begin.',
      maxRetries: 0,
    });
    const pieces: string[] = [];
    for await (const piece of result.textStream) pieces.push(piece);
    expect(pieces.filter(Boolean)).toEqual(['Once ', 'upon ', 'a ', 'time.']);
    expect(await result.usage).toMatchObject({ outputTokens: 4 });
  });

  expectFailures('words', {
    server,
    call: write,
    key: KEY,
    failures: [
      { name: 'a 429', answer: openaiRateLimit(4), code: 'provider_rate_limited', retryAfterSeconds: 4 },
      { name: 'a 503', answer: openaiError(503, { code: null }), code: 'provider_failed' },
      {
        name: 'a wrong key, quoted by the server',
        answer: openaiError(401, { code: null, message: `${KEY} is not known here` }),
        code: 'provider_rejected',
      },
      { name: 'broken JSON', answer: { body: '{"choices":[' }, code: 'provider_bad_output' },
    ],
  });
});

test('a picture is drawn', async () => {
  const picture = await paintPicture('1024x1024');
  server().answer(openaiPicture(picture));
  const { image } = await generateImage({
    model: need(compatibleProvider.createImageModel?.('flux-schnell')),
    prompt: 'A fox.',
    size: '1024x1024',
    maxRetries: 0,
  });
  expect(Buffer.from(image.uint8Array).equals(Buffer.from(picture))).toBe(true);
  expect(server().requests).toMatchObject([
    { path: '/v1/images/generations', body: { model: 'flux-schnell', size: '1024x1024' } },
  ]);
});

test('a picture that lies at the server itself is fetched from there', async () => {
  server().answer({
    body: JSON.stringify({ created: 1, data: [{ url: `${server().origin}/files/1.png` }] }),
  });
  const picture = await paintPicture('64x64');
  server().answer({ headers: { 'content-type': 'image/png' }, body: picture }, 'GET /files/1.png');
  const { image } = await generateImage({
    model: need(compatibleProvider.createImageModel?.('flux-schnell')),
    prompt: 'A fox.',
    maxRetries: 0,
  });
  expect(Buffer.from(image.uint8Array).equals(Buffer.from(picture))).toBe(true);
});

test('a page is read aloud', async () => {
  const wav = speakTone('Good night.');
  server().answer(openaiSpeech(wav));
  expect(Buffer.from((await speak()).audio.uint8Array).equals(Buffer.from(wav))).toBe(true);
  expect(server().requests).toMatchObject([
    { path: '/v1/audio/speech', authorization: `Bearer ${KEY}`, body: { model: 'kokoro', voice: 'nova' } },
  ]);
});

test('recorded speech is written down', async () => {
  server().answer(openaiTranscript('Good night.'));
  const model = need(compatibleProvider.createTranscriptionModel?.('whisper-large-v3'));
  expect((await transcribe({ model, audio: speakTone('Good night.'), maxRetries: 0 })).text).toBe(
    'Good night.',
  );
  expect(server().requests).toMatchObject([
    { path: '/v1/audio/transcriptions', body: { model: 'whisper-large-v3' } },
  ]);
});

test('without a key of its own it is told nobody else’s', async () => {
  vi.stubEnv('COMPATIBLE_API_KEY', '');
  server().answer(openaiCompletion('{"title":"Fox","pages":8}'));
  await write();
  server().answer(openaiSpeech(speakTone('Good night.')));
  await speak();
  server().answer({ body: '{"data":[]}' });
  await compatibleProvider.ping?.(AbortSignal.timeout(2_000));
  expect(server().requests.map(({ path, authorization }) => [path, authorization])).toEqual([
    ['/v1/chat/completions', undefined],
    ['/v1/audio/speech', 'Bearer none'],
    ['/v1/models', undefined],
  ]);
});

test.each([
  ['http://localhost:1234/v1', true],
  ['http://127.0.0.1:8000/v1', true],
  ['http://192.168.1.20:8080/v1', true],
  ['http://[::1]:8080/v1', true],
  ['http://vllm:8000/v1', true],
  ['http://box.local/v1', true],
  ['https://api.groq.com/openai/v1', false],
  ['https://8.8.8.8/v1', false],
])('%s is free: %s', (address, isFree) => {
  vi.stubEnv('COMPATIBLE_BASE_URL', address);
  expect(compatibleProvider.isFree).toBe(isFree);
});

test('without an address it says which variable is missing', () => {
  vi.stubEnv('COMPATIBLE_BASE_URL', '');
  expect([compatibleProvider.missingVariable(), compatibleProvider.isFree]).toEqual([
    'COMPATIBLE_BASE_URL',
    false,
  ]);
});
