import { expect, test } from 'vitest';
import { alignPhones } from './align-phones.ts';

test('words are found in running speech although a vowel was reduced and a stop dropped', () => {
  const expected = [
    ['dh', 'iy'],
    ['ae', 'n', 'd'],
    ['hh', 'ae', 't'],
  ];
  expect(alignPhones(expected, ['dh', 'ax', 'ax', 'n', 'hh', 'ae', 't'])).toEqual([
    { first: 0, last: 1 },
    { first: 2, last: 3 },
    { first: 4, last: 6 },
  ]);
});

test('a rest keeps two equal words apart', () => {
  const expected = [['n', 'ow'], ['pau'], ['n', 'ow']];
  expect(alignPhones(expected, ['n', 'ow', 'pau', 'n', 'ow'])).toEqual([
    { first: 0, last: 1 },
    { first: 2, last: 2 },
    { first: 3, last: 4 },
  ]);
});

test('a word that was swallowed is undefined', () => {
  expect(alignPhones([['k', 'ae', 't'], ['s'], ['d', 'ao', 'g']], ['k', 'ae', 't', 'd', 'ao', 'g'])).toEqual([
    { first: 0, last: 2 },
    undefined,
    { first: 3, last: 5 },
  ]);
});
