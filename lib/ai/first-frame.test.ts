import sharp from 'sharp';
import { expect, test } from 'vitest';
import { isAppError } from '../errors.ts';
import { fitFirstFrame } from './first-frame.ts';

const WIDE = { width: 1280, height: 720 };

async function draw(width: number, height: number): Promise<Uint8Array> {
  const svg = `<svg xmlns="http://www.w3.org/2000/svg" width="${width}" height="${height}"><rect width="100%" height="100%" fill="#c03030"/><rect width="20" height="20" fill="#00ff00"/></svg>`;
  return sharp(Buffer.from(svg)).png().toBuffer();
}

const pixel = async (png: Uint8Array, left: number, top: number) => [
  ...(await sharp(png).extract({ left, top, width: 1, height: 1 }).raw().toBuffer()),
];

test('a picture of the film’s shape fills the first frame', async () => {
  const frame = await fitFirstFrame(await draw(1600, 900), WIDE);
  expect(await sharp(frame).metadata()).toMatchObject({ ...WIDE, format: 'png', channels: 3 });
  const [red = 0, green = 0] = await pixel(frame, 640, 360);
  expect(red).toBeGreaterThan(180);
  expect(green).toBeLessThan(60);
});

test('a square one stands whole in the middle: the book’s film cuts the rest away again', async () => {
  const frame = await fitFirstFrame(await draw(1024, 1024), WIDE);
  // Its corner, the middle of whose left edge lies at (1280 − 720) / 2.
  const [, green = 0] = await pixel(frame, 280 + 5, 5);
  expect(green).toBeGreaterThan(200);
  const [besides = 0] = await pixel(frame, 100, 360);
  expect(besides, 'a darker copy beside it').toBeLessThan(185);
  expect(besides).toBeGreaterThan(120);
});

test('what is no picture is said to be none', async () => {
  const failure = await fitFirstFrame(Buffer.from('<html>'), WIDE).catch((error: unknown) => error);
  expect(isAppError(failure) && failure.code).toBe('picture_unreadable');
});
