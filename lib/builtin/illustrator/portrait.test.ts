import { Resvg } from '@resvg/resvg-js';
import { describe, expect, test } from 'vitest';
import { buildSvg, findCast } from './build-svg.ts';
import { createDepiction, createSheet } from './sample-depiction.ts';

const SIZE = { width: 640, height: 640 };

describe('a portrait', () => {
  test('is decided by the sheet: pages, places and stories change nothing', () => {
    const portrait = createDepiction({ portrait: true });
    const elsewhere = createDepiction({
      portrait: true,
      sceneIndex: 5,
      seed: 42,
      setting: { place: 'space', timeOfDay: 'night', weather: 'storm', mood: 'sad' },
    });
    expect(buildSvg(elsewhere, SIZE)).toBe(buildSvg(portrait, SIZE));
    const other = createDepiction({ portrait: true, characters: [createSheet('mouse', { seed: 8 })] });
    expect(buildSvg({ ...other, characters: [createSheet('owl')] }, SIZE)).not.toBe(buildSvg(portrait, SIZE));
  });

  test.each(['mouse', 'girl', 'dragon', 'whale', 'cloud', 'train', 'owl', 'giant'])(
    'of a %s is whole, in the middle, on plain paper',
    (kind) => {
      const svg = buildSvg(createDepiction({ portrait: true, characters: [createSheet(kind)] }), SIZE);
      const { pixels } = new Resvg(svg, { font: { loadSystemFonts: false } }).render();
      const isPaper = (x: number, y: number) => {
        const at = (y * SIZE.width + x) * 4;
        return [pixels[at], pixels[at + 1], pixels[at + 2]].join() === '251,246,236';
      };
      const edge = Array.from({ length: SIZE.width }, (_, at) => [
        [at, 2],
        [at, SIZE.height - 3],
        [2, at],
        [SIZE.width - 3, at],
      ]).flat() as [number, number][];
      expect(edge.every(([x, y]) => isPaper(x, y))).toBe(true);
      const middle = Array.from({ length: SIZE.height }, (_, y) => isPaper(SIZE.width / 2, y));
      expect(middle.filter((paper) => !paper).length).toBeGreaterThan(SIZE.height * 0.3);
    },
  );
});

test('where everybody stands is told in parts of the page, inside it, in any of its sizes', () => {
  const depiction = createDepiction({ characters: [createSheet('girl'), createSheet('fox')] });
  const regions = findCast(depiction, { width: 1280, height: 720 });
  expect(regions.map(({ characterId }) => characterId).toSorted()).toEqual(['the-fox', 'the-girl']);
  for (const { left, top, width, height } of regions) {
    expect(Math.min(left, top)).toBeGreaterThanOrEqual(0);
    expect(Math.max(left + width, top + height)).toBeLessThanOrEqual(1);
    expect(height).toBeGreaterThan(0.15);
  }
  expect(findCast(depiction, { width: 640, height: 360 })).toEqual(regions);
});
