import { nearestSize } from '../ai/draw-picture.ts';
import { findProvider } from '../ai/models.ts';
import type { PictureSize } from '../ai/providers/provider.ts';
import type { PictureQuality } from '../story/schema.ts';

/** Size and quality as the model is really asked for them, in the words of the price file: `1536x1024 high`. */
export function pictureSort(
  model: { provider: string; modelId: string },
  wanted: PictureSize,
  quality: PictureQuality | undefined,
): string {
  const provider = findProvider(model);
  const size = nearestSize(wanted, provider?.pictureSizes?.(model.modelId));
  const options = Object.values(provider?.pictureOptions?.(model.modelId, quality) ?? {});
  // Other options have no price of their own.
  return [`${size.width}x${size.height}`, ...options.flatMap((option) => option.quality ?? [])].join(' ');
}
