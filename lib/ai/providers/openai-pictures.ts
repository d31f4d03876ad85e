import type { PictureQuality } from '../../story/schema.ts';
import type { PictureSize } from './provider.ts';

/** What OpenAI's picture models know: https://developers.openai.com/api/docs/guides/image-generation */

const DALL_E_3_SIZES: PictureSize[] = [
  { width: 1024, height: 1024 },
  { width: 1792, height: 1024 },
  { width: 1024, height: 1792 },
];
const DALL_E_2_SIZES: PictureSize[] = [{ width: 1024, height: 1024 }];
const GPT_IMAGE_SIZES: PictureSize[] = [
  { width: 1024, height: 1024 },
  { width: 1536, height: 1024 },
  { width: 1024, height: 1536 },
];
/** Later models draw any shape whose sides are multiples of 16: the usual ones, so that nothing is cut away. */
const FREE_SIZES: PictureSize[] = [
  ...GPT_IMAGE_SIZES,
  { width: 1536, height: 864 },
  { width: 864, height: 1536 },
  { width: 1280, height: 960 },
  { width: 960, height: 1280 },
];

const DALL_E_3_QUALITIES = { draft: 'standard', standard: 'standard', high: 'hd' };
const GPT_IMAGE_QUALITIES = { draft: 'low', standard: 'medium', high: 'high' };

/** The edits endpoint takes so many; beyond the first few a model mixes them up. */
const MOST_REFERENCES = 16;

export function listOpenAIPictureSizes(modelId: string): PictureSize[] {
  if (modelId.startsWith('dall-e-3')) return DALL_E_3_SIZES;
  if (modelId.startsWith('dall-e-2')) return DALL_E_2_SIZES;
  return DRAWS_ANY_SHAPE.test(modelId) ? FREE_SIZES : GPT_IMAGE_SIZES;
}

/** DALL·E 3 takes words only, and DALL·E 2 edits one picture behind a mask: neither draws somebody again. */
export function countOpenAIPictureReferences(modelId: string): number {
  return modelId.startsWith('dall-e-') ? 0 : MOST_REFERENCES;
}

export function buildOpenAIPictureOptions(
  modelId: string,
  quality: PictureQuality | undefined,
): Record<string, string> | undefined {
  // DALL·E 2 has one quality.
  if (modelId.startsWith('dall-e-2')) return undefined;
  if (modelId.startsWith('dall-e-3')) return quality && { quality: DALL_E_3_QUALITIES[quality] };
  return {
    // Left to itself it may choose the finest, which costs four times as much: what nobody asked for is not bought.
    quality: GPT_IMAGE_QUALITIES[quality ?? 'standard'],
    // Faces stay the same only so; later models always do it and refuse the word. Ignored where no picture is sent along.
    ...(KEEPS_FACES_WHEN_ASKED.test(modelId) && { inputFidelity: 'high' }),
  };
}

/** gpt-image-2.5, gpt-image-2.6, gpt-image-3 … */
const DRAWS_ANY_SHAPE = /^gpt-image-(?:2\.[5-9]|[3-9])/;
const KEEPS_FACES_WHEN_ASKED = /^gpt-image-1(?:\.5)?(?:-\d{4}-\d{2}-\d{2})?$/;
