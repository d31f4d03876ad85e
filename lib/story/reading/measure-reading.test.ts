import { describe, expect, it } from 'vitest';
import { measureReading } from './measure-reading.ts';

const EASY = 'The cat sat by the fire. The dog ran to the house. They were happy. The sun was warm.';

describe('measureReading', () => {
  it('counts as Flesch and Kincaid do, whatever the age', () => {
    expect(measureReading('The cat sat. The dog ran.', '3-5')).toMatchObject({
      words: 6,
      sentences: 2,
      meanSentenceLength: 3,
      grade: 0,
    });
    const hard = 'Extraordinary circumstances necessitate considerable deliberation among authorities.';
    expect(measureReading(hard, '9-12').grade).toBeGreaterThan(12);
  });

  it('takes Spache for the young and Dale–Chall from nine on', () => {
    expect(measureReading(EASY, '6-8')).not.toHaveProperty('daleChall');
    expect(measureReading(EASY, '9-12')).not.toHaveProperty('spache');
    // 19 words in 4 sentences, all on the lists.
    expect(measureReading(EASY, '3-5').spache).toBeCloseTo(0.121 * 4.75 + 0.659, 2);
    expect(measureReading(EASY, '9-12').daleChall).toBeCloseTo(0.0496 * 4.75, 2);
  });

  it('knows a listed word in all its forms, in American and in British spelling', () => {
    const text =
      'She jumped. They were running, laughing and happier. The foxes recognised the colours quickly.';
    expect(measureReading(text, '9-12').shareOutsideAgeList).toBe(0);
  });

  it('takes no name for a hard word, from the cast or by its capital', () => {
    const text = 'Zephyrine ran home. At the gate stood Archibald. Zephyrine’s hat was red.';
    expect(measureReading(text, '3-5', ['Zephyrine']).shareOutsideAgeList).toBe(0);
    expect(measureReading('The perpendicular wall fell.', '3-5').shareOutsideAgeList).toBe(0.25);
  });

  it('counts an unfamiliar word of Spache once in a sample, however long the story', () => {
    const page = `${'The mouse saw a flibbertigibbet by the big tree. '.repeat(12)}`;
    const once = measureReading(page, '6-8').spache as number;
    const often = measureReading(page.repeat(10), '6-8').spache as number;
    expect(Math.abs(once - often)).toBeLessThan(0.1);
  });

  it('answers zeros for an empty text', () => {
    const nothing = { words: 0, sentences: 0, grade: 0, meanSentenceLength: 0, shareOutsideAgeList: 0 };
    expect(measureReading('  ', '6-8')).toEqual({ ...nothing, spache: 0 });
    expect(measureReading('…!', '9-12')).toEqual({ ...nothing, daleChall: 0 });
  });

  it('measures a novel of 200,000 letters and a text without a single full stop in bounded time', () => {
    const startedAt = performance.now();
    measureReading('The quick brown fox jumped over it. '.repeat(6_000), '6-8');
    measureReading('word '.repeat(40_000), '6-8');
    measureReading('A'.repeat(200_000), '6-8');
    expect(performance.now() - startedAt).toBeLessThan(3_000);
  });
});
