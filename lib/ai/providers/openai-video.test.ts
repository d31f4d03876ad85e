import type { Experimental_VideoModelV4CallOptions as VideoModelV4CallOptions } from '@ai-sdk/provider';
import sharp from 'sharp';
import { beforeEach, describe, expect, test } from 'vitest';
import { paintPicture } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { serveVideos, type VideoStudio } from '../../../tests/providers/openai-videos.ts';
import { openaiError, openaiRateLimit } from '../../../tests/providers/openai-wire.ts';
import { serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { openaiProvider } from './openai.ts';

const KEY = 'sk-test-not-a-secret-4711';
const film = Buffer.from('\0\0\0\x18ftypmp42 the bytes of a film');
const server = serverForTests((origin) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${origin}/v1` }));
let studio: VideoStudio;
beforeEach(() => {
  studio = serveVideos(server(), { film, key: KEY });
});

const ASKED: VideoModelV4CallOptions = {
  prompt: 'A fox looks at the moon.',
  n: 1,
  aspectRatio: undefined,
  resolution: '1280x720',
  duration: 8,
  fps: undefined,
  seed: undefined,
  image: undefined,
  frameImages: undefined,
  inputReferences: undefined,
  generateAudio: undefined,
  providerOptions: {},
};

async function start(asked: Partial<VideoModelV4CallOptions> = {}, modelId = 'sora-2') {
  const started = await openaiProvider.createVideoModel?.(modelId)?.doStart?.({ ...ASKED, ...asked });
  if (!started) throw new Error('It can be started.');
  return started.operation;
}

async function look(operation: Awaited<ReturnType<typeof start>>, abortSignal?: AbortSignal) {
  const model = openaiProvider.createVideoModel?.('sora-2');
  const status = await model?.doStatus?.({ operation, ...(abortSignal && { abortSignal }) });
  if (!status) throw new Error('It can be asked.');
  return status;
}

describe('a film', () => {
  test('is started at once, asked about until it is there, and fetched with our key', async () => {
    const operation = await start();
    expect(operation).toEqual({ id: 'video_000001' });
    expect(server().requests).toMatchObject([
      {
        method: 'POST',
        path: '/v1/videos',
        body: { model: 'sora-2', prompt: ASKED.prompt, seconds: '8', size: '1280x720' },
      },
    ]);
    expect(server().requests[0]?.body).not.toHaveProperty('input_reference');
    const first = await look(operation);
    expect(first).toMatchObject({ status: 'pending', providerMetadata: { openai: { progress: 33 } } });
    expect(await look(operation)).toMatchObject({ status: 'pending' });
    const last = await look(operation);
    expect(last).toMatchObject({
      status: 'completed',
      videos: [{ type: 'url', mediaType: 'video/mp4' }],
      providerMetadata: { openai: { progress: 100, seconds: 8, size: '1280x720' } },
    });
    expect(server().billed).toMatchObject([{ provider: 'openai', model: 'sora-2', units: { seconds: 8 } }]);
    const [video] = last.status === 'completed' ? last.videos : [];
    const url = video?.type === 'url' ? video.url : '';
    const headers = openaiProvider.videoJobs?.downloadHeaders?.(url);
    const response = await fetch(url, headers ? { headers } : {});
    expect(Buffer.from(await response.arrayBuffer()).equals(film)).toBe(true);
    expect((await fetch(url)).status).toBe(401);
  });

  test('begins with a picture, cut to exactly the size of the film', async () => {
    const picture = await paintPicture('1600x1000');
    await start({ image: { type: 'file', mediaType: 'image/png', data: picture } });
    const sent = server().requests[0]?.body.input_reference as File;
    expect(sent.type).toBe('image/png');
    expect(await sharp(Buffer.from(await sent.arrayBuffer())).metadata()).toMatchObject({
      format: 'png',
      width: 1280,
      height: 720,
    });
  });

  test('that the safety system stops says so, another failure does not', async () => {
    studio.failNext({ code: 'moderation_blocked', message: 'Your request was blocked.' });
    const operation = await start();
    await look(operation);
    await look(operation);
    expect(await look(operation)).toMatchObject({
      status: 'error',
      error: 'Your request was blocked.',
      providerMetadata: { openai: { refused: true, code: 'moderation_blocked' } },
    });
    studio.failNext({ code: 'video_generation_failed', message: 'Try again.' });
    expect(await look(operation)).toMatchObject({
      status: 'error',
      providerMetadata: { openai: { refused: false } },
    });
    expect(server().billed).toEqual([]);
  });

  test('whose id was never heard of is found by its words, behind a hundred others', async () => {
    const since = new Date();
    const lost = await start({ prompt: 'The film whose id was lost.' });
    for (let index = 0; index < 120; index += 1) await start({ prompt: `Another film, ${index}.` });
    const find = (prompt: string, modelId = 'sora-2', after = since) =>
      openaiProvider.videoJobs?.findStarted?.({
        modelId,
        prompt,
        since: after,
        signal: AbortSignal.timeout(5_000),
      });
    expect(await find('The film whose id was lost.')).toEqual(lost);
    expect(await find('A film nobody began.')).toBeNull();
    expect(await find('The film whose id was lost.', 'sora-2-pro')).toBeNull();
    expect(await find('The film whose id was lost.', 'sora-2', new Date(Date.now() + 3_600_000))).toBeNull();
  });

  test('nobody waits for any more is removed', async () => {
    const operation = await start();
    await openaiProvider.videoJobs?.cancel?.(operation, AbortSignal.timeout(5_000));
    expect(studio.videos).toEqual([]);
  });

  test('our key is told to the service alone', () => {
    const headersFor = (url: string) => openaiProvider.videoJobs?.downloadHeaders?.(url);
    expect(headersFor(`${server().origin}/v1/videos/1/content`)).toEqual({ authorization: `Bearer ${KEY}` });
    expect(headersFor('https://cdn.example/film.mp4')).toEqual({});
    expect(headersFor(`${server().origin}.evil.example/v1/`)).toEqual({});
  });
});

test('lengths and sizes are what the model films', () => {
  expect(openaiProvider.videoShapes?.('sora-2').sizes).toHaveLength(2);
  expect(openaiProvider.videoShapes?.('sora-2-pro').sizes).toHaveLength(4);
  expect(openaiProvider.videoShapes?.('sora-2').seconds).toEqual([4, 8, 12]);
});

const failures = [
  { name: 'a 429', answer: openaiRateLimit(9), code: 'provider_rate_limited', retryAfterSeconds: 9 },
  { name: 'a 500', answer: openaiError(500, { code: null }), code: 'provider_failed' },
  {
    name: 'a wrong key, quoted by the service',
    answer: openaiError(401, { code: 'invalid_api_key', message: `Incorrect API key provided: ${KEY}.` }),
    code: 'provider_rejected',
  },
  { name: 'broken JSON', answer: { body: '{"id":"video_' }, code: 'provider_bad_output' },
  { name: 'an answer that is no film', answer: { body: '{"id":7}' }, code: 'provider_bad_output' },
] as const;
expectFailures('the start of a film', {
  server,
  call: (abortSignal) => start({ abortSignal }),
  key: KEY,
  failures: [
    ...failures,
    {
      name: 'the safety system',
      answer: openaiError(400, { code: 'moderation_blocked' }),
      code: 'provider_refused',
    },
  ],
});
expectFailures('a look at a film', {
  server,
  call: (signal) => look({ id: 'video_000001' }, signal),
  key: KEY,
  failures: [...failures],
});
