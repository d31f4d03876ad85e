import { expect, test } from 'vitest';
import { formatWait } from './format-wait';

test('what is left is said in seconds, minutes or hours, and never as nothing', () => {
  const cases = {
    0: '1 s',
    1500: '2 s',
    60000: '60 s',
    60001: '2 min',
    899000: '15 min',
    7200000: '120 min',
  };
  for (const [ms, words] of Object.entries(cases)) expect(formatWait(Number(ms))).toBe(words);
  expect(formatWait(7_200_001)).toBe('3 h');
});
