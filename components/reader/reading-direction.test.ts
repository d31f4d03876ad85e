import { expect, it } from 'vitest';
import { findReadingDirection } from './reading-direction.ts';

it.each([
  ['Nova fand einen Brief.', 'de', 'ltr'],
  ['كان يا ما كان في قديم الزمان', 'ar', 'rtl'],
  ['שלום, אמרה השועלה Nova.', 'en', 'rtl'],
  ['Nova said “שלום” to the moon.', 'he', 'ltr'],
  ['1, 2, 3!', 'fa-IR', 'rtl'],
  ['', undefined, 'ltr'],
] as const)('%j in %j is read %s', (text, language, direction) => {
  expect(findReadingDirection(text, language)).toBe(direction);
});
