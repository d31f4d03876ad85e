import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { checkText } from './check-text.ts';
import { guardText, MAX_GUARDED_LENGTH } from './guard.ts';
import { maskPersonalData } from './personal-data/mask-personal-data.ts';

/** Generous: what is feared are minutes. The machine may be busy. */
const PATIENCE_MS = 8_000;
const LONG = 200_000;
const fill = (piece: string, length = LONG) =>
  piece.repeat(Math.ceil(length / piece.length)).slice(0, length);

/** Long texts that almost fit a pattern, each the bait of another repetition. */
const NEAR_MISSES: [what: string, text: string][] = [
  ['marks of exclamation before a letter', `${fill('!')}a`],
  ['apostrophes', `${fill("'")}a`],
  ['spaces', `a${fill(' ')}b`],
  ['empty lines', `a${fill(' \n')}b`],
  ['spelled letters that never end', fill('a ')],
  ['spelled letters with marks', fill('k.i-l_')],
  ['one endless word', fill('a')],
  ['a word of words', fill('howtomakeabombandkill')],
  ['stretched letters', fill('fffuuuccckkk ')],
  ['stars', fill('s*x* ')],
  ['only stars', fill('*')],
  ['a curse that does not end', `f${fill('#')}`],
  ['kill and all', `kill ${fill('all ')}`],
  ['hate and the', fill('hate the ')],
  ['how to make', fill('how to make a ')],
  ['a phrase that almost stands', fill('the stranger takes the child to the ')],
  ['an e-mail address that is none', fill('a.b-c_d+e')],
  ['at signs', fill('a@')],
  ['at and dot', fill('a at b dot ')],
  ['digits', fill('0 1-')],
  ['digits and brackets', fill('(0')],
  ['numbers in words', fill('one, two ')],
  ['house numbers', fill('12 Green ')],
  ['names', fill('Anna Maria ')],
  ['schools', fill('Saint School Of ')],
  ['born on', fill('born born 12 May ')],
  ['angle brackets', fill('<system ')],
  ['square brackets', fill('![')],
  ['unknown words', Array.from({ length: 20_000 }, (_, at) => `zq${at.toString(36)}xv`).join(' ')],
  ['combining marks', `a${fill('\u0301')}`],
  ['joiners', fill('\u200d')],
  ['look-alikes', fill('ѕех')],
  ['emoji only', fill('🐉🏰👸')],
  ['flags', fill('🇸🇪')],
  ['right-to-left overrides', fill('\u202eabc\u202c')],
  ['overrides that never end', fill('\u202e')],
  ['mixed scripts', fill('aяשא字あ한 ')],
  ['half a pair', fill('\ud83d')],
];

test.each(NEAR_MISSES)('%s: an answer in bounded time', (_, text) => {
  const startedAt = performance.now();
  checkText(text, { place: 'story', ageGroup: '3-5' });
  maskPersonalData(text);
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});

test('a megabyte is refused before it is looked at', () => {
  const startedAt = performance.now();
  let caught: unknown;
  try {
    guardText('a '.repeat(500_000), { place: 'prompt', field: 'prompt' });
  } catch (error) {
    caught = error;
  }
  expect(caught).toBeInstanceOf(AppError);
  expect(caught).toMatchObject({ code: 'payload_too_large', fields: [{ path: 'prompt' }] });
  expect(performance.now() - startedAt).toBeLessThan(100);
});

test('the longest text we take passes in bounded time', () => {
  const text = fill('The little fox walked home through the quiet wood. ', MAX_GUARDED_LENGTH);
  const startedAt = performance.now();
  expect(guardText(text, { place: 'profile' })).toBe(text.trim());
  expect(performance.now() - startedAt).toBeLessThan(PATIENCE_MS);
});

test('emoji and other scripts are stories too', () => {
  for (const text of ['🐉🏰👸', '小さなねずみ と 月', 'סיפור על דרקון', 'ЁЖИК в тумане', 'قصة عن قطة']) {
    expect(checkText(text, { place: 'prompt' })).toEqual({ allowed: true });
  }
});

test('what is shown backwards is read backwards', () => {
  expect(checkText('say \u202euoy kcuf\u202c now', { place: 'prompt' })).toEqual({
    allowed: false,
    rule: 'profanity',
  });
});
