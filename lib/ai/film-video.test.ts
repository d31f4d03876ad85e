import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { APICallError, type Experimental_VideoModelV4 as VideoModelV4 } from '@ai-sdk/provider';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { type ProviderServer, startProviderServer } from '../../tests/providers/provider-server.ts';
import { type AppError, isAppError } from '../errors.ts';
import { downloadVideo } from './download-video.ts';
import { readVideoStatus, startVideo } from './film-video.ts';

type Status = Awaited<ReturnType<NonNullable<VideoModelV4['doStatus']>>>;
const RESPONSE = { timestamp: new Date(0), modelId: 'reel', headers: undefined };

function fakeModel(parts: Partial<VideoModelV4>): VideoModelV4 {
  return {
    specificationVersion: 'v4',
    provider: 'openai.video',
    modelId: 'reel',
    maxVideosPerCall: 1,
    ...parts,
  };
}
const statusOf = (status: Status) =>
  readVideoStatus({
    model: fakeModel({
      doStart: async () => {
        throw new Error('not asked');
      },
      doStatus: async () => status,
    }),
    operation: { id: 'a' },
  });
async function failureOf(work: Promise<unknown>): Promise<AppError> {
  const error = await work.then(
    () => undefined,
    (thrown: unknown) => thrown,
  );
  if (isAppError(error)) return error;
  throw error ?? new Error('it was expected to fail');
}

describe('a film', () => {
  test('is begun with the page’s picture, its length, size and shape, without sound', async () => {
    const asked: unknown[] = [];
    const operation = await startVideo({
      model: fakeModel({
        doStart: async (options) => {
          asked.push({ ...options, abortSignal: undefined });
          return { operation: { id: 'video_1' }, warnings: [], response: RESPONSE };
        },
        doStatus: async () => ({ status: 'pending', response: RESPONSE }),
      }),
      prompt: 'A fox.',
      firstFrame: new Uint8Array([1]),
      seconds: 8,
      size: { width: 1280, height: 720 },
    });
    expect(operation).toEqual({ id: 'video_1' });
    expect(asked).toMatchObject([
      {
        prompt: 'A fox.',
        n: 1,
        duration: 8,
        resolution: '1280x720',
        aspectRatio: '16:9',
        generateAudio: false,
      },
    ]);
    expect(asked).toMatchObject([
      { image: { type: 'file', mediaType: 'image/png', data: new Uint8Array([1]) } },
    ]);
  });

  test('of a model that can only be waited for is refused before it costs anything', async () => {
    const work = startVideo({
      model: fakeModel({
        doGenerate: async () => {
          throw new Error('never');
        },
      }),
      prompt: '',
      firstFrame: undefined,
      seconds: 4,
      size: { width: 16, height: 9 },
    });
    expect((await failureOf(work)).code).toBe('misconfigured');
  });

  test('that waits tells how far it is where the provider says so', async () => {
    const pending = (providerMetadata: object) =>
      statusOf({ status: 'pending', response: RESPONSE, providerMetadata } as Status);
    expect(await pending({ openai: { progress: 42 } })).toEqual({ state: 'pending', fraction: 0.42 });
    expect(await pending({ openai: { progress: 'half' } })).toEqual({
      state: 'pending',
      fraction: undefined,
    });
    expect(await pending({})).toEqual({ state: 'pending', fraction: undefined });
  });

  test('that failed says whether a safety system stopped it', async () => {
    const failed = (refused: boolean) =>
      statusOf({
        status: 'error',
        error: 'no',
        response: RESPONSE,
        providerMetadata: { openai: { refused } },
      });
    expect(await failed(true)).toMatchObject({ state: 'failed', error: { code: 'provider_refused' } });
    expect(await failed(false)).toMatchObject({ state: 'failed', error: { code: 'provider_failed' } });
  });

  test('that is done has an address or bytes; done without a film is a failure', async () => {
    const done = (videos: object[]) =>
      statusOf({ status: 'completed', videos, warnings: [], response: RESPONSE } as unknown as Status);
    expect(await done([{ type: 'url', url: 'https://a/b', mediaType: 'video/mp4' }])).toEqual({
      state: 'completed',
      video: { url: 'https://a/b' },
    });
    expect(await done([{ type: 'base64', data: 'AQI=', mediaType: 'video/mp4' }])).toMatchObject({
      state: 'completed',
      video: { bytes: Buffer.from([1, 2]) },
    });
    expect(await done([])).toMatchObject({ state: 'failed', error: { code: 'provider_failed' } });
  });

  test('whose service answers 429 is to be asked after later', async () => {
    const work = readVideoStatus({
      model: fakeModel({
        doStart: async () => {
          throw new Error('not asked');
        },
        doStatus: async () => {
          throw new APICallError({
            message: 'slow down',
            url: '',
            requestBodyValues: {},
            statusCode: 429,
            responseHeaders: { 'retry-after': '7' },
          });
        },
      }),
      operation: 1,
    });
    expect(await failureOf(work)).toMatchObject({ code: 'provider_rate_limited', retryAfterSeconds: 7 });
  });
});

describe('a finished film', () => {
  let server: ProviderServer;
  let elsewhere: ProviderServer;
  let directory = '';
  let file = '';
  beforeAll(async () => {
    [server, elsewhere] = [await startProviderServer(), await startProviderServer()];
    directory = await mkdtemp(path.join(tmpdir(), 'download-video-test-'));
  });
  afterAll(async () => {
    await Promise.all([server.close(), elsewhere.close()]);
    await rm(directory, { recursive: true, force: true });
  });
  beforeEach(() => {
    file = path.join(directory, `${Math.random()}.mp4`);
    server.requests.length = 0;
    elsewhere.requests.length = 0;
  });
  const headersFor = (url: string): Record<string, string> =>
    url.startsWith(server.origin) ? { authorization: 'Bearer key' } : {};
  const fetchIt = (options = {}) =>
    downloadVideo({ url: `${server.origin}/content` }, file, { headersFor, ...options });

  test('is fetched with the service’s key, which nobody else is told', async () => {
    server.answer({ status: 302, headers: { location: `${elsewhere.origin}/cdn.mp4` }, body: '' });
    elsewhere.answer({ body: new Uint8Array([1, 2, 3]) });
    await fetchIt();
    expect([...(await readFile(file))]).toEqual([1, 2, 3]);
    expect(server.requests[0]?.authorization).toBe('Bearer key');
    expect(elsewhere.requests[0]?.authorization).toBeUndefined();
  });

  test.each([
    ['is not there yet', { status: 404, body: '{}' }, 'provider_failed'],
    ['breaks off', { body: new Uint8Array(50_000), breakOffAfter: 20_000 }, 'provider_failed'],
    ['is empty', { body: '' }, 'provider_failed'],
    ['answers 503', { status: 503, body: 'busy' }, 'provider_failed'],
    ['is not ours', { status: 401, body: '{}' }, 'provider_rejected'],
    ['never comes', { neverAnswers: true, body: '' }, 'provider_failed'],
  ] as const)('that %s leaves no file and a failure with its code', async (_, answer, code) => {
    server.answer(answer);
    expect((await failureOf(fetchIt({ timeoutMs: 700 }))).code).toBe(code);
    expect(existsSync(file)).toBe(false);
    expect(existsSync(`${file}.part`)).toBe(false);
  });

  test('that is larger than allowed is not taken, whether it says so or not', async () => {
    const says = { body: new Uint8Array(5_000) };
    const doesNotSay = {
      body: '',
      events: { lines: ['a'.repeat(3_000), 'b'.repeat(2_000)], everyMs: 0, breaksOff: false },
    };
    for (const answer of [says, doesNotSay]) {
      server.answer(answer);
      expect((await failureOf(fetchIt({ mostBytes: 4_000 }))).code).toBe('provider_bad_output');
      expect(existsSync(file)).toBe(false);
    }
  });

  test('whose address leads in circles is given up', async () => {
    for (let turn = 0; turn < 6; turn += 1)
      server.answer({ status: 302, headers: { location: '/content' }, body: '' });
    expect((await failureOf(fetchIt())).code).toBe('provider_failed');
  });
});
