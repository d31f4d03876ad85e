import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import sharp, { type Sharp } from 'sharp';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { MAX_ZOOM } from './camera.ts';
import { buildPicture } from './fixtures/sample-film.ts';
import { preparePicture } from './prepare-picture.ts';

let directory = '';
beforeAll(async () => {
  directory = await mkdtemp(path.join(tmpdir(), 'prepare-picture-test-'));
});
afterAll(async () => rm(directory, { recursive: true, force: true }));

async function write(name: string, picture: Sharp): Promise<string> {
  const file = path.join(directory, name);
  await picture.toFile(file);
  return file;
}

const fill = (width: number, height: number, background: object, channels: 3 | 4 = 3) =>
  sharp({ create: { width, height, channels, background: background as never } });

test.each([
  ['png', () => write('a.png', buildPicture(0, 640, 360).png())],
  ['jpeg', () => write('a.jpg', buildPicture(0, 640, 360).jpeg())],
  ['webp', () => write('a.webp', buildPicture(0, 640, 360).webp())],
  ['avif', () => write('a.avif', buildPicture(0, 320, 180).avif({ effort: 0 }))],
  ['16 bit', () => write('16.png', buildPicture(0, 640, 360).toColourspace('rgb16').png())],
  ['grey', () => write('grey.png', buildPicture(0, 640, 360).toColourspace('b-w').png())],
  ['cmyk', () => write('cmyk.jpg', buildPicture(0, 640, 360).toColourspace('cmyk').jpeg())],
  ['one pixel', () => write('1.png', fill(1, 1, { r: 200, g: 10, b: 10 }).png())],
  ['a thin line', () => write('line.png', fill(900, 2, { r: 200, g: 10, b: 10 }).png())],
  ['huge', () => write('huge.png', fill(8000, 6000, { r: 20, g: 90, b: 10 }).png({ compressionLevel: 1 }))],
])('reads %s and has room for the closest view', async (_, make) => {
  const picture = await preparePicture(await make(), 320, 180);
  expect(picture.width).toBeGreaterThanOrEqual(320 * MAX_ZOOM);
  expect(picture.height).toBeGreaterThanOrEqual(180 * MAX_ZOOM);
  expect((picture.width % 2) + (picture.height % 2)).toBe(0);
  // The sampler works up to twice the film's size.
  expect(Math.min(picture.width / 320, picture.height / 180)).toBeLessThan(1.5);
});

test('transparent pictures lie on paper, not on black', async () => {
  const file = await write('clear.png', fill(64, 36, { r: 0, g: 0, b: 0, alpha: 0 }, 4).png());
  const picture = await preparePicture(file, 64, 36);
  expect(new Uint8Array(picture.bytes)[0]).toBeGreaterThan(215);
});

test('a picture taken sideways is put upright', async () => {
  const left = fill(90, 160, { r: 255, g: 255, b: 255 }).composite([
    { input: { create: { width: 90, height: 80, channels: 3, background: '#000' } }, left: 0, top: 80 },
  ]);
  const file = await write('sideways.jpg', left.withMetadata({ orientation: 6 }).jpeg({ quality: 100 }));
  const picture = await preparePicture(file, 64, 36);
  const row = new Uint8Array(picture.bytes).subarray(picture.stride * 20, picture.stride * 21);
  expect(row[4]).toBeLessThan(40);
  expect(row[picture.width - 4]).toBeGreaterThan(200);
});

/** A picture with a face at one side, and the share of the prepared picture that is darker than its background. */
async function shareOfFace(name: string, faceX: number, width: number, height: number): Promise<number> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="1280" height="720"><rect width="1280" height="720" fill="#bfe0f5"/><g transform="translate(${faceX} 360)"><circle r="150" fill="#c0356b"/><circle cx="-40" cy="-30" r="20"/><circle cx="40" cy="-30" r="20"/></g></svg>`;
  const file = path.join(directory, name);
  await writeFile(file, svg);
  const picture = await preparePicture(file, width, height);
  const luma = new Uint8Array(picture.bytes);
  let dark = 0;
  for (let y = 0; y < picture.height; y++) {
    for (let x = 0; x < picture.width; x++) if ((luma[y * picture.stride + x] ?? 255) < 120) dark += 1;
  }
  return dark / (picture.width * picture.height);
}

test.each([180, 400, 1100])('a wide picture in an upright film keeps what it shows at %i', async (faceX) => {
  // The face is 7.7 % of the picture; shown across the film's width it is about 3 % of the film.
  expect(await shareOfFace(`wide-${faceX}.svg`, faceX, 180, 320)).toBeGreaterThan(0.02);
});

test('a square picture in a wide film fills it without bars', async () => {
  const file = await write('square.png', buildPicture(1, 400, 400).png());
  const picture = await preparePicture(file, 320, 180);
  expect(picture.width / picture.height).toBeCloseTo(16 / 9, 1);
  const row = new Uint8Array(picture.bytes).subarray(
    picture.stride * 100,
    picture.stride * 100 + picture.width,
  );
  expect(Math.min(...row.subarray(0, 20), ...row.subarray(-20))).toBeGreaterThan(30);
});
