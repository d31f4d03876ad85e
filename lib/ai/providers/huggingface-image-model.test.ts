import { generateImage } from 'ai';
import { describe, expect, test } from 'vitest';
import { paintPicture } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { hubBytes, hubError, hubLoading, hubMapping } from '../../../tests/providers/huggingface-wire.ts';
import {
  HUGGINGFACE_TOKEN,
  standInForHuggingFace,
} from '../../../tests/providers/stand-in-for-huggingface.ts';
import { callProvider } from '../call-provider.ts';
import { generatePicture } from '../draw-picture.ts';
import { huggingfaceProvider } from './huggingface.ts';

/** Hugging Face over real HTTP, through its own package: pictures. */
const server = standInForHuggingFace({ asked: () => draw() });

const FLUX = 'black-forest-labs/FLUX.1-schnell';

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

describe('pictures', () => {
  test('are drawn in about the shape that is asked for, in blocks a diffusion model knows', async () => {
    const result = await draw();
    expect(result.image.uint8Array.length).toBeGreaterThan(1_000);
    expect(server().requests).toHaveLength(1);
    expect(server().requests[0]).toMatchObject({
      path: `/hf-inference/models/${FLUX}`,
      authorization: `Bearer ${HUGGINGFACE_TOKEN}`,
    });
    expect(server().requests[0]?.body).toEqual({
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
    expect(server().requests[0]?.body.parameters).toMatchObject({ width: 640, height: 368 });
  });

  test('whoever serves the model is asked: the router leads to other services too', async () => {
    const modelId = 'test/drawn-elsewhere';
    server().answer(
      hubMapping(modelId, { together: { task: 'text-to-image', providerId: 'their/name' } }),
      `GET /api/models/${modelId}`,
    );
    const png = await paintPicture('512x512');
    server().answer(
      { body: JSON.stringify({ data: [{ b64_json: Buffer.from(png).toString('base64') }] }) },
      'POST /together/v1/images/generations',
    );
    const result = await generateImage({
      model: need(huggingfaceProvider.createImageModel?.(modelId)),
      prompt: 'A fox.',
      maxRetries: 0,
    });
    expect(Buffer.from(result.image.uint8Array).equals(png)).toBe(true);
    expect(server().requests.at(-1)?.body).toMatchObject({ model: 'their/name', prompt: 'A fox.' });
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
    server().answer(answer, `GET /api/models/${modelId}`);
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
    server,
    call: draw,
    key: HUGGINGFACE_TOKEN,
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

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Hugging Face has no such model.');
  return value;
}
