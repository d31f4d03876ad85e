import { readFileSync } from 'node:fs';
import type { SourceRect } from './source-rect.ts';
import { frameByteLength, type YuvPicture } from './yuv.ts';

/**
 * Frames and pictures in one WebAssembly memory, and the two loops over every pixel that a film spends its time in. The
 * loops use 128-bit instructions and are three times as fast as the same in JavaScript.
 */
export type FrameStudio = {
  /** Unpadded YUV 4:2:0 frames; views into the memory, valid as long as the studio. */
  frames: Uint8Array[];
  /** Puts another picture of the same size and layout in the place of one. */
  replacePicture(picture: number, bytes: Uint8Array): void;
  /** Draws what the camera sees of a picture into a frame, by bilinear sampling to 1/256 of a pixel. */
  sampleView(picture: number, rect: SourceRect, frame: number): void;
  /** Mixes `share` (0…1) of frame `over` into frame `target`. */
  crossfade(target: number, over: number, share: number): void;
};

type Kernels = {
  samplePlane(
    source: number,
    stride: number,
    rows: number,
    target: number,
    width: number,
    height: number,
    table: number,
    row: number,
    first: number,
    last: number,
    top: number,
    scale: number,
  ): void;
  mixFrames(target: number, source: number, length: number, weight: number): void;
};

const BLOCK_PIXELS = 8;
const BLOCK_BYTES = 64;
const PAGE_BYTES = 65_536;
/** The loops read and write whole pieces of 16 bytes past the end of what they work on. */
const SLACK = 64;

let compiled: WebAssembly.Module | undefined;

function getModule(): WebAssembly.Module {
  compiled ??= new WebAssembly.Module(readFileSync(new URL('./frame-kernels.wasm', import.meta.url)));
  return compiled;
}

/**
 * @param pictures copied in; at most twice as large as the film in both directions (`preparePicture` sees to that)
 * @param frameCount how many frames to keep at the same time
 */
export function createFrameStudio(
  width: number,
  height: number,
  pictures: YuvPicture[],
  frameCount: number,
): FrameStudio {
  let used = 0;
  const reserve = (bytes: number) => {
    const at = used;
    used += (bytes + SLACK + 15) & ~15;
    return at;
  };
  const frameBytes = frameByteLength(width, height);
  const pictureAt = pictures.map((picture) => reserve(picture.bytes.byteLength));
  const frameAt = Array.from({ length: frameCount }, () => reserve(frameBytes));
  const tableBytes = Math.ceil(width / BLOCK_PIXELS) * BLOCK_BYTES;
  const tableAt = reserve(tableBytes);
  const rowAt = reserve(Math.max(...pictures.map((picture) => picture.stride)));

  const memory = new WebAssembly.Memory({ initial: Math.ceil(used / PAGE_BYTES) });
  const kernels = new WebAssembly.Instance(getModule(), { film: { memory } }).exports as Kernels;
  for (const [index, picture] of pictures.entries()) {
    new Uint8Array(memory.buffer).set(new Uint8Array(picture.bytes), pictureAt[index]);
  }
  const table = new DataView(memory.buffer, tableAt, tableBytes);

  /** Writes which neighbours make each target pixel of a row; returns the span of source bytes they lie in. */
  function buildTable(targetWidth: number, left: number, scale: number): { first: number; last: number } {
    let base = 0;
    let last = 0;
    for (let x = 0; x < Math.ceil(targetWidth / BLOCK_PIXELS) * BLOCK_PIXELS; x++) {
      const lane = x % BLOCK_PIXELS;
      const entry = ((x - lane) / BLOCK_PIXELS) * BLOCK_BYTES;
      // Pixels past the row's end are written too, and overwritten: they may repeat the last one.
      const at = Math.max(0, left + (Math.min(x, targetWidth - 1) + 0.5) * scale - 0.5);
      const column = Math.floor(at);
      const right = Math.round((at - column) * 256);
      if (lane === 0) {
        base = column;
        table.setInt32(entry + 48, base, true);
      }
      table.setUint8(entry + lane * 2, column - base);
      table.setUint8(entry + lane * 2 + 1, column - base + 1);
      table.setInt16(entry + 16 + lane * 4, 256 - right, true);
      table.setInt16(entry + 18 + lane * 4, right, true);
      last = column + 1;
    }
    return { first: Math.floor(Math.max(0, left + 0.5 * scale - 0.5)) & ~15, last };
  }

  return {
    frames: frameAt.map((at) => new Uint8Array(memory.buffer, at, frameBytes)),
    replacePicture(pictureIndex, bytes) {
      const at = pictureAt[pictureIndex];
      if (at === undefined || bytes.length !== pictures[pictureIndex]?.bytes.byteLength) {
        throw new RangeError(`no picture ${pictureIndex} of ${bytes.length} bytes`);
      }
      new Uint8Array(memory.buffer).set(bytes, at);
    },
    sampleView(pictureIndex, rect, frameIndex) {
      const picture = pictures[pictureIndex];
      const source = pictureAt[pictureIndex];
      const target = frameAt[frameIndex];
      if (!picture || source === undefined || target === undefined) {
        throw new RangeError(`no picture ${pictureIndex} or no frame ${frameIndex}`);
      }
      const { stride, height: rows } = picture;
      const luma = buildTable(width, rect.x, rect.scale);
      kernels.samplePlane(
        ...[source, stride, rows, target, width, height],
        ...[tableAt, rowAt, luma.first, luma.last, rect.y, rect.scale],
      );
      const chroma = buildTable(width >> 1, rect.x / 2, rect.scale);
      for (const plane of [0, 1]) {
        kernels.samplePlane(
          source + stride * rows + (plane * stride * rows) / 4,
          ...[stride >> 1, rows >> 1],
          target + width * height + (plane * width * height) / 4,
          ...[width >> 1, height >> 1, tableAt, rowAt, chroma.first, chroma.last],
          ...[rect.y / 2, rect.scale],
        );
      }
    },
    crossfade(target, over, share) {
      const [to, from] = [frameAt[target], frameAt[over]];
      if (to === undefined || from === undefined) throw new RangeError(`no frame ${target} or ${over}`);
      kernels.mixFrames(to, from, frameBytes, Math.round(share * 256));
    },
  };
}
