import type { CameraView } from './camera.ts';

/** The part of a prepared picture that fills the film's frame: its corner, and how many picture pixels make a film pixel. */
export type SourceRect = { x: number; y: number; scale: number };

/** Where a view lies in a picture of the given size. */
export function buildSourceRect(
  view: CameraView,
  picture: { width: number; height: number },
  width: number,
  height: number,
): SourceRect {
  const scale = Math.min(picture.width / width, picture.height / height) / view.zoom;
  return {
    x: (picture.width - width * scale) * view.x,
    y: (picture.height - height * scale) * view.y,
    scale,
  };
}
