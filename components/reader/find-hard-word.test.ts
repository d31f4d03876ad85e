import { expect, it } from 'vitest';
import { findHardWord } from './find-hard-word.ts';

const MEANINGS = new Map([
  ['gloom', 'little light'],
  ['moss-green', 'green as moss'],
]);

it.each([
  ['gloom', { before: '', word: 'gloom', after: '' }],
  ['“Gloom’s,', { before: '“', word: 'Gloom', after: '’s,' }],
  ['gloom…”', { before: '', word: 'gloom', after: '…”' }],
  ['moss-green!', { before: '', word: 'moss-green', after: '!' }],
])('takes the marks off %s', (token, parts) => {
  expect(findHardWord(token, MEANINGS)).toMatchObject(parts);
});

it.each(['gloomy', 'the', '…', '“”', ''])('leaves %j alone', (token) => {
  expect(findHardWord(token, MEANINGS)).toBeUndefined();
});
