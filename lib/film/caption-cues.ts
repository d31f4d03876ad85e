import type { WordTiming } from '../story/schema.ts';
import { type CaptionStyle, estimateTextWidth } from './caption-style.ts';

/** What stands on the caption plate at one time: one or two lines. Times are milliseconds. */
export type CaptionCue = { startMs: number; endMs: number; lines: WordTiming[][] };

const SPACE_EM = 0.27;
const MIN_CUE_MS = 1_100;
const COMFORTABLE_CUE_MS = 4_200;
const MAX_CUE_MS = 7_000;
/** How long a finished cue stays when nothing follows at once. */
const HOLD_MS = 500;
const SENTENCE_END = /[.!?…]["”’)]*$/u;
const CLAUSE_END = /[,;:—–]["”’)]*$/u;
// A line that ends on one of these leaves the reader hanging.
const LEADS_ON =
  /^(a|an|the|and|or|but|of|to|in|on|at|by|for|from|with|into|her|his|its|their|my|your|our|is|was|that|very|so)$/iu;

function lineWidth(words: WordTiming[]): number {
  return words.reduce((sum, word) => sum + estimateTextWidth(word.text), SPACE_EM * (words.length - 1));
}

/** What a break after this word costs: nothing after a sentence, most inside a phrase. */
function breakCost(word: WordTiming): number {
  if (SENTENCE_END.test(word.text)) return 0;
  if (CLAUSE_END.test(word.text)) return 2;
  return LEADS_ON.test(word.text) ? 12 : 7;
}

/** Breaks one cue's words into at most two lines of similar width; null when they do not fit. */
function breakLines(words: WordTiming[], maxEm: number): { lines: WordTiming[][]; cost: number } | null {
  if (lineWidth(words) <= maxEm || words.length === 1) return { lines: [words], cost: 0 };
  let best: { lines: WordTiming[][]; cost: number } | null = null;
  for (let count = 1; count < words.length; count++) {
    const lines = [words.slice(0, count), words.slice(count)];
    const [first = 0, second = 0] = lines.map(lineWidth);
    if (first > maxEm || second > maxEm) continue;
    const cost = Math.abs(first - second) * 0.5 + breakCost(words[count - 1] as WordTiming) * 0.55;
    if (!best || cost < best.cost) best = { lines, cost };
  }
  return best;
}

/** What showing these words as one cue costs; null when they cannot be one. */
function cueCost(words: WordTiming[], maxEm: number): number | null {
  const broken = breakLines(words, maxEm);
  if (!broken) return null;
  const durationMs = (words.at(-1)?.endMs ?? 0) - (words[0]?.startMs ?? 0);
  if (durationMs > MAX_CUE_MS && words.length > 1) return null;
  const tooShort = Math.max(0, MIN_CUE_MS - durationMs) / 100;
  // Children follow one thought at a time: long sentences are better in parts.
  const tooLong = Math.max(0, durationMs - COMFORTABLE_CUE_MS) / 300;
  const sentencesInside = words.slice(0, -1).filter((word) => SENTENCE_END.test(word.text)).length;
  // One cue costs something in itself, so that a sentence is not chopped into single words.
  return 3 + tooShort + tooLong + sentencesInside * 5 + broken.cost + breakCost(words.at(-1) as WordTiming);
}

function groupWords(words: WordTiming[], maxEm: number): WordTiming[][] {
  // Cheapest way to break the first n words into cues, for every n (dynamic programming, as in Knuth & Plass 1981).
  const cheapest: { cost: number; from: number }[] = [{ cost: 0, from: 0 }];
  for (let end = 1; end <= words.length; end++) {
    let best = { cost: Number.POSITIVE_INFINITY, from: end - 1 };
    for (let from = end - 1; from >= 0; from--) {
      const cost = cueCost(words.slice(from, end), maxEm);
      if (cost === null) break;
      const total = (cheapest[from]?.cost ?? 0) + cost;
      if (total < best.cost) best = { cost: total, from };
    }
    cheapest.push(best);
  }
  const groups: WordTiming[][] = [];
  for (let end = words.length; end > 0; ) {
    const from = cheapest[end]?.from ?? end - 1;
    groups.unshift(words.slice(from, end));
    end = from;
  }
  return groups;
}

/**
 * Cuts a scene's words into cues of at most two lines, breaking where the sentence breathes.
 *
 * @param words in order, milliseconds from any origin
 * @param untilMs no cue lasts longer than this
 * @returns cues in order, not overlapping; every word is in exactly one of them
 */
export function buildCaptionCues(words: WordTiming[], style: CaptionStyle, untilMs: number): CaptionCue[] {
  const maxEm = style.maxLineWidth / style.fontSize;
  const groups = groupWords(words, maxEm);
  return groups.map((group, index) => {
    const startMs = group[0]?.startMs ?? 0;
    const spokenUntilMs = group.at(-1)?.endMs ?? startMs;
    const nextMs = groups[index + 1]?.[0]?.startMs ?? untilMs;
    const wantedMs = Math.max(spokenUntilMs + HOLD_MS, startMs + MIN_CUE_MS);
    return {
      startMs,
      endMs: Math.max(startMs, Math.min(wantedMs, nextMs, untilMs)),
      lines: breakLines(group, maxEm)?.lines ?? [group],
    };
  });
}
