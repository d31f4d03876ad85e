import { expect, test } from 'vitest';
import { turnPage } from './turn-page.ts';

const [WIDTH, HEIGHT] = [160, 90];
const frame = (luma: number, chroma: number) =>
  new Uint8Array((WIDTH * HEIGHT * 3) / 2).fill(luma, 0, WIDTH * HEIGHT).fill(chroma, WIDTH * HEIGHT);

function turned(share: number) {
  const old = frame(60, 90);
  turnPage(old, frame(150, 170), WIDTH, HEIGHT, share);
  return old;
}
const lumaAt = (picture: Uint8Array, x: number, y: number) => picture[y * WIDTH + x] ?? -1;

test('before it begins there is the old picture, at its end the next one', () => {
  expect(turned(0)).toEqual(frame(60, 90));
  expect(turned(1)).toEqual(frame(150, 170));
});

test('half turned, the old picture is under bright paper and the next one has come to light on the right', () => {
  const half = turned(0.5);
  const middle = HEIGHT / 2;
  expect(lumaAt(half, 40, middle)).toBeGreaterThan(170);
  expect(lumaAt(half, WIDTH - 5, middle)).toBeCloseTo(150, -1);
  const early = turned(0.2);
  expect(lumaAt(early, 5, middle)).toBe(60);
  expect(lumaAt(early, WIDTH - 2, middle)).toBeGreaterThan(100);
});

test('the next picture only ever comes more to light, and every value is a colour', () => {
  let before = -1;
  for (let share = 0; share <= 1.0001; share += 0.05) {
    const picture = turned(share);
    const shown = picture
      .subarray(0, WIDTH * HEIGHT)
      .reduce((sum, value) => sum + Number(value > 140 && value < 160), 0);
    expect(shown).toBeGreaterThanOrEqual(before - WIDTH);
    before = shown;
    expect(Math.min(...picture)).toBeGreaterThanOrEqual(16);
  }
});
