import type { AspectRatio, FilmResolution } from '../story/schema.ts';

/** The pixel grid and clock of a film. Browser-safe. */
export type FilmFormat = {
  /** Even, in pixels. */
  width: number;
  /** Even, in pixels. */
  height: number;
  /** Frames per second. */
  fps: number;
};

const SHAPES: Record<AspectRatio, { width: number; height: number }> = {
  '16:9': { width: 16, height: 9 },
  '9:16': { width: 9, height: 16 },
  '1:1': { width: 1, height: 1 },
  '4:3': { width: 4, height: 3 },
};
const SHORT_SIDE: Record<FilmResolution, number> = { '720p': 720, '1080p': 1080 };

/** The resolution names the short side, as phones and players do: 9:16 at 720p is 720×1280. */
export function buildFilmFormat(options: {
  aspectRatio: AspectRatio;
  resolution: FilmResolution;
  fps: number;
}): FilmFormat {
  const shape = SHAPES[options.aspectRatio];
  const unit = SHORT_SIDE[options.resolution] / Math.min(shape.width, shape.height);
  return {
    width: Math.round((shape.width * unit) / 2) * 2,
    height: Math.round((shape.height * unit) / 2) * 2,
    fps: options.fps,
  };
}

/** Whole frames nearest to a duration. */
export function msToFrames(durationMs: number, fps: number): number {
  return Math.round((durationMs * fps) / 1_000);
}

export function framesToMs(frames: number, fps: number): number {
  return (frames * 1_000) / fps;
}
