import { AppError } from '../../errors.ts';
import type { AspectRatio } from '../../story/schema.ts';

export type PictureSize = { width: number; height: number };

/** Pixels of a page when nobody asks for others: 720p in the film's orientation. */
export const PICTURE_SIZES: Record<AspectRatio, PictureSize> = {
  '16:9': { width: 1280, height: 720 },
  '9:16': { width: 720, height: 1280 },
  '1:1': { width: 1024, height: 1024 },
  '4:3': { width: 1152, height: 864 },
};

const MIN_SIDE = 64;
const MAX_SIDE = 4096;

/** @throws AppError `invalid_request` for sizes nobody can draw or hold in memory */
export function checkPictureSize({ width, height }: PictureSize): PictureSize {
  for (const side of [width, height]) {
    if (!Number.isInteger(side) || side < MIN_SIDE || side > MAX_SIDE) {
      throw new AppError(
        'invalid_request',
        `A picture has ${MIN_SIDE} to ${MAX_SIDE} whole pixels on each side.`,
      );
    }
  }
  if (width / height > 4 || height / width > 4) {
    throw new AppError('invalid_request', 'A picture is at most four times as long as it is wide.');
  }
  return { width, height };
}
