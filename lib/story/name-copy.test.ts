import { expect, test } from 'vitest';
import { nameCopy } from './name-copy';

test.each([
  ['The Moon', 'The Moon (copy)'],
  ['The Moon (copy)', 'The Moon (copy 2)'],
  ['The Moon (copy 9)', 'The Moon (copy 10)'],
  ['A (copy) machine', 'A (copy) machine (copy)'],
])('a copy of “%s” is called “%s”', (title, copy) => {
  expect(nameCopy(title)).toBe(copy);
});

test('a long title is cut between its signs, not the mark', () => {
  const name = nameCopy('🐌'.repeat(120));
  expect(name).toMatch(/^🐌+ \(copy\)$/u);
  expect(Array.from(name).length).toBe(120);
});
