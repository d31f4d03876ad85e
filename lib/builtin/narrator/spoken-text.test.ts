import { expect, test } from 'vitest';
import { buildSpokenText, sentenceForSynthesis, splitWords } from './spoken-text.ts';

function spoken(text: string): string[] {
  return buildSpokenText(text).map(sentenceForSynthesis);
}

test('numbers, money, times and years are said as people say them', () => {
  expect(spoken('She paid $12.50 for 3 lemons at 9:30 p.m. in 1984.')).toEqual([
    'she paid twelve dollars and fifty cents for three lemons at nine thirty pee em in nineteen eighty four.',
  ]);
  expect(spoken('The 21st of 1,204 and 2.5 or 100%')).toEqual([
    'the twenty first of one thousand two hundred and four and two point five or one hundred percent.',
  ]);
  expect(spoken('The 1940s at 7:05 for £1.01')).toEqual([
    'the nineteen forties at seven oh five for one pound and one penny.',
  ]);
});

test('titles do not end a sentence, and full stops do', () => {
  expect(spoken('Mr. Fox met Dr. Owl. They sat down.')).toEqual([
    'mister fox met doctor owl.',
    'they sat down.',
  ]);
});

test('what a speaker says goes on after its exclamation mark', () => {
  expect(spoken('“Wait!” she cried, “wait for me!” He ran.')).toEqual([
    'wait, she cried, wait for me!',
    'he ran.',
  ]);
});

test('dashes and ellipses become rests, with or without spaces', () => {
  expect(spoken('The moon—bright and round—smiled… and slept')).toEqual([
    'the moon, bright and round, smiled, and slept.',
  ]);
  expect(spoken('One day — it rained')).toEqual(['one day, it rained.']);
});

test('accents are dropped, and emoji and other alphabets are not said', () => {
  expect(spoken('Zoë 🐭 met Михаил at the café')).toEqual(['zoe met at the cafe.']);
  expect(spoken('🐭 — … “”')).toEqual([]);
  expect(spoken('王さま')).toEqual([]);
});

test('capitals are read as words, and known initials letter by letter', () => {
  expect(spoken('NO! I saw a UFO on TV.')).toEqual(['no!', 'i saw a you eff oh on tee vee.']);
});

test('only tokens with a letter or digit are timed words', () => {
  expect(splitWords('  “Oh,”  said Pip — “no…” 🐭 3 \n times ')).toEqual([
    '“Oh,”',
    'said',
    'Pip',
    '“no…”',
    '3',
    'times',
  ]);
});

test('every spoken word points at the written word it came from', () => {
  const text = 'Pip’s $5 kite—red & new—flew.';
  const [sentence] = buildSpokenText(text);
  const written = splitWords(text);
  expect(sentence?.words.map((word) => [word.text, written[word.tokenIndex]])).toEqual([
    ["pip's", 'Pip’s'],
    ['five', '$5'],
    ['dollars', '$5'],
    ['kite', 'kite—red'],
    ['red', 'kite—red'],
    ['new', 'new—flew.'],
    ['flew', 'new—flew.'],
  ]);
});

test('a text without any full stop is read in pieces', () => {
  expect(buildSpokenText('la '.repeat(500)).length).toBeGreaterThan(7);
});

test('a blank line is a longer rest than a full stop', () => {
  const sentences = buildSpokenText('One.\n\nTwo. Three.');
  expect(sentences.map((sentence) => sentence.words.at(-1)?.restAfter)).toEqual([
    'paragraph',
    'sentence',
    'none',
  ]);
});
