import { splitSentences } from '../../story/reading/split-text.ts';

/** A sentence where it stands in its text: `start` and `end` are offsets, `isSpoken` whether a speech goes on before it. */
export type SentenceSpan = { start: number; end: number; text: string; isSpoken: boolean };

/** The sentences of a text in order, so that one can be changed and everything around it stays to the letter. */
export function findSentences(text: string): SentenceSpan[] {
  const spans: SentenceSpan[] = [];
  let from = 0;
  let depth = 0;
  for (const sentence of splitSentences(text)) {
    const start = text.indexOf(sentence, from);
    if (start < 0) continue;
    spans.push({ start, end: start + sentence.length, text: sentence, isSpoken: depth > 0 });
    depth = Math.max(0, depth + quoteBalance(sentence, depth > 0));
    from = start + sentence.length;
    // A paragraph ends what was said in it, whether somebody closed the marks or not.
    if (/^\s*\n\s*\n/.test(text.slice(from))) depth = 0;
  }
  return spans;
}

/** The text with some of its sentences said otherwise. */
export function replaceSentences(
  text: string,
  changes: readonly (readonly [SentenceSpan, string])[],
): string {
  let changed = text;
  for (const [span, instead] of changes.toSorted(([a], [b]) => b.start - a.start)) {
    changed = changed.slice(0, span.start) + instead + changed.slice(span.end);
  }
  return changed;
}

/** How many speeches a sentence leaves open (above zero) or ends for those before it (below). */
export function quoteBalance(sentence: string, isSpoken = false): number {
  const curly = count(sentence, /“/g) - count(sentence, /”/g);
  // Straight marks open and close in turn: an odd one opens a speech, or ends the one that goes on.
  const straight = count(sentence, /"/g) % 2 === 0 ? 0 : isSpoken ? -1 : 1;
  return curly + straight;
}

function count(text: string, pattern: RegExp): number {
  return text.match(pattern)?.length ?? 0;
}
