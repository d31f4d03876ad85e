import { expect, test } from 'vitest';
import { batchTexts, cutText } from './cut-text.ts';

test('a long text is cut at the ends of sentences, and nothing of it is lost', () => {
  const text = Array.from({ length: 400 }, (_, index) => `Sentence ${index} goes on a little! “Yes.” `).join(
    '',
  );
  const parts = cutText(text, 2_000);
  expect(parts.join('')).toBe(text);
  expect(parts.length).toBe(Math.ceil(text.length / 2_000));
  for (const part of parts) {
    expect(part.length).toBeLessThanOrEqual(2_000);
    expect(part).toMatch(/[!”.] $/);
  }
});

test('what has no sentences is cut between words, and what has no words inside them, never inside a letter', () => {
  const words = 'word '.repeat(1_000);
  expect(cutText(words, 999).every((part) => part.endsWith(' '))).toBe(true);
  for (const text of [
    words,
    'x'.repeat(5_000),
    '🦊'.repeat(2_500),
    `a${'🦊'.repeat(2_500)}`,
    '\n'.repeat(5_000),
  ]) {
    const parts = cutText(text, 999);
    expect(parts.join('')).toBe(text);
    expect(parts.every((part) => part.length <= 999 && part.isWellFormed())).toBe(true);
  }
});

test('a short text is one part', () => {
  expect(cutText('Once upon a time.', 2_000)).toEqual(['Once upon a time.']);
});

test('a megabyte is cut in a moment, also where nobody ends a sentence', () => {
  for (const text of ['a. '.repeat(350_000), '!'.repeat(1_000_000), '"'.repeat(1_000_000)]) {
    const startedAt = performance.now();
    expect(cutText(text, 2_000).join('')).toBe(text);
    expect(performance.now() - startedAt).toBeLessThan(1_000);
  }
});

test('texts are put together in as few calls as the limits allow, in their order', () => {
  const texts = ['a'.repeat(6), 'b'.repeat(6), 'c', 'd', 'e'];
  expect(batchTexts(texts, { texts: 3, letters: 10 })).toEqual([[texts[0]], [texts[1], 'c', 'd'], ['e']]);
  expect(batchTexts([], { texts: 3, letters: 10 })).toEqual([]);
});
