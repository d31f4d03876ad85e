import { expect, test } from 'vitest';
import { buildFilmFormat } from './film-format.ts';
import { SAMPLE_TEXTS, timeWords } from './fixtures/sample-film.ts';
import { buildSubRip, buildWebVtt } from './subtitles.ts';
import { buildTimeline } from './timeline.ts';

function buildSample(texts: string[], msPerWord = 340) {
  return buildTimeline({
    scenes: texts.map((text) => {
      const { words, durationMs } = timeWords(text, msPerWord);
      return { text, words, narrationDurationMs: durationMs };
    }),
    title: 'Pip',
    format: buildFilmFormat({ aspectRatio: '16:9', resolution: '720p', fps: 30 }),
    seed: 1,
  });
}

const STAMP = String.raw`\d{2,}:[0-5]\d:[0-5]\d\.\d{3}`;

function toMs(stamp: string): number {
  const [hours = 0, minutes = 0, seconds = 0] = stamp.split(':').map(Number);
  return Math.round((hours * 3_600 + minutes * 60 + seconds) * 1_000);
}

test('WebVTT is valid: header, blank lines, growing times, stamps strictly inside their cue', () => {
  for (const msPerWord of [340, 40, 0.4]) {
    const [header, ...blocks] = buildWebVtt(buildSample(SAMPLE_TEXTS, msPerWord)).trimEnd().split('\n\n');
    expect(header).toBe('WEBVTT');
    expect(blocks.length).toBeGreaterThan(3);
    let previousEnd = 0;
    for (const [index, block] of blocks.entries()) {
      const [number, times = '', ...lines] = block.split('\n');
      expect(number).toBe(String(index + 1));
      const match = new RegExp(`^(${STAMP}) --> (${STAMP})$`, 'u').exec(times);
      const [start, end] = [toMs(match?.[1] ?? ''), toMs(match?.[2] ?? '')];
      expect(start).toBeGreaterThanOrEqual(previousEnd);
      expect(end).toBeGreaterThan(start);
      previousEnd = end;
      expect(lines.length).toBeGreaterThan(0);
      let shown = start;
      for (const stamp of lines.join(' ').matchAll(new RegExp(`<(${STAMP})>`, 'gu'))) {
        expect(toMs(stamp[1] ?? '')).toBeGreaterThan(shown);
        expect(toMs(stamp[1] ?? '')).toBeLessThan(end);
        shown = toMs(stamp[1] ?? '');
      }
    }
  }
});

test('text that looks like markup is shown, not obeyed', () => {
  const vtt = buildWebVtt(buildSample(['Tom & <b>Ali</b> said --> go.']));
  expect(vtt).toContain('&amp;');
  expect(vtt).toContain('&lt;b&gt;Ali&lt;/b&gt;');
  expect(vtt.match(/-->/gu)).toHaveLength(1);
});

test('SubRip has the same captions as WebVTT, with commas and plain text', () => {
  const timeline = buildSample(SAMPLE_TEXTS);
  const subRip = buildSubRip(timeline);
  const plain = buildWebVtt(timeline)
    .replace('WEBVTT\n\n', '')
    .replaceAll(/<[^>]*>/gu, '')
    .replaceAll(/(\d)\.(\d{3})/gu, '$1,$2');
  expect(subRip).toBe(plain);
});

test('a film without words has a valid, empty track', () => {
  expect(buildWebVtt(buildSample(['']))).toBe('WEBVTT\n\n');
  expect(buildSubRip(buildSample(['']))).toBe('');
});
