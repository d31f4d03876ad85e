import { generateImage } from 'ai';
import { describe, expect, test } from 'vitest';
import { paintPicture } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import { openaiError, openaiPicture, openaiRateLimit } from '../../../tests/providers/openai-wire.ts';
import { need, serverForTests } from '../../../tests/providers/server-for-tests.ts';
import { callProvider } from '../call-provider.ts';
import { openaiProvider } from './openai.ts';

const KEY = 'sk-test-not-a-secret-4711';
const server = serverForTests((origin) => ({ OPENAI_API_KEY: KEY, OPENAI_BASE_URL: `${origin}/v1` }));

function draw(references: Uint8Array[] = [], abortSignal?: AbortSignal, modelId = 'gpt-image-1') {
  const providerOptions = openaiProvider.pictureOptions?.(modelId, 'high');
  return generateImage({
    model: need(openaiProvider.createImageModel?.(modelId)),
    prompt: references.length > 0 ? { text: 'A fox.', images: references } : 'A fox.',
    size: '1536x1024',
    maxRetries: 0,
    ...(providerOptions && { providerOptions }),
    ...(abortSignal && { abortSignal }),
  });
}

describe('pictures', () => {
  test('a picture is drawn from words in the size and quality asked for, and says what it cost', async () => {
    const wide = await paintPicture('1536x1024');
    server().answer(openaiPicture(wide, { textTokens: 50, outputTokens: 6_208 }));
    const { image, usage } = await draw();
    expect(Buffer.from(image.uint8Array).equals(Buffer.from(wide))).toBe(true);
    expect(usage).toMatchObject({ inputTokens: 50, outputTokens: 6_208 });
    expect(server().requests).toMatchObject([
      {
        path: '/v1/images/generations',
        body: { model: 'gpt-image-1', prompt: 'A fox.', size: '1536x1024', quality: 'high', n: 1 },
      },
    ]);
    expect(server().requests[0]?.body).not.toHaveProperty('input_fidelity');
  });

  test('reference pictures go to the edits endpoint, whole, with the wish that faces stay the same', async () => {
    const [hero, friend] = await Promise.all([paintPicture('512x512'), paintPicture('640x480')]);
    server().answer(openaiPicture(await paintPicture('1536x1024'), { textTokens: 50, imageTokens: 646 }));
    const { usage } = await draw([hero, friend]);
    expect(usage).toMatchObject({ inputTokens: 696 });
    const [request] = server().requests;
    expect(request).toMatchObject({
      path: '/v1/images/edits',
      body: {
        model: 'gpt-image-1',
        prompt: 'A fox.',
        size: '1536x1024',
        quality: 'high',
        input_fidelity: 'high',
      },
    });
    const sent = request?.body['image[]'] as Blob[];
    expect(sent.map(({ type }) => type)).toEqual(['image/png', 'image/png']);
    expect(Buffer.from(await (sent[1] as Blob).arrayBuffer()).equals(Buffer.from(friend))).toBe(true);
  });

  test('only models that take reference pictures are sent any', () => {
    const count = (modelId: string) => openaiProvider.pictureReferences?.(modelId);
    expect(['dall-e-2', 'dall-e-3'].map(count)).toEqual([0, 0]);
    expect(['gpt-image-1', 'gpt-image-1-mini', 'gpt-image-2'].map(count)).toEqual([16, 16, 16]);
  });

  test.each([
    ['gpt-image-1', 'draft', { quality: 'low', inputFidelity: 'high' }],
    ['gpt-image-1.5', undefined, { quality: 'medium', inputFidelity: 'high' }],
    ['gpt-image-1-mini', 'standard', { quality: 'medium' }],
    ['gpt-image-2', 'high', { quality: 'high' }],
    ['gpt-image-2.6-flare', 'draft', { quality: 'low' }],
    ['dall-e-3', 'high', { quality: 'hd' }],
    ['dall-e-3', undefined, undefined],
    ['dall-e-2', 'high', undefined],
  ] as const)('%s in quality %s is asked with %o', (modelId, quality, options) => {
    expect(openaiProvider.pictureOptions?.(modelId, quality)?.openai).toEqual(options);
  });

  expectFailures('pictures', {
    server,
    call: (signal) => draw([], signal),
    key: KEY,
    failures: [
      { name: 'a 429', answer: openaiRateLimit(12), code: 'provider_rate_limited', retryAfterSeconds: 12 },
      {
        name: 'the safety system',
        answer: openaiError(400, { code: 'moderation_blocked', type: 'image_generation_user_error' }),
        code: 'provider_refused',
      },
      {
        name: 'a 503',
        answer: openaiError(503, { code: null, type: 'server_error' }),
        code: 'provider_failed',
      },
      { name: 'no picture', answer: { body: '{"created":1,"data":[]}' }, code: 'provider_bad_output' },
    ],
  });

  test('the safety system stops a picture with references too', async () => {
    server().answer(openaiError(400, { code: 'moderation_blocked', type: 'image_generation_user_error' }));
    const reference = await paintPicture('512x512');
    await expect(callProvider(undefined, (signal) => draw([reference], signal))).rejects.toMatchObject({
      code: 'provider_refused',
    });
  });

  test('a size is one the model knows', () => {
    const widths = (modelId: string) => openaiProvider.pictureSizes?.(modelId)?.map(({ width }) => width);
    expect(widths('gpt-image-1.5')).toEqual([1024, 1536, 1024]);
    expect(openaiProvider.pictureSizes?.('gpt-image-2.5-sunburst')).toContainEqual({
      width: 1536,
      height: 864,
    });
    expect(widths('dall-e-3')).toEqual([1024, 1792, 1024]);
    expect(widths('dall-e-2')).toEqual([1024]);
  });
});
