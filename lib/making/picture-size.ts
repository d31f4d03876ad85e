import type { AspectRatio, FilmResolution } from '@/lib/story/schema';

/** Columns and rows in units of `UNIT_PIXELS`. */
const SHAPES: Record<AspectRatio, { columns: number; rows: number }> = {
  '16:9': { columns: 16, rows: 9 },
  '9:16': { columns: 9, rows: 16 },
  '1:1': { columns: 11, rows: 11 },
  '4:3': { columns: 14, rows: 10.5 },
};
const UNIT_PIXELS: Record<FilmResolution, number> = { '720p': 100, '1080p': 150 };

/**
 * Pixels of a scene's picture: a quarter more than the film's frame on each side, so that the camera can move over it
 * without ever enlarging it much.
 */
export function pictureSize(
  aspectRatio: AspectRatio,
  resolution: FilmResolution,
): { width: number; height: number } {
  const { columns, rows } = SHAPES[aspectRatio];
  const unit = UNIT_PIXELS[resolution];
  return { width: columns * unit, height: rows * unit };
}
