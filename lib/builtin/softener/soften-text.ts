import { findNames } from '../../story/reading/find-names.ts';
import { listWords } from '../../story/reading/split-text.ts';
import type { Bridges } from './bridge-sentences.ts';
import { dropClauses } from './drop-clauses.ts';
import type { Check, FaultReason } from './find-faults.ts';
import { findSentences, replaceSentences, type SentenceSpan } from './sentence-spans.ts';
import { swapHardWords, swapStrongWords } from './swap-words.ts';

/** About these nothing is said in milder words: the sentence goes. */
const NOTHING_MILDER: ReadonlySet<FaultReason> = new Set([
  'sexual_content',
  'self_harm',
  'eating_disorder',
  'grooming',
  'hate',
  'extremism',
  'animal_cruelty',
  'prompt_injection',
  // A model judged the meaning: other words for it do not change that.
  'moderation',
  'unreadable',
]);
/** Sentences that break a rule only together are looked for up to so many. */
const LONGEST_STRETCH = 5;
/** Mending one thing can bring two harmless sentences together; more often than this they are all said anew. */
const MOST_ROUNDS = 8;
const LEAST_WORDS = 2;
/** Of a sentence with more hard words than this, milder ones make nonsense. */
const MOST_NEW_WORDS = 4;

/** A telling in which no sentence, alone or with its neighbours, breaks a rule any more; the others stay to the letter. Never empty. */
export function softenText(text: string, check: Check, bridges: Bridges): string {
  let told = text;
  for (let round = 0; round < MOST_ROUNDS; round++) {
    if (!check(told)) return told;
    const spans = findSentences(told);
    const alone = spans.filter((span) => check(span.text));
    const stretch = alone.length > 0 ? alone : findStretch(spans, told, check);
    if (stretch.length === 0) break;
    told =
      alone.length > 0
        ? replaceSentences(
            told,
            alone.map((span) => [span, softenSentence(span, told, check, bridges)]),
          )
        : parted(stretch, told, check, bridges);
  }
  if (!check(told)) return told;
  const spans = findSentences(told);
  if (spans.length === 0) {
    const nothing = { start: 0, end: told.length, text: '', isSpoken: false };
    return bridges(nothing, '', (one) => !check(one));
  }
  return spans.map((span) => bridges(span, told, (one) => !check(one))).join(' ');
}

/** The sentence in milder words, else what can be kept of it, else a short one that carries over. */
export function softenSentence(span: SentenceSpan, text: string, check: Check, bridges: Bridges): string {
  const isMild = (one: string) => listWords(one).length >= LEAST_WORDS && !check(one);
  const reason = check(span.text);
  const mild = reason !== undefined && NOTHING_MILDER.has(reason) ? [] : milderWordings(span.text);
  const names = findNames(text, bridges.names);
  const kept = [span.text, ...mild].flatMap((one) => dropClauses(one, names));
  return [...mild, ...kept].find(isMild) ?? bridges(span, text, (one) => !check(one));
}

function milderWordings(sentence: string): string[] {
  const hard = swapHardWords(sentence);
  const before = new Set(listWords(sentence));
  const isStillIt = (one: string) =>
    listWords(one).filter((word) => !before.has(word)).length <= MOST_NEW_WORDS;
  return [hard, swapStrongWords(hard)].filter((one) => one !== sentence && isStillIt(one));
}

/** The shortest run of sentences that breaks a rule nobody of them breaks alone. */
function findStretch(spans: readonly SentenceSpan[], text: string, check: Check): SentenceSpan[] {
  for (let length = 2; length <= Math.min(LONGEST_STRETCH, spans.length); length++) {
    for (let from = 0; from + length <= spans.length; from++) {
      const run = spans.slice(from, from + length);
      if (check(text.slice(run[0]?.start, run.at(-1)?.end))) return run;
    }
  }
  return [];
}

/** One of a run is said milder, the last that helps; where no words help, the last gives way. */
function parted(run: readonly SentenceSpan[], text: string, check: Check, bridges: Bridges): string {
  const [from, to] = [run[0]?.start ?? 0, run.at(-1)?.end ?? text.length];
  const without = (span: SentenceSpan, instead: string) => replaceSentences(text, [[span, instead]]);
  for (const span of run.toReversed()) {
    for (const mild of milderWordings(span.text)) {
      const next = without(span, mild);
      if (!check(next.slice(from, to + next.length - text.length))) return next;
    }
  }
  const last = run.at(-1) as SentenceSpan;
  return without(
    last,
    bridges(last, text, (one) => !check(one)),
  );
}
