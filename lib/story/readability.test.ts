import { describe, expect, it } from 'vitest';
import { gradeBand, measureReadability, splitSentences } from './readability.ts';

describe('splitSentences', () => {
  it('keeps abbreviations, decimals and the tag after speech in their sentence', () => {
    expect(splitSentences('Mr. Fox ate 3.5 pies. “Stop!” said Pip. He ran.')).toEqual([
      'Mr. Fox ate 3.5 pies.',
      '“Stop!” said Pip.',
      'He ran.',
    ]);
  });

  it('ends a sentence at closing quotes and at paragraphs', () => {
    expect(splitSentences('“Go.” “Why?” Nobody knew\n\nThen it rained…')).toEqual([
      '“Go.”',
      '“Why?”',
      'Nobody knew',
      'Then it rained…',
    ]);
  });
});

describe('measureReadability', () => {
  it('counts words and sentences and grades longer words higher', () => {
    const easy = measureReadability('The cat sat. The dog ran.');
    expect(easy).toMatchObject({ words: 6, sentences: 2, meanSentenceLength: 3, grade: 0 });
    const hard = measureReadability(
      'Extraordinary circumstances necessitate considerable deliberation among responsible authorities.',
    );
    expect(hard.grade).toBeGreaterThan(12);
  });

  it('answers zeros for an empty text', () => {
    expect(measureReadability('  ')).toEqual({ words: 0, sentences: 0, grade: 0, meanSentenceLength: 0 });
  });
});

describe('gradeBand', () => {
  it('rises with age', () => {
    expect(gradeBand('3-5').max).toBeLessThan(gradeBand('6-8').max);
    expect(gradeBand('6-8').max).toBeLessThan(gradeBand('9-12').max);
  });
});
