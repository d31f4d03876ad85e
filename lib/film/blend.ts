import type { YuvaImage } from './yuv.ts';

/** Darkening frames and laying drawings over them, in place, on unpadded YUV 4:2:0 frames. */

/** Darkens a frame: `light` 1 leaves it, 0 makes it black. */
export function fadeToBlack(frame: Uint8Array, lumaLength: number, light: number): void {
  const weight = Math.round(light * 256);
  for (let at = 0; at < lumaLength; at++)
    frame[at] = 16 + ((((frame[at] as number) - 16) * weight + 128) >> 8);
  for (let at = lumaLength; at < frame.length; at++) {
    frame[at] = 128 + ((((frame[at] as number) - 128) * weight + 128) >> 8);
  }
}

function overlayPlane(
  frame: Uint8Array,
  offset: number,
  frameWidth: number,
  colour: Uint8Array,
  alpha: Uint8Array,
  width: number,
  height: number,
  left: number,
  top: number,
  opacity: number,
): void {
  for (let y = 0; y < height; y++) {
    let to = offset + (top + y) * frameWidth + left;
    for (let from = y * width; from < (y + 1) * width; from++, to++) {
      const a = alpha[from] as number;
      if (a === 0) continue;
      const cover = (a * opacity) >> 8;
      // × 257 + 32768 >> 16 divides by 255, rounded.
      frame[to] =
        (((colour[from] as number) * opacity) >> 8) +
        (((frame[to] as number) * (255 - cover) * 257 + 32_768) >> 16);
    }
  }
}

/**
 * Lays a drawing over a frame.
 *
 * @param left even, in pixels; the drawing lies wholly inside the frame
 * @param top even, in pixels
 * @param opacity 0…1, on top of the drawing's own transparency
 */
export function overlay(
  frame: Uint8Array,
  frameWidth: number,
  frameHeight: number,
  image: YuvaImage,
  left: number,
  top: number,
  opacity: number,
): void {
  const weight = Math.round(opacity * 256);
  if (weight === 0) return;
  const lumaLength = frameWidth * frameHeight;
  overlayPlane(frame, 0, frameWidth, image.luma, image.alpha, image.width, image.height, left, top, weight);
  for (const [plane, colour] of [image.chromaU, image.chromaV].entries()) {
    overlayPlane(
      frame,
      lumaLength + (plane * lumaLength) / 4,
      frameWidth >> 1,
      colour,
      image.chromaAlpha,
      image.width >> 1,
      image.height >> 1,
      left >> 1,
      top >> 1,
      weight,
    );
  }
}
