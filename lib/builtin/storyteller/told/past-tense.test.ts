import { expect, test } from 'vitest';
import { toPastTense } from './past-tense.ts';

test('what happens is told in the past', () => {
  expect(toPastTense('Nova finds a map and they fly to the moon')).toBe(
    'Nova found a map and they flew to the moon',
  );
  expect(toPastTense('Pip is a tiny mouse who lives in a shoe')).toBe(
    'Pip was a tiny mouse who lived in a shoe',
  );
  expect(toPastTense("Mia doesn't want to share")).toBe('Mia did not want to share');
});

test('words that only look like verbs, and verbs led by another, stay', () => {
  expect(toPastTense('She reads a book and puts it back')).toBe('She read a book and put it back');
  expect(toPastTense('the wizard lets her go')).toBe('the wizard let her go');
  expect(toPastTense('Nova gets lost in the forest')).toBe('Nova got lost in the forest');
});

test('a wish of the teller becomes a deed, and speech is left alone', () => {
  expect(toPastTense('they should meet a whale')).toBe('they met a whale');
  expect(toPastTense('Nova says “I am here”')).toBe('Nova says “I am here”');
});
