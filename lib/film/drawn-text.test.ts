import { expect, test } from 'vitest';
import { buildCaptionPlate } from './caption-plate.ts';
import { buildStoryCard } from './story-card.ts';
import { buildTextOutline } from './text-outline.ts';

const ODD_TEXTS = [
  '',
  ' ',
  '🐭🧀',
  'Zoë naïve Łódź',
  'Ελληνικά',
  '東京',
  'a\u0000b\u200d',
  'שלום',
  '👩‍👩‍👧‍👦 family',
  '½ ™ €5',
];

test.each(ODD_TEXTS)('draws %j without failing, on plates and cards', (text) => {
  expect(buildTextOutline(text, 40).svg).not.toMatch(/NaN|undefined/u);
  const plate = buildCaptionPlate([[text, 'and'], [text]], 320, 180);
  expect(plate.resting.width).toBeLessThanOrEqual(320);
  for (const kind of ['title', 'moral'] as const) {
    const card = buildStoryCard(text, kind, 320, 180);
    expect(card.top + card.image.height).toBeLessThanOrEqual(180);
  }
});

test('accented letters are drawn with a font that has them', () => {
  expect(buildTextOutline('Ł', 40).svg).toContain('<path');
  expect(buildTextOutline('ë', 40).svg).not.toBe(buildTextOutline('e', 40).svg);
});

test('emoji leave no hole, unknown letters a soft box', () => {
  expect(buildTextOutline('🐭', 40)).toEqual({ svg: '', width: 0 });
  expect(buildTextOutline('東', 40).svg).toContain('<rect');
});

test('an overlong word is shrunk to fit the picture', () => {
  const plate = buildCaptionPlate([['Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch']], 360, 640);
  expect(plate.left).toBeGreaterThanOrEqual(0);
  expect(plate.left + plate.resting.width).toBeLessThanOrEqual(360);
});

test('a long title fits its card', () => {
  const title = Array.from({ length: 20 }, () => 'Extraordinary').join(' ');
  for (const [width, height] of [
    [1280, 720],
    [720, 1280],
  ] as const) {
    const { image, top } = buildStoryCard(title, 'title', width, height);
    expect(top + image.height).toBeLessThanOrEqual(height);
  }
});

test('lighting a word changes only that word', () => {
  const plate = buildCaptionPlate([['one', 'two', 'three']], 640, 360);
  const lit = plate.withWordLit(1);
  const { width, height } = plate.resting;
  const changed: number[] = [];
  for (let pixel = 0; pixel < width * height; pixel++) {
    expect(lit.alpha[pixel]).toBe(plate.resting.alpha[pixel]);
    if (lit.luma[pixel] !== plate.resting.luma[pixel]) changed.push(pixel % width);
  }
  expect(changed.length).toBeGreaterThan(50);
  expect(Math.min(...changed)).toBeGreaterThan(width * 0.25);
  expect(Math.max(...changed)).toBeLessThan(width * 0.62);
  expect(plate.withWordLit(99)).toBe(plate.resting);
});
