import type { AspectRatio, FilmResolution, PictureQuality } from '@/lib/story/schema';

/** Columns and rows in units of `UNIT_PIXELS`. */
const SHAPES: Record<AspectRatio, { columns: number; rows: number }> = {
  '16:9': { columns: 16, rows: 9 },
  '9:16': { columns: 9, rows: 16 },
  '1:1': { columns: 11, rows: 11 },
  '4:3': { columns: 14, rows: 10.5 },
};
const UNIT_PIXELS: Record<FilmResolution, number> = { '720p': 100, '1080p': 150 };

/** A draft is made in half the time and no smaller than the film's frame. */
const QUALITY_FACTORS: Record<PictureQuality, number> = { draft: 0.8, standard: 1, high: 1.5 };

/**
 * Pixels of a scene's picture: a quarter more than the film's frame on each side, so that the camera can move over it
 * without ever enlarging it much.
 */
export function pictureSize(
  aspectRatio: AspectRatio,
  resolution: FilmResolution,
  quality: PictureQuality = 'standard',
): { width: number; height: number } {
  const { columns, rows } = SHAPES[aspectRatio];
  const unit = Math.round(UNIT_PIXELS[resolution] * QUALITY_FACTORS[quality]);
  return { width: columns * unit, height: rows * unit };
}
