import type { SourceRect } from './source-rect.ts';

/**
 * Depth out of two layers: what stands in front comes a little nearer than the place behind it, goes across it while the
 * scene lasts, and is never quite still. Pure.
 */

/** How much nearer the front is. */
const NEARER = 1.055;
/** How far across the room that gives, from 0.5 ± this to 0.5 ∓ this. */
const REACH = 0.42;
/** Feet stay where the ground is: this share of the picture's height. */
const GROUND = 0.8;
/** A breath: up and down a thousandth or two of the picture's height. */
const BREATH = 0.045;
const BREATHS_A_SECOND = 0.32;

/**
 * Where the front layer's view lies, inside the view of the place behind it.
 *
 * @param behind what the camera sees of the place
 * @param position 0 at the clip's first frame, 1 at its last
 * @param direction 1: the front goes to the left as the camera goes to the right; −1 the other way
 */
export function buildFrontRect(
  behind: SourceRect,
  frame: { width: number; height: number },
  position: number,
  seconds: number,
  direction: 1 | -1,
): SourceRect {
  const eased = 0.3 * position + 0.7 * position * position * (3 - 2 * position);
  const across = 0.5 + direction * REACH * (2 * eased - 1);
  const down = GROUND + BREATH * Math.sin(2 * Math.PI * BREATHS_A_SECOND * seconds);
  const room = 1 - 1 / NEARER;
  return {
    x: behind.x + frame.width * behind.scale * room * across,
    y: behind.y + frame.height * behind.scale * room * down,
    scale: behind.scale / NEARER,
  };
}

/**
 * Lays the front over the place, in place: all three are sampled frames, `front` with its colours multiplied by `cover`.
 */
export function layFront(frame: Uint8Array, front: Uint8Array, cover: Uint8Array): void {
  for (let at = 0; at < frame.length; at++) {
    const covered = cover[at] as number;
    if (covered === 0) continue;
    // × 257 + 32768 >> 16 divides by 255, rounded.
    const shown = ((frame[at] as number) * (255 - covered) * 257 + 32_768) >> 16;
    frame[at] = Math.min(255, shown + (front[at] as number));
  }
}
