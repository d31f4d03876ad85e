import { execFile } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { promisify } from 'node:util';
import { generateImage, generateSpeech, generateText, Output, streamText, tool, transcribe } from 'ai';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { z } from 'zod';
import { paintPicture, speakTone } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  type HuggingFaceServer,
  startHuggingFaceServer,
} from '../../../tests/providers/huggingface-server.ts';
import {
  hubBytes,
  hubCompletion,
  hubError,
  hubLoading,
  hubMapping,
  hubProviderError,
  hubStream,
  hubTranscript,
} from '../../../tests/providers/huggingface-wire.ts';
import { durationMsOf, readWav } from '../../audio/wav.ts';
import { getFfmpegBinaries } from '../../film/ffmpeg-binaries.ts';
import { judgeFailure } from '../../ledger/judge-failure.ts';
import { callProvider } from '../call-provider.ts';
import { generatePicture } from '../draw-picture.ts';
import { huggingfaceProvider } from './huggingface.ts';
import { splitForBark } from './huggingface-speech-model.ts';

/** Hugging Face over real HTTP, through its own package, from a local server that is hub and router at once. */
const TOKEN = 'hf_test_not_a_secret_4711';
const LLAMA = 'meta-llama/Llama-3.2-1B-Instruct';
const FLUX = 'black-forest-labs/FLUX.1-schnell';
const VOICE = 'facebook/mms-tts-eng';
const CHAT = 'POST /v1/chat/completions';
const MODELS = 'POST /hf-inference/models/{owner}/{name}';
let server: HuggingFaceServer;
beforeAll(async () => {
  server = await startHuggingFaceServer(TOKEN);
  vi.stubEnv('HUGGINGFACE_API_TOKEN', TOKEN);
  vi.stubEnv('HUGGINGFACE_BASE_URL', server.baseUrl);
  // The package remembers who serves a model: asked now, the tests below count their own requests only.
  await draw();
  await speak();
  await hear();
});
afterAll(() => server.close());
beforeEach(() => {
  vi.stubEnv('HUGGINGFACE_API_TOKEN', TOKEN);
  vi.stubEnv('HUGGINGFACE_BASE_URL', server.baseUrl);
  server.requests.length = 0;
});
afterEach(() => {
  vi.unstubAllEnvs();
});

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

function draw(abortSignal?: AbortSignal) {
  return generateImage({
    model: need(huggingfaceProvider.createImageModel?.(FLUX)),
    prompt: 'A fox.',
    size: '1600x900',
    seed: 7,
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function speak(abortSignal?: AbortSignal, modelId = VOICE, text = 'The owl sat still.') {
  return generateSpeech({
    model: need(huggingfaceProvider.createSpeechModel?.(modelId)),
    text,
    outputFormat: 'wav',
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

function hear(abortSignal?: AbortSignal) {
  return transcribe({
    model: need(huggingfaceProvider.createTranscriptionModel?.('openai/whisper-large-v3')),
    audio: speakTone('The owl sat still.'),
    maxRetries: 0,
    ...(abortSignal && { abortSignal }),
  });
}

describe('words', () => {
  test('are asked for as a chat completion of the router, with its exact usage', async () => {
    server.answer(hubCompletion('Hello, fox.'), CHAT);
    const result = await say();
    expect(result.text).toBe('Hello, fox.');
    expect(result.finishReason).toBe('stop');
    expect(result.usage).toMatchObject({ inputTokens: 312, outputTokens: 96 });
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      path: '/v1/chat/completions',
      authorization: `Bearer ${TOKEN}`,
    });
    expect(server.requests[0]?.body).toEqual({
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
    expect(server.requests[0]?.body.max_tokens).toBe(512);
  });

  test('a structured answer is asked for by its schema', async () => {
    server.answer(hubCompletion('{"title":"Nova","pages":4}'), CHAT);
    expect((await write()).output).toEqual({ title: 'Nova', pages: 4 });
    expect(server.requests[0]?.body).toMatchObject({
      response_format: {
        type: 'json_schema',
        json_schema: { name: 'tale', schema: { type: 'object', required: ['title', 'pages'] } },
      },
    });
  });

  test('by words where the service takes no schema, and whatever stands around the JSON is left out', async () => {
    server.answer(hubProviderError(422, 'response_format is not supported'), CHAT);
    server.answer(hubCompletion('```json\n{"title":"Nova","pages":4}\n```'), CHAT);
    expect((await write()).output).toEqual({ title: 'Nova', pages: 4 });
    const [, second] = server.requests;
    expect(second?.body.response_format).toBeUndefined();
    expect(JSON.stringify(second?.body.messages)).toContain('JSON schema');
  });

  test('that grew too long say so, and words that are filtered are a refusal', async () => {
    server.answer(hubCompletion('There was', { finishReason: 'length' }), CHAT);
    expect((await say()).finishReason).toBe('length');
    server.answer(hubCompletion('', { finishReason: 'content_filter' }), CHAT);
    expect((await say()).finishReason).toBe('content-filter');
  });

  test('a stream comes in pieces, thoughts apart, and tells its usage at the end', async () => {
    server.answer(
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
    expect(server.requests[0]?.body).toMatchObject({ stream: true, stream_options: { include_usage: true } });
  });

  test('a call of a function that comes in pieces is carried out once it is whole', async () => {
    const piece = (given: object) => ({ tool_calls: [{ index: 0, ...given }] });
    server.answer(
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
    server.answer(hubStream([{ content: 'Noted.' }]), CHAT);
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
    expect(server.requests[0]?.body).toMatchObject({
      tools: [{ function: { name: 'note' } }],
      tool_choice: 'auto',
    });
    expect((server.requests[1]?.body.messages as object[] | undefined)?.slice(1)).toEqual([
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
    server.answer(answer, CHAT);
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
    server.answer(
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
    await expect.poll(() => server.requests[0]?.endedMs).toBeDefined();
    silent.resolve();
  });

  expectFailures('words', {
    server: () => server,
    call: say,
    key: TOKEN,
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
      { name: 'a wrong token', answer: hubError(401, `Invalid token ${TOKEN}`), code: 'provider_rejected' },
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

describe('pictures', () => {
  test('are drawn in about the shape that is asked for, in blocks a diffusion model knows', async () => {
    const result = await draw();
    expect(result.image.uint8Array.length).toBeGreaterThan(1_000);
    expect(server.requests).toHaveLength(1);
    expect(server.requests[0]).toMatchObject({
      path: `/hf-inference/models/${FLUX}`,
      authorization: `Bearer ${TOKEN}`,
    });
    expect(server.requests[0]?.body).toEqual({
      inputs: 'A fox.',
      parameters: { width: 1360, height: 768, seed: 7 },
    });
  });

  test('become a page of exactly its size', async () => {
    const picture = await generatePicture({
      model: need(huggingfaceProvider.createImageModel?.(FLUX)),
      prompt: 'A fox.',
      size: { width: 640, height: 360 },
      depiction: {} as never,
    });
    expect(picture).toMatchObject({ width: 640, height: 360 });
    expect(server.requests[0]?.body.parameters).toMatchObject({ width: 640, height: 368 });
  });

  test('whoever serves the model is asked: the router leads to other services too', async () => {
    const modelId = 'test/drawn-elsewhere';
    server.answer(
      hubMapping(modelId, { together: { task: 'text-to-image', providerId: 'their/name' } }),
      `GET /api/models/${modelId}`,
    );
    const png = await paintPicture('512x512');
    server.answer(
      { body: JSON.stringify({ data: [{ b64_json: Buffer.from(png).toString('base64') }] }) },
      'POST /together/v1/images/generations',
    );
    const result = await generateImage({
      model: need(huggingfaceProvider.createImageModel?.(modelId)),
      prompt: 'A fox.',
      maxRetries: 0,
    });
    expect(Buffer.from(result.image.uint8Array).equals(png)).toBe(true);
    expect(server.requests.at(-1)?.body).toMatchObject({ model: 'their/name', prompt: 'A fox.' });
  });

  test.each([
    ['nobody serves', 'test/served-by-nobody', hubMapping('test/served-by-nobody', {})],
    [
      'does something else',
      'test/hears-only',
      hubMapping('test/hears-only', { 'hf-inference': { task: 'automatic-speech-recognition' } }),
    ],
    ['is not there', 'test/not-there', hubError(404, 'Repository not found')],
  ])('a model that %s is refused for good', async (_, modelId, answer) => {
    server.answer(answer, `GET /api/models/${modelId}`);
    await expect(
      callProvider(undefined, () =>
        generateImage({
          model: need(huggingfaceProvider.createImageModel?.(modelId)),
          prompt: 'A fox.',
          maxRetries: 0,
        }),
      ),
    ).rejects.toMatchObject({ code: 'provider_rejected' });
  });

  expectFailures('pictures', {
    server: () => server,
    call: draw,
    key: TOKEN,
    failures: [
      {
        name: 'a rate limit',
        answer: hubError(429, 'Too many requests', { 'retry-after': '5' }),
        code: 'provider_rate_limited',
        retryAfterSeconds: 5,
      },
      {
        name: 'a model that is being loaded',
        answer: hubLoading(),
        code: 'provider_failed',
        retryAfterSeconds: 21,
      },
      {
        name: 'an answer that is no picture',
        answer: { body: '{"error":null}' },
        code: 'provider_bad_output',
      },
      {
        name: 'an empty answer',
        answer: hubBytes(new Uint8Array(0), 'image/png'),
        code: 'provider_bad_output',
      },
    ],
  });
});

describe('speech', () => {
  test('a WAV stays as it is, and characters are reported', async () => {
    const model = need(huggingfaceProvider.createSpeechModel?.(VOICE));
    const { audio, usage } = await model.doGenerate({ text: 'The owl sat still.' });
    expect(Buffer.from(audio as Uint8Array).equals(Buffer.from(speakTone('The owl sat still.')))).toBe(true);
    expect(usage).toEqual({ characters: 18, requests: 1 });
    expect(server.requests[0]?.body).toEqual({ inputs: 'The owl sat still.' });
  });

  test.each([
    ['flac', 'audio/flac', ['-c:a', 'flac']],
    ['mp3', 'audio/mpeg', ['-c:a', 'libmp3lame']],
    ['ogg', 'audio/ogg', ['-c:a', 'libvorbis']],
    ['mp4', 'audio/mp4', ['-c:a', 'aac']],
  ])('%s becomes a WAV of the same length', async (extension, mediaType, options) => {
    const wav = speakTone('One two three four five six.');
    const bytes = await encode(wav, extension, options);
    server.answer(hubBytes(bytes, mediaType), MODELS);
    const sound = readWav((await speak()).audio.uint8Array);
    expect(sound.sampleRate).toBe(24_000);
    expect(Math.abs(durationMsOf(sound) - durationMsOf(readWav(wav)))).toBeLessThan(120);
    expect(Math.max(...(sound.channels[0] ?? []))).toBeGreaterThan(0.2);
  });

  test('Bark gets a page in pieces it can finish, and they come back as one sound', async () => {
    const text = Array.from(
      { length: 8 },
      (_, n) => `Nova took ${n} steps into the dark wood and stopped.`,
    ).join(' ');
    const result = await speak(undefined, 'suno/bark-small', text);
    const asked = server.requests
      .filter(({ method }) => method === 'POST')
      .map(({ body }) => String(body.inputs));
    expect(asked.length).toBeGreaterThan(2);
    expect(asked.every((piece) => piece.length <= 180)).toBe(true);
    expect(asked.join(' ')).toBe(text);
    const parts = asked.map((piece) => durationMsOf(readWav(speakTone(piece))));
    const whole = parts.reduce((sum, ms) => sum + ms, 0) + 250 * (parts.length - 1);
    expect(Math.abs(durationMsOf(readWav(result.audio.uint8Array)) - whole)).toBeLessThan(2);
  });

  test('a single sentence that is too long stays whole, and no words are still one request', () => {
    const long = `${'Very '.repeat(60)}long.`;
    expect(splitForBark(`Short. ${long} Short.`)).toEqual(['Short.', long, 'Short.']);
    expect(splitForBark('…')).toEqual(['…']);
  });

  test('sound that cannot be read is told apart from a service that failed', async () => {
    server.answer(hubBytes(new Uint8Array(500).fill(7), 'audio/flac'), MODELS);
    await expect(callProvider(undefined, () => speak())).rejects.toMatchObject({
      code: 'narration_unreadable',
    });
  });

  expectFailures('speech', {
    server: () => server,
    call: (signal) => speak(signal),
    key: TOKEN,
    failures: [
      {
        name: 'a model that is being loaded',
        answer: hubLoading(31),
        code: 'provider_failed',
        retryAfterSeconds: 31,
      },
      { name: 'an answer without sound', answer: { body: '{"audio":null}' }, code: 'provider_bad_output' },
    ],
  });
});

describe('transcription', () => {
  test('a recording is sent as it is; where its words are is told when the model knows', async () => {
    server.answer(
      hubTranscript(' The owl sat still. ', [
        { text: 'The owl', timestamp: [0, 0.8] },
        { text: 'sat still.', timestamp: [0.8, 1.6] },
      ]),
      MODELS,
    );
    const result = await hear();
    expect(result.text).toBe('The owl sat still.');
    expect(result.segments).toHaveLength(2);
    expect(result.durationInSeconds).toBe(1.6);
    expect(server.requests[0]?.bytes.equals(Buffer.from(speakTone('The owl sat still.')))).toBe(true);
    expect(server.requests[0]?.headers['content-type']).toBe('audio/wav');
  });

  expectFailures('transcription', {
    server: () => server,
    call: hear,
    key: TOKEN,
    failures: [
      {
        name: 'a model that is being loaded',
        answer: hubLoading(7),
        code: 'provider_failed',
        retryAfterSeconds: 7,
      },
      { name: 'an answer without words', answer: { body: '{"words":[]}' }, code: 'provider_bad_output' },
    ],
  });
});

describe('the service', () => {
  test('answers a ping, and refuses a wrong token', async () => {
    const signal = AbortSignal.timeout(5_000);
    await huggingfaceProvider.ping?.(signal);
    expect(server.requests[0]).toMatchObject({ method: 'GET', path: '/api/whoami-v2' });
    vi.stubEnv('HUGGINGFACE_API_TOKEN', 'hf_wrong');
    await expect(
      callProvider(undefined, async () => huggingfaceProvider.ping?.(signal)),
    ).rejects.toMatchObject({
      code: 'provider_rejected',
    });
  });

  test('that is not there cannot have billed; one that broke off may have', async () => {
    await server.refuse();
    // The first finds the connection that was kept open for it, and loses it.
    await callProvider(undefined, say).catch(() => undefined);
    const never = await callProvider(undefined, say).catch((error: unknown) => error);
    await server.accept();
    expect(judgeFailure(never)).toBe('failed');
    server.answer({ ...hubCompletion('Hello.'), breakOffAfter: 20 }, CHAT);
    expect(judgeFailure(await callProvider(undefined, say).catch((error: unknown) => error))).toBe('lost');
  });

  test('a token of another service is refused before anything is asked', async () => {
    vi.stubEnv('HUGGINGFACE_API_TOKEN', 'sk-somebody-else');
    await expect(callProvider(undefined, say)).rejects.toMatchObject({ code: 'provider_rejected' });
    expect(server.requests).toHaveLength(0);
  });

  test('says which variable is missing', () => {
    expect(huggingfaceProvider.missingVariable()).toBeUndefined();
    vi.stubEnv('HUGGINGFACE_API_TOKEN', '');
    expect(huggingfaceProvider.missingVariable()).toBe('HUGGINGFACE_API_TOKEN');
  });
});

/** Puts a line where the end of a stream was. */
function withLine(answer: ReturnType<typeof hubStream>, line: string): ReturnType<typeof hubStream> {
  const events = answer.events as NonNullable<typeof answer.events>;
  return { ...answer, events: { ...events, everyMs: 20, lines: [...events.lines.slice(0, 1), line] } };
}

async function encode(wav: Uint8Array, extension: string, options: string[]): Promise<Buffer> {
  const directory = await mkdtemp(path.join(os.tmpdir(), 'storyloom-test-'));
  try {
    const [source, target] = [path.join(directory, 'in.wav'), path.join(directory, `out.${extension}`)];
    await writeFile(source, wav);
    const { ffmpegPath } = await getFfmpegBinaries();
    await promisify(execFile)(ffmpegPath, ['-loglevel', 'error', '-i', source, ...options, target]);
    return await readFile(target);
  } finally {
    await rm(directory, { recursive: true });
  }
}

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Hugging Face has no such model.');
  return value;
}
