import { expect, test } from 'vitest';
import { spokenWordsOf } from './spoken-word.ts';
import { pronounceWords } from './word-phones.ts';

test.each([
  ['Shhhh!', 'sh ah sh'],
  ['Brrr!', 'b er'],
  ['Mmm…', 'ah m'],
  ['Hmm,', 'hh ah m'],
  ['Psst!', 'p ax s t'],
  ['Grrr!', 'g er'],
  ['Bzzz', 'b ah z'],
  ['Vrrr', 'v er'],
  ['cosy', 'k ow z iy'],
])('%s is a sound, not a row of letters', async (token, phones) => {
  expect((await pronounceWords(spokenWordsOf(token)))[0]?.join(' ')).toBe(phones);
});

test.each([
  ['3-5', 'three to five'],
  ['½', 'one half'],
  ['3/4', 'three quarters'],
  ['#1', 'number one'],
])('%s is read as %s', (token, words) => {
  expect(spokenWordsOf(token).join(' ')).toBe(words);
});
