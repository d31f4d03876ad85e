import { APICallError } from '@ai-sdk/provider';
import { describe, expect, test } from 'vitest';
import { paintPicture } from '../../../tests/providers/compose-media.ts';
import {
  geminiError,
  geminiRateLimit,
  geminiWrongKey,
  veoFilm,
  veoFiltered,
  veoOperation,
} from '../../../tests/providers/gemini-wire.ts';
import { GEMINI_KEY, standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { readVideoStatus, startVideo } from '../film-video.ts';
import { geminiProvider } from './gemini.ts';

/** Veo over real HTTP: begun, asked after, and found where the service says. */
const NAME = 'models/veo-3.1-generate-preview/operations/abc123';
const START = 'POST /v1beta/models/{model}:predictLongRunning';
const STATUS = 'GET /v1beta/models/{model}/operations/{id}';
const server = standInForGemini({ polls: 1 });

function getVeo(modelId = 'veo-3.1-generate-preview') {
  const model = geminiProvider.createVideoModel?.(modelId);
  if (!model) throw new Error('Gemini has no such model.');
  return model;
}

const question = {
  prompt: 'The fox runs.',
  firstFrame: undefined,
  seconds: 4,
  size: { width: 1280, height: 720 },
};

describe('a film by Veo', () => {
  test('is begun with its first frame as bytes, asked after, and found with the key in a header', async () => {
    const model = getVeo();
    const firstFrame = await paintPicture('1280x720');
    const operation = await startVideo({ ...question, model, firstFrame });
    expect(server().requests[0]?.body).toEqual({
      instances: [
        {
          prompt: 'The fox runs.',
          image: { bytesBase64Encoded: Buffer.from(firstFrame).toString('base64'), mimeType: 'image/png' },
        },
      ],
      parameters: { aspectRatio: '16:9', resolution: '720p', durationSeconds: 4 },
    });
    expect(await readVideoStatus({ model, operation })).toMatchObject({ state: 'pending' });
    const done = await readVideoStatus({ model, operation });
    if (done.state !== 'completed' || !('url' in done.video)) throw new Error('It is not done.');
    expect(done.video.url).not.toContain(GEMINI_KEY);
    const headers = geminiProvider.videoJobs?.downloadHeaders?.(done.video.url) ?? {};
    const film = await fetch(done.video.url, { headers });
    expect(film.headers.get('content-type')).toBe('video/mp4');
    expect(server().requests.every((request) => request.headers['x-goog-api-key'] === GEMINI_KEY)).toBe(true);
  });

  test('tells its key to Google and to the server that stands in for it, and to nobody else', () => {
    const headersFor = (url: string) => geminiProvider.videoJobs?.downloadHeaders?.(url);
    expect(headersFor(`${server().origin}/v1beta/files/a`)).toEqual({ 'x-goog-api-key': GEMINI_KEY });
    expect(headersFor('https://generativelanguage.googleapis.com/v1beta/files/a')).toEqual({
      'x-goog-api-key': GEMINI_KEY,
    });
    expect(headersFor('https://storage.example.org/film.mp4')).toEqual({});
    expect(headersFor('no address')).toEqual({});
  });

  test.each([
    [
      'a length between two',
      'veo-3.1-generate-preview',
      { seconds: 5 },
      { durationSeconds: 6, resolution: '720p' },
    ],
    ['a length beyond all', 'veo-3.1-generate-preview', { seconds: 20 }, { durationSeconds: 8 }],
    [
      'a tall film',
      'veo-3.1-fast-generate-preview',
      { size: { width: 720, height: 1280 } },
      { aspectRatio: '9:16', resolution: '720p' },
    ],
    [
      '1080p, which is always long',
      'veo-3.1-generate-preview',
      { size: { width: 1920, height: 1080 } },
      { resolution: '1080p', durationSeconds: 8 },
    ],
  ])('asks for what the model has: %s', async (_, modelId, change, parameters) => {
    await startVideo({ ...question, ...change, model: getVeo(modelId) });
    expect(server().requests[0]?.body).toMatchObject({ parameters });
  });

  test('Veo 2 is not told of a resolution, which it refuses', async () => {
    await startVideo({ ...question, model: getVeo('veo-2.0-generate-001') });
    expect(server().requests[0]?.body.parameters).toEqual({ aspectRatio: '16:9', durationSeconds: 5 });
    expect(geminiProvider.videoShapes?.('veo-2.0-generate-001').seconds).toEqual([5, 6, 8]);
  });

  test('that the safety system holds back is refused; one that fails has failed', async () => {
    const model = getVeo();
    server().answer(veoOperation(NAME, veoFiltered()), STATUS);
    expect(await readVideoStatus({ model, operation: { name: NAME } })).toMatchObject({
      state: 'failed',
      error: { code: 'provider_refused' },
    });
    server().answer(veoOperation(NAME, { error: { code: 13, message: 'Internal error.' } }), STATUS);
    expect(await readVideoStatus({ model, operation: { name: NAME } })).toMatchObject({
      state: 'failed',
      error: { code: 'provider_failed' },
    });
    server().answer(veoOperation(NAME, { response: {} }), STATUS);
    expect(await readVideoStatus({ model, operation: { name: NAME } })).toMatchObject({ state: 'failed' });
  });

  test('is done when it is found, also when another of the same call was held back', async () => {
    const { response } = veoFilm(
      'https://generativelanguage.googleapis.com/v1beta/files/a:download?alt=media',
    ) as {
      response: { generateVideoResponse: object };
    };
    const partly = { generateVideoResponse: { ...response.generateVideoResponse, raiMediaFilteredCount: 1 } };
    server().answer(veoOperation(NAME, { response: partly }), STATUS);
    expect(await readVideoStatus({ model: getVeo(), operation: { name: NAME } })).toMatchObject({
      state: 'completed',
    });
  });

  test.each([
    ['a rate limit', geminiRateLimit('9s'), { code: 'provider_rate_limited', retryAfterSeconds: 9 }],
    ['a wrong key', geminiWrongKey(), { code: 'provider_rejected' }],
    [
      'words it does not take',
      geminiError(400, '`seed` isn’t supported.', 'INVALID_ARGUMENT'),
      { code: 'provider_rejected' },
    ],
    ['a fault of the service', geminiError(500, 'Internal error.', 'INTERNAL'), { code: 'provider_failed' }],
  ])('%s at the start: nothing was begun', async (_, answer, error) => {
    server().answer(answer, START);
    const failure = await startVideo({ ...question, model: getVeo() }).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject(error);
    expect(String((failure as Error).message)).not.toContain(GEMINI_KEY);
    // Whoever begins films reads from it that the service answered.
    expect((failure as Error).cause).toSatisfy(
      (cause) => APICallError.isInstance(cause) && Number(cause.statusCode) >= 400,
    );
  });

  test('an answer to the start that breaks off leaves open whether it was begun', async () => {
    server().answer({ ...veoOperation(NAME), breakOffAfter: 10 }, START);
    const failure = await startVideo({ ...question, model: getVeo() }).catch((thrown: unknown) => thrown);
    expect(failure).toMatchObject({ code: expect.stringMatching(/provider_(failed|bad_output)/) });
    expect((failure as Error).cause).not.toSatisfy(
      (cause) => APICallError.isInstance(cause) && Number(cause.statusCode) >= 400,
    );
    server().answer({ body: '{"name":""}' }, START);
    await expect(startVideo({ ...question, model: getVeo() })).rejects.toMatchObject({
      code: 'provider_bad_output',
    });
  });
});
