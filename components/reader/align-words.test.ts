import { describe, expect, it } from 'vitest';
import { alignWords, findSpokenWord, splitIntoTokens } from './align-words';

const timing = (text: string, start_ms: number) => ({ text, start_ms, end_ms: start_ms + 200 });

describe('splitIntoTokens', () => {
  it('gives the paragraph back unchanged when joined', () => {
    const paragraph = '“Hello,” said  Mia — and then: “Who’s there?”';
    expect(
      splitIntoTokens(paragraph)
        .map((token) => token.text)
        .join(''),
    ).toBe(paragraph);
  });

  it('does not call a lone dash a word', () => {
    expect(splitIntoTokens('a — b').filter((token) => token.isWord)).toHaveLength(2);
  });
});

describe('alignWords', () => {
  it('pairs words whatever their punctuation, case and accents', () => {
    expect(
      alignWords(['“Hello,”', 'said', 'Zoë.'], [timing('hello', 0), timing('said', 300), timing('Zoe', 600)]),
    ).toEqual([0, 300, 600]);
  });

  it('keeps repeated words in order', () => {
    const words = ['the', 'cat', 'and', 'the', 'dog'];
    expect(
      alignWords(
        words,
        words.map((word, index) => timing(word, index * 100)),
      ),
    ).toEqual([0, 100, 200, 300, 400]);
  });

  it('gives a word the narrator said differently a time between its neighbours', () => {
    const starts = alignWords(
      ['It', 'cost', '$12.50', 'today'],
      [
        timing('It', 0),
        timing('cost', 200),
        timing('twelve', 400),
        timing('dollars', 700),
        timing('today', 1_200),
      ],
    );
    expect(starts[2]).toBeGreaterThan(200);
    expect(starts[2]).toBeLessThan(1_200);
    expect(starts[3]).toBe(1_200);
  });

  it('goes on after words that are missing from the narration', () => {
    const starts = alignWords(['one', 'two', 'three', 'four'], [timing('one', 100), timing('four', 1_000)]);
    expect(starts).toEqual([100, 400, 700, 1_000]);
  });

  it('never goes back in time', () => {
    const starts = alignWords(['a', 'b', 'c'], [timing('a', 500), timing('b', 300), timing('c', 400)]);
    expect(starts).toEqual([...starts].sort((left, right) => left - right));
  });

  it('follows 5,000 words that are said differently here and there, without stopping the page', () => {
    const words = Array.from({ length: 5_000 }, (_, index) => `word${index % 700}`);
    const said = words.flatMap((word, index) =>
      index % 40 === 7 ? ['something', 'else'] : index % 90 === 11 ? [] : [word],
    );
    const timings = said.map((word, index) => timing(word, index * 100));
    const began = performance.now();
    const starts = alignWords(words, timings);
    expect(performance.now() - began).toBeLessThan(500);
    const wrong = words.filter((word, index) => {
      const heard = said[Math.round((starts[index] ?? 0) / 100)];
      return index % 40 !== 7 && index % 90 !== 11 && heard !== word;
    });
    expect(wrong.length).toBeLessThan(50);
  });

  it('has nothing to say without timings', () => {
    expect(alignWords(['a', 'b'], [])).toEqual([]);
  });
});

describe('findSpokenWord', () => {
  const starts = [100, 300, 300, 900];
  it('is none before the first word', () => expect(findSpokenWord(starts, 50)).toBe(-1));
  it('is the word that started last', () => expect(findSpokenWord(starts, 350)).toBe(2));
  it('stays on the last word at the end', () => expect(findSpokenWord(starts, 10_000)).toBe(3));
});
