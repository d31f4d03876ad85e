import type { CameraView } from './camera.ts';
import { frameByteLength, type YuvPicture } from './yuv.ts';

/** The part of a prepared picture that fills the film's frame, in picture pixels. */
export type SourceRect = { x: number; y: number; scale: number };

/** Where a view lies in a picture: `scale` picture pixels make one film pixel, in both directions. */
export function buildSourceRect(
  view: CameraView,
  picture: Pick<YuvPicture, 'width' | 'height'>,
  width: number,
  height: number,
): SourceRect {
  const cover = Math.min(picture.width / width, picture.height / height);
  const scale = cover / view.zoom;
  return {
    x: (picture.width - width * scale) * view.x,
    y: (picture.height - height * scale) * view.y,
    scale,
  };
}

// One row, mixed from two; film frames are narrower than this.
const MAX_ROW = 16_384;
const rowBytes = new Uint8Array(MAX_ROW);
const rowWords = new Uint32Array(rowBytes.buffer);

function samplePlane(
  source: Uint32Array,
  stride: number,
  sourceHeight: number,
  target: Uint8Array,
  targetOffset: number,
  width: number,
  height: number,
  left: number,
  top: number,
  scale: number,
): void {
  const step = Math.round(scale * 65_536);
  const first = Math.max(0, Math.round((left + 0.5 * scale - 0.5) * 65_536));
  const firstWord = first >> 18;
  const lastWord = Math.min((stride >> 2) - 1, (((first + step * (width - 1)) >> 16) + 1) >> 2);
  for (let y = 0; y < height; y++) {
    const at = Math.max(0, top + (y + 0.5) * scale - 0.5);
    const row = Math.min(at | 0, sourceHeight - 1);
    const below = ((at - row) * 256 + 0.5) | 0;
    const above = 256 - below;
    const rowStart = (row * stride) >> 2;
    const nextStart = row + 1 < sourceHeight ? rowStart + (stride >> 2) : rowStart;
    // Four pixels at a time: two of them in each half-masked word, weights sum to 256 so nothing overflows.
    for (let word = firstWord; word <= lastWord; word++) {
      const a = source[rowStart + word] as number;
      const b = source[nextStart + word] as number;
      const even =
        ((Math.imul(a & 0xff00ff, above) + Math.imul(b & 0xff00ff, below) + 0x800080) >>> 8) & 0xff00ff;
      const odd =
        (Math.imul((a >>> 8) & 0xff00ff, above) + Math.imul((b >>> 8) & 0xff00ff, below) + 0x800080) &
        0xff00ff00;
      rowWords[word] = even | odd;
    }
    const end = targetOffset + (y + 1) * width;
    for (let to = targetOffset + y * width, fixed = first; to < end; to++, fixed += step) {
      const column = fixed >> 16;
      const a = rowBytes[column] as number;
      const b = rowBytes[column + 1] as number;
      target[to] = ((a << 8) + Math.imul(b - a, (fixed >> 8) & 255) + 128) >> 8;
    }
  }
}

/**
 * Draws what the camera sees into a film frame by bilinear sampling, to 1/256 of a pixel. The encoder's own zoom filter
 * moves in whole pixels, which trembles; this does not.
 *
 * @param frame unpadded 4:2:0, `frameByteLength(width, height)` bytes
 */
export function sampleView(
  picture: YuvPicture,
  rect: SourceRect,
  frame: Uint8Array,
  width: number,
  height: number,
): void {
  const chromaStride = picture.stride >> 1;
  const chromaHeight = picture.height >> 1;
  const lumaBytes = picture.stride * picture.height;
  const chromaBytes = chromaStride * chromaHeight;
  const words = (offset: number, length: number) => new Uint32Array(picture.bytes, offset, length >> 2);
  samplePlane(
    words(0, lumaBytes),
    picture.stride,
    picture.height,
    frame,
    0,
    width,
    height,
    rect.x,
    rect.y,
    rect.scale,
  );
  for (const plane of [0, 1]) {
    samplePlane(
      words(lumaBytes + plane * chromaBytes, chromaBytes),
      chromaStride,
      chromaHeight,
      frame,
      width * height + (plane * width * height) / 4,
      width >> 1,
      height >> 1,
      rect.x / 2,
      rect.y / 2,
      rect.scale,
    );
  }
}

/** A frame's buffer, ready for `sampleView`. */
export function createFrame(width: number, height: number): Uint8Array<ArrayBuffer> {
  return new Uint8Array(frameByteLength(width, height));
}
