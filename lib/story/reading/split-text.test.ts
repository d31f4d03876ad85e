import { describe, expect, it } from 'vitest';
import { splitSentences } from './split-text.ts';

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
