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

const DALL_E_3_QUALITIES = { draft: 'standard', standard: 'standard', high: 'hd' };
const GPT_IMAGE_QUALITIES = { draft: 'low', standard: 'medium', high: 'high' };

/** The edits endpoint takes so many; beyond the first few a model mixes them up. */
const MOST_REFERENCES = 16;

export function listOpenAIPictureSizes(modelId: string): PictureSize[] {
  if (modelId.startsWith('dall-e-3')) return DALL_E_3_SIZES;
  return modelId.startsWith('dall-e-2') ? DALL_E_2_SIZES : GPT_IMAGE_SIZES;
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
    ...(quality && { quality: GPT_IMAGE_QUALITIES[quality] }),
    // Faces stay the same only so; later models always do it and refuse the word. Ignored where no picture is sent along.
    ...(KEEPS_FACES_WHEN_ASKED.test(modelId) && { inputFidelity: 'high' }),
  };
}

const KEEPS_FACES_WHEN_ASKED = /^gpt-image-1(?:\.5)?(?:-\d{4}-\d{2}-\d{2})?$/;
