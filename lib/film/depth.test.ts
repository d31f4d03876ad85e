import { expect, test } from 'vitest';
import { buildFrontRect, layFront } from './depth.ts';

const FRAME = { width: 1280, height: 720 };
const BEHIND = { x: 40, y: 30, scale: 1.1 };

test('the front stays inside what the camera sees of the place, goes across it, and keeps its feet on the ground', () => {
  for (const direction of [1, -1] as const) {
    const shifts: number[] = [];
    for (let step = 0; step <= 100; step++) {
      const front = buildFrontRect(BEHIND, FRAME, step / 100, step / 10, direction);
      expect(front.x).toBeGreaterThanOrEqual(BEHIND.x);
      expect(front.y).toBeGreaterThanOrEqual(BEHIND.y);
      expect(front.x + FRAME.width * front.scale).toBeLessThanOrEqual(BEHIND.x + FRAME.width * BEHIND.scale);
      expect(front.y + FRAME.height * front.scale).toBeLessThanOrEqual(
        BEHIND.y + FRAME.height * BEHIND.scale,
      );
      shifts.push(front.x - BEHIND.x);
      // Where the ground of the picture is seen, in pixels of the film.
      const ground = BEHIND.y + 0.8 * FRAME.height * BEHIND.scale;
      expect(Math.abs((ground - front.y) / front.scale - 0.8 * FRAME.height)).toBeLessThan(4);
    }
    const across = ((shifts.at(-1) ?? 0) - (shifts[0] ?? 0)) * direction;
    expect(across).toBeGreaterThan(FRAME.width * 0.03);
  }
});

test('what covers hides the place, what covers half lets half through, and nothing else changes', () => {
  const frame = Uint8Array.of(100, 100, 100);
  // Colours come multiplied by their cover.
  layFront(frame, Uint8Array.of(0, 100, 200), Uint8Array.of(0, 128, 255));
  expect(frame[0]).toBe(100);
  expect(Math.abs((frame[1] ?? 0) - 150)).toBeLessThan(2);
  expect(frame[2]).toBe(200);
});
