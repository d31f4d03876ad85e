import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';
import createWabt from 'wabt';
import { createRandom } from '../builtin/random.ts';
import { buildCameraMove, viewAt } from './camera.ts';
import { createFrameStudio } from './frame-studio.ts';
import { buildSourceRect } from './source-rect.ts';
import { rgbToYuvPicture, type YuvPicture } from './yuv.ts';

function buildNoise(width: number, height: number): YuvPicture {
  const random = createRandom(width * height);
  const rgb = Uint8Array.from({ length: width * height * 3 }, () => random.int(0, 255));
  return rgbToYuvPicture(rgb, width, height);
}

/** Plain bilinear sampling of luma in floating point: what the kernels should come close to. */
function sampleSlowly(picture: YuvPicture, x: number, y: number): number {
  const luma = new Uint8Array(picture.bytes);
  const at = (column: number, row: number) =>
    luma[Math.min(picture.height - 1, row) * picture.stride + Math.min(picture.width - 1, column)] ?? 0;
  const [left, top] = [Math.max(0, x), Math.max(0, y)];
  const [column, row] = [Math.floor(left), Math.floor(top)];
  const [right, below] = [left - column, top - row];
  const upper = at(column, row) * (1 - right) + at(column + 1, row) * right;
  const lower = at(column, row + 1) * (1 - right) + at(column + 1, row + 1) * right;
  return upper * (1 - below) + lower * below;
}

test('the built kernels are what their source says', async () => {
  const folder = new URL('./', import.meta.url);
  const source = readFileSync(new URL('frame-kernels.wat', folder), 'utf8');
  const wabt = await createWabt();
  const { buffer } = wabt.parseWat('frame-kernels.wat', source, { simd: true }).toBinary({});
  expect(Buffer.from(buffer)).toEqual(readFileSync(new URL('frame-kernels.wasm', folder)));
});

test.each([
  [64, 36],
  [70, 50],
  [36, 64],
  [2, 2],
  [180, 102],
])('sampling a %i×%i frame agrees with plain bilinear arithmetic', (width, height) => {
  const picture = buildNoise(Math.ceil(width * 0.6) * 2, Math.ceil(height * 0.6) * 2);
  const studio = createFrameStudio(width, height, [picture], 1);
  const [frame = new Uint8Array()] = studio.frames;
  for (const view of [
    { zoom: 1, x: 0, y: 0 },
    { zoom: 1.07, x: 0.31, y: 0.77 },
    { zoom: 1.14, x: 1, y: 1 },
  ]) {
    const rect = buildSourceRect(view, picture, width, height);
    studio.sampleView(0, rect, 0);
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const expected = sampleSlowly(
          picture,
          rect.x + (x + 0.5) * rect.scale - 0.5,
          rect.y + (y + 0.5) * rect.scale - 0.5,
        );
        expect(Math.abs((frame[y * width + x] ?? 0) - expected)).toBeLessThanOrEqual(2);
      }
    }
  }
});

test('a flat picture stays flat in all three planes up to the last byte', () => {
  const [width, height] = [70, 50];
  const rgb = new Uint8Array(84 * 60 * 3).map((_, index) => [200, 90, 40][index % 3] ?? 0);
  const studio = createFrameStudio(width, height, [rgbToYuvPicture(rgb, 84, 60)], 2);
  studio.sampleView(0, { x: 3.3, y: 2.1, scale: 1.1 }, 1);
  const frame = studio.frames[1] ?? new Uint8Array();
  const pixels = width * height;
  for (const plane of [
    frame.subarray(0, pixels),
    frame.subarray(pixels, (pixels * 5) / 4),
    frame.subarray((pixels * 5) / 4),
  ]) {
    expect(new Set(plane).size).toBe(1);
  }
});

test('mixing two frames goes from the one to the other, to the exact ends', () => {
  const flat = (grey: number) => rgbToYuvPicture(new Uint8Array(40 * 40 * 3).fill(grey), 40, 40);
  const studio = createFrameStudio(32, 32, [flat(0), flat(255)], 2);
  const lumaAfter = (share: number) => {
    studio.sampleView(0, { x: 0, y: 0, scale: 1 }, 0);
    studio.sampleView(1, { x: 0, y: 0, scale: 1 }, 1);
    studio.crossfade(0, 1, share);
    return studio.frames[0]?.[100];
  };
  expect(lumaAfter(0)).toBe(16);
  expect(lumaAfter(1)).toBe(235);
  expect(Math.abs((lumaAfter(0.5) ?? 0) - 125.5)).toBeLessThan(1);
});

test('the camera moves without trembling: a bright spot follows the planned path to a twentieth of a pixel', () => {
  const [width, height] = [320, 180];
  const [pictureWidth, pictureHeight] = [366, 206];
  const rgb = new Uint8Array(pictureWidth * pictureHeight * 3);
  const [spotX, spotY] = [180, 100];
  for (let y = 0; y < pictureHeight; y++) {
    for (let x = 0; x < pictureWidth; x++) {
      const grey = 255 * Math.exp(-((x - spotX) ** 2 + (y - spotY) ** 2) / 40);
      rgb.fill(grey, (y * pictureWidth + x) * 3, (y * pictureWidth + x) * 3 + 3);
    }
  }
  const picture = rgbToYuvPicture(rgb, pictureWidth, pictureHeight);
  const studio = createFrameStudio(width, height, [picture], 1);
  const [frame = new Uint8Array()] = studio.frames;
  const move = buildCameraMove(4, 0, 8_000);
  for (let index = 0; index < 200; index++) {
    const rect = buildSourceRect(viewAt(move, index / 199), picture, width, height);
    studio.sampleView(0, rect, 0);
    let [sum, sumX, sumY] = [0, 0, 0];
    for (let y = 0; y < height; y++) {
      for (let x = 0; x < width; x++) {
        const light = Math.max(0, (frame[y * width + x] ?? 0) - 18);
        sum += light;
        sumX += light * x;
        sumY += light * y;
      }
    }
    expect(Math.abs(sumX / sum - ((spotX + 0.5 - rect.x) / rect.scale - 0.5))).toBeLessThan(0.05);
    expect(Math.abs(sumY / sum - ((spotY + 0.5 - rect.y) / rect.scale - 0.5))).toBeLessThan(0.05);
  }
});
