import type { ImageModelV4, JSONObject } from '@ai-sdk/provider';
import { generateImage } from 'ai';
import type { Depiction } from '../builtin/illustrator/depiction.ts';
import type { PictureQuality } from '../story/schema.ts';
import { callProvider } from './call-provider.ts';
import { getCallTimeoutMs } from './call-timeouts.ts';
import { findProvider } from './models.ts';
import type { PictureSize } from './providers/provider.ts';
import { type Picture, readPicture } from './read-picture.ts';

type PictureUsage = {
  pictures: number;
  inputTokens: number | undefined;
  outputTokens: number | undefined;
};

/**
 * Has a model draw one page, in exactly `size` pixels whatever sizes the model knows. Not retried here.
 * @param input.prompt what models that read words are told · `input.depiction` what the built-in illustrator is told
 * @param input.references whole PNG, JPEG or WebP files the words speak of as picture 1, 2, …; at most as many as the
 *   model's `pictureReferences`
 * @throws AppError as `callProvider`, and `picture_unreadable` when the bytes do not decode
 */
export async function generatePicture(input: {
  depiction: Depiction;
  prompt: string;
  size: PictureSize;
  quality?: PictureQuality | undefined;
  references?: Uint8Array[];
  model: ImageModelV4;
  signal?: AbortSignal;
  /** Told as soon as the service has answered: what it used is to be paid, whatever becomes of the bytes. */
  onAnswered?: (usage: PictureUsage) => Promise<void>;
}): Promise<Picture & { usage: PictureUsage }> {
  const { model, size, prompt, references = [] } = input;
  const asked = nearestSize(size, findProvider(model)?.pictureSizes?.(model.modelId));
  const result = await callProvider(
    input.signal,
    (abortSignal) =>
      generateImage({
        model,
        prompt: references.length > 0 ? { text: prompt, images: references } : prompt,
        size: `${asked.width}x${asked.height}`,
        maxRetries: 0,
        abortSignal,
        providerOptions: {
          ...findProvider(model)?.pictureOptions?.(model.modelId, input.quality),
          builtin: { depiction: JSON.parse(JSON.stringify(input.depiction)) as JSONObject },
        },
      }),
    getCallTimeoutMs('picture', findProvider(model)),
  );
  const { inputTokens, outputTokens } = result.usage;
  const usage = { pictures: 1, inputTokens, outputTokens };
  await input.onAnswered?.(usage);
  // From here on the work is ours: what was paid for is not thrown away for being late.
  return { ...(await readPicture(result.image.uint8Array, size)), usage };
}

/** How many reference pictures a model takes beside the words. */
export function countReferences(model: { provider: string; modelId: string }): number {
  return findProvider(model)?.pictureReferences?.(model.modelId) ?? 0;
}

/** Of the sizes a model can draw, the one whose shape is nearest: least is cut away. */
export function nearestSize(wanted: PictureSize, sizes: PictureSize[] | undefined): PictureSize {
  if (!sizes || sizes.length === 0) return wanted;
  const shape = (size: PictureSize) => Math.log(size.width / size.height);
  const distance = (size: PictureSize) => Math.abs(shape(size) - shape(wanted));
  return sizes.reduce((best, size) => (distance(size) < distance(best) ? size : best));
}
