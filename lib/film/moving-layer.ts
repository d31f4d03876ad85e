import { AppError } from '../errors.ts';
import { type ClipMotion, sourceFrameAt } from './clip-motion.ts';
import type { FrameReader } from './frame-reader.ts';
import type { FrameStudio } from './frame-studio.ts';
import type { SourceRect } from './source-rect.ts';

/** A layer whose picture is another one at every frame. It holds two neighbouring frames in the studio and mixes them. */
export type MovingLayer = {
  /** Reads on to the source frames that the scene's frame shows. Frames of the scene are asked for in order. */
  load(sceneFrame: number): Promise<void>;
  /** Draws the loaded moment. */
  sample(rect: SourceRect, target: number, scratch: number): void;
};

/**
 * @param pictures the studio's two places for frames of the reader's size
 * @param firstFrame which source frame the reader begins with
 */
export function createMovingLayer(
  studio: FrameStudio,
  pictures: [number, number],
  reader: FrameReader,
  motion: ClipMotion,
  firstFrame: number,
): MovingLayer {
  let newest = firstFrame - 1;
  let hasEnded = false;
  let moment = { frame: firstFrame, share: 0 };
  return {
    async load(sceneFrame) {
      const position = sourceFrameAt(motion, sceneFrame);
      const wanted = Math.ceil(position);
      while (newest < wanted && !hasEnded) {
        const bytes = await reader.read();
        if (bytes) {
          newest += 1;
          studio.replacePicture(pictures[newest % 2 === 0 ? 0 : 1], bytes);
        } else hasEnded = true;
      }
      if (newest < firstFrame) {
        throw new AppError('render_failed', 'The film could not be made.', {
          cause: new Error('a moving picture has no frames'),
        });
      }
      // A source that is shorter than it said holds its last frame.
      const reachable = Math.min(position, newest);
      const frame = Math.floor(reachable);
      moment = { frame, share: reachable - frame };
    },
    sample(rect, target, scratch) {
      const { frame, share } = moment;
      studio.sampleView(pictures[frame % 2 === 0 ? 0 : 1], rect, target);
      if (share === 0) return;
      studio.sampleView(pictures[frame % 2 === 0 ? 1 : 0], rect, scratch);
      studio.crossfade(target, scratch, share);
    },
  };
}
