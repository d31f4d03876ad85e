import type { AspectRatio, FilmResolution } from '@/lib/story/schema';

/**
 * Pixels of a scene's picture: a quarter more than the film's frame on each side, so that the camera can move over it
 * without ever enlarging it much.
 */
export function pictureSize(
  aspectRatio: AspectRatio,
  resolution: FilmResolution,
): { width: number; height: number } {
  const unit = resolution === '1080p' ? 150 : 100;
  const [columns, rows] = { '16:9': [16, 9], '9:16': [9, 16], '1:1': [11, 11], '4:3': [14, 10.5] }[
    aspectRatio
  ] as [number, number];
  return { width: columns * unit, height: rows * unit };
}
