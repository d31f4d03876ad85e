import { generateImage } from 'ai';
import { describe, expect, test } from 'vitest';
import { paintPicture } from '../../../tests/providers/compose-media.ts';
import { expectFailures } from '../../../tests/providers/expect-failures.ts';
import {
  geminiAnswer,
  geminiBlockedAnswer,
  geminiBlockedPrompt,
  geminiPicture,
  geminiRateLimit,
} from '../../../tests/providers/gemini-wire.ts';
import { GEMINI_KEY, standInForGemini } from '../../../tests/providers/stand-in-for-gemini.ts';
import { geminiProvider } from './gemini.ts';

/** Gemini over real HTTP, through Google's own package: pictures. */
const server = standInForGemini();

function draw(references: Uint8Array[] = [], abortSignal?: AbortSignal, modelId = 'gemini-2.5-flash-image') {
  const providerOptions = geminiProvider.pictureOptions?.(modelId, 'high');
  return generateImage({
    model: need(geminiProvider.createImageModel?.(modelId)),
    prompt: references.length > 0 ? { text: 'A fox.', images: references } : 'A fox.',
    size: '1344x768',
    maxRetries: 0,
    ...(providerOptions && { providerOptions }),
    ...(abortSignal && { abortSignal }),
  });
}

describe('pictures', () => {
  test('a picture is drawn in the nearest shape, and its tokens are told', async () => {
    const png = await paintPicture('1344x768');
    server().answer(geminiPicture(png));
    const result = await draw();
    expect(Buffer.from(result.image.uint8Array).equals(png)).toBe(true);
    expect(result.usage).toMatchObject({ inputTokens: 258, outputTokens: 1290 });
    expect(server().requests[0]?.body).toEqual({
      contents: [{ role: 'user', parts: [{ text: 'A fox.' }] }],
      generationConfig: { responseModalities: ['IMAGE'], imageConfig: { aspectRatio: '16:9' } },
      safetySettings: [],
    });
  });

  test('several reference pictures go before the words', async () => {
    const references = [await paintPicture('256x256'), await paintPicture('128x128')];
    server().answer(geminiPicture(await paintPicture('1344x768')));
    await draw(references);
    const [{ parts } = { parts: [] }] = (server().requests[0]?.body.contents ?? []) as { parts: unknown[] }[];
    expect(parts).toEqual([
      ...references.map((png) => ({
        inlineData: { mimeType: 'image/png', data: Buffer.from(png).toString('base64') },
      })),
      { text: 'A fox.' },
    ]);
  });

  test('Gemini 3 draws a fine picture larger; each model says how many references it takes', async () => {
    server().answer(geminiPicture(await paintPicture('1344x768')));
    await draw([], undefined, 'gemini-3-pro-image-preview');
    expect(server().requests[0]?.body).toMatchObject({
      generationConfig: { imageConfig: { aspectRatio: '16:9', imageSize: '2K' } },
    });
    expect(geminiProvider.pictureReferences?.('gemini-2.5-flash-image')).toBe(3);
    expect(geminiProvider.pictureReferences?.('gemini-3.1-flash-image')).toBe(4);
    expect(geminiProvider.pictureReferences?.('gemini-3-pro-image-preview')).toBe(5);
    expect(geminiProvider.pictureReferences?.('gemini-2.5-flash')).toBe(0);
  });

  expectFailures('pictures', {
    server,
    call: (signal) => draw([], signal),
    key: GEMINI_KEY,
    failures: [
      {
        name: 'a picture that is held back',
        answer: geminiBlockedAnswer('IMAGE_SAFETY'),
        code: 'provider_refused',
      },
      {
        name: 'words that are not let through',
        answer: geminiBlockedPrompt('IMAGE_SAFETY'),
        code: 'provider_refused',
      },
      {
        name: 'an answer with words and no picture',
        answer: geminiAnswer([{ text: 'I can’t draw that.' }]),
        code: 'provider_bad_output',
      },
      {
        name: 'an answer with nothing',
        answer: geminiBlockedAnswer('NO_IMAGE'),
        code: 'provider_bad_output',
      },
      {
        name: 'a rate limit',
        answer: geminiRateLimit('3s'),
        code: 'provider_rate_limited',
        retryAfterSeconds: 3,
      },
    ],
  });
});

function need<Value>(value: Value | undefined): Value {
  if (value === undefined) throw new Error('Gemini has no such model.');
  return value;
}
