import type { WordTiming } from '../story/schema.ts';

/** 150 words a minute: how fast a grown-up reads aloud, and so how long a scene without a voice stays up. */
export const READING_MS_PER_WORD = 400;

/** Words as they are written, with the punctuation that belongs to them. */
export function splitWords(text: string): string[] {
  const pieces = text.trim().split(/\s+/u).filter(Boolean);
  const words: string[] = [];
  let opening = '';
  for (const piece of pieces) {
    if (/[\p{L}\p{N}]/u.test(piece)) {
      words.push(opening ? `${opening} ${piece}` : piece);
      opening = '';
    } else if (words.length > 0) {
      // A lone dash or ellipsis is not a word of its own: it stays with the word before it.
      words[words.length - 1] += ` ${piece}`;
    } else {
      opening = opening ? `${opening} ${piece}` : piece;
    }
  }
  if (opening) words.push(opening);
  return words;
}

function spreadOver(words: string[], durationMs: number): WordTiming[] {
  // Longer words take longer to say; the constant is the little pause every word costs.
  const weights = words.map((word) => word.length + 2 + (/[.!?,;:]["”’]?$/u.test(word) ? 3 : 0));
  const total = weights.reduce((sum, weight) => sum + weight, 0);
  let before = 0;
  return words.map((text, index) => {
    const startMs = (durationMs * before) / total;
    before += weights[index] ?? 0;
    return { text, startMs, endMs: (durationMs * before) / total };
  });
}

function keepInOrder(words: WordTiming[], durationMs: number): WordTiming[] {
  let earliestMs = 0;
  return words.map((word) => {
    const startMs = Math.min(durationMs, Math.max(earliestMs, word.startMs));
    const endMs = Math.min(durationMs, Math.max(startMs, word.endMs));
    earliestMs = startMs;
    return { text: word.text, startMs, endMs };
  });
}

/**
 * The words a scene shows and when each is spoken, in milliseconds from the start of its narration.
 *
 * Recognisers often drop punctuation, so when they heard as many words as were written, the written ones are shown with
 * the heard times. Without times the words are spread over the narration by their length.
 *
 * @param durationMs how long the narration, or the silent reading time, is
 * @returns words in order, never overlapping backwards, all inside [0, durationMs]
 */
export function buildSpokenWords(text: string, timings: WordTiming[], durationMs: number): WordTiming[] {
  const written = splitWords(text);
  const heard = timings.filter((timing) => timing.text.trim() !== '');
  if (heard.length === 0) return written.length === 0 ? [] : spreadOver(written, durationMs);
  const shown =
    heard.length === written.length
      ? heard.map((timing, index) => ({ ...timing, text: written[index] ?? timing.text }))
      : heard.map((timing) => ({ ...timing, text: timing.text.trim() }));
  return keepInOrder(shown, durationMs);
}
