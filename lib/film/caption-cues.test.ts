import { expect, test } from 'vitest';
import { buildCaptionCues } from './caption-cues.ts';
import { buildCaptionStyle, estimateTextWidth } from './caption-style.ts';
import { SAMPLE_TEXTS, timeWords } from './fixtures/sample-film.ts';
import { buildTextOutline } from './text-outline.ts';

const WIDE = buildCaptionStyle({ width: 1280, height: 720 });
const UPRIGHT = buildCaptionStyle({ width: 720, height: 1280 });

function cuesOf(text: string, style = WIDE) {
  const { words, durationMs } = timeWords(text, 340);
  return buildCaptionCues(words, style, durationMs + 300).map((cue) =>
    cue.lines.map((line) => line.map((word) => word.text).join(' ')).join(' / '),
  );
}

test('breaks a long sentence at its comma', () => {
  expect(cuesOf(SAMPLE_TEXTS[1] ?? '')).toEqual([
    'One morning, Pip smelled / something wonderful on the wind,',
    'and ran into the deep green forest.',
  ]);
});

test('starts a new caption with a new sentence, but keeps “he asked” with the question', () => {
  expect(cuesOf(SAMPLE_TEXTS[2] ?? '')).toEqual([
    'As the sun went down, / Pip saw a castle on the hill.',
    '“Is the magical cheese up there?” he asked.',
  ]);
});

test('does not end a line on a word that leads on', () => {
  for (const text of SAMPLE_TEXTS) {
    for (const cue of cuesOf(text, UPRIGHT)) expect(cue).not.toMatch(/\b(the|a|an|of|to|and) \//u);
  }
});

test('lines fit the width of upright films too', () => {
  for (const text of SAMPLE_TEXTS) {
    const { words, durationMs } = timeWords(text, 340);
    for (const cue of buildCaptionCues(words, UPRIGHT, durationMs)) {
      for (const line of cue.lines) {
        const drawn = buildTextOutline(line.map((word) => word.text).join(' '), UPRIGHT.fontSize);
        expect(drawn.width).toBeLessThanOrEqual(UPRIGHT.maxLineWidth * 1.1);
      }
    }
  }
});

test('a word wider than the picture stands alone instead of getting lost', () => {
  const long = 'Llanfairpwllgwyngyllgogerychwyrndrobwllllantysiliogogogoch';
  expect(cuesOf(`It was ${long} again`, UPRIGHT)).toContain(long);
});

test('a caption stays up for at least a second when there is room', () => {
  const [cue] = buildCaptionCues([{ text: 'Boo!', startMs: 0, endMs: 200 }], WIDE, 5_000);
  expect(cue?.endMs).toBeGreaterThanOrEqual(1_000);
});

test('estimated widths are within a tenth of the drawn ones for ordinary sentences', () => {
  for (const text of SAMPLE_TEXTS) {
    const drawn = buildTextOutline(text, 100).width / 100;
    expect(Math.abs(estimateTextWidth(text) / drawn - 1)).toBeLessThan(0.1);
  }
});
