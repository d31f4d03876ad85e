import { toPastTense } from '../told/past-tense.ts';
import type { FoundFigure } from './find-figures.ts';
import type { Feat } from './prompt-reading.ts';
import type { Term } from './terms.ts';

const FEWEST_WORDS = 2;
const MOST_WORDS = 15;
const ADVERBS =
  /^(never|always|only|often|secretly|really|just|also|still|sometimes|usually|suddenly|finally)$/;
const MODALS = /^(is|has|can|cannot|can't|does|doesn't|isn't|must|will|won't)$/;
/** Words of whoever asks, and what becomes of nobody at the beginning of a story. */
const NOT_TOLD =
  /^(please|app|story|tale|i|we|you|your|my|our|me|us|make|dies?|died|dead|dying|killed|kills|buried|end|ends|should|would|might|may)$/;
/** After these another begins to speak of the hero: "how the knight thanks". */
const ASKED = /^(how|why|what|when|where|whether|if|that|which)$/;
const UNFINISHED =
  /^(a|an|the|of|in|on|at|to|with|for|by|from|his|her|its|their|very|and|but|so|or|who|that|which|because|as|when|is|was)$/;
const GOES_ON = /^(and|but|so|because|then|or|until|while|where|who|when|as|in|with)$/;
/** Where the language library slips, and what it leaves as it was. */
const OWN_PAST: Record<string, string> = { waked: 'woke', hided: 'hid', is: 'was', are: 'were', has: 'had' };

/**
 * What the hero does in the prompt, told in the past with the slots of a plot: "a possum plays dead at the wrong party" →
 * "played dead at the wrong party". Only where the hero is followed by the deed and the rest is one plain sentence.
 */
export function findFeat(terms: readonly Term[], hero: FoundFigure): Feat | undefined {
  const isOfMany = hero.count > 1 && hero.name === undefined;
  let verbAt = hero.end;
  while (ADVERBS.test(terms[verbAt]?.lower ?? '')) verbAt++;
  const verb = terms[verbAt];
  if (!verb || terms[hero.end - 1]?.endsClause || !isFiniteVerb(verb, isOfMany)) return undefined;
  if (terms.slice(Math.max(0, hero.start - 2), hero.start).some(({ lower }) => ASKED.test(lower)))
    return undefined;
  const clause = readClause(terms, hero.end);
  const words = clause.map(({ lower }) => lower);
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || UNFINISHED.test(words.at(-1) ?? ''))
    return undefined;
  if (clause.some(({ lower, isContracted }) => isContracted || NOT_TOLD.test(lower))) return undefined;
  const past = tellInPast(clause, verbAt - hero.end, isOfMany ? 'They' : 'He');
  return past === undefined ? undefined : { past, isOfMany };
}

function isFiniteVerb({ lower, isVerb }: Term, isOfMany: boolean): boolean {
  if (isOfMany) return isVerb && !/(s|ing|ed)$/.test(lower);
  return MODALS.test(lower) || (isVerb && /s$/.test(lower) && !/ss$/.test(lower));
}

/** Up to the end of the sentence, or a comma after which something else begins. */
function readClause(terms: readonly Term[], from: number): Term[] {
  const clause: Term[] = [];
  for (let at = from; at < terms.length; at++) {
    const term = terms[at] as Term;
    clause.push(term);
    if (term.endsSentence || (term.endsClause && !GOES_ON.test(terms[at + 1]?.lower ?? ''))) break;
  }
  return clause;
}

function tellInPast(clause: readonly Term[], verbAt: number, subject: 'He' | 'They'): string | undefined {
  const said = clause.map(({ text, isPossessive, endsClause, lower }, at) => {
    const word = /^\p{Lu}/u.test(text) ? text : lower;
    return `${word}${isPossessive ? "'s" : ''}${endsClause && at < clause.length - 1 ? ',' : ''}`;
  });
  const [, ...told] = toPastTense(`${subject} ${said.join(' ')}`).split(' ');
  // What is no verb here stays as it was: "his rice stacks".
  const isSameLength = told.length === said.length;
  const words = told.map((word, at) =>
    isSameLength && !clause[at]?.isVerb && clause[at]?.isNoun ? (said[at] as string) : word,
  );
  const past = words.join(' ').replace(/[.!?]+$/, '');
  // A verb that stayed as it was is one the language library does not know.
  const isChanged = isSameLength ? words[verbAt] !== said[verbAt] : past !== said.join(' ');
  if (!isChanged) return undefined;
  const mended = past
    .replace(/\b(?:waked|hided|is|are|has)\b/g, (word) => OWN_PAST[word] as string)
    .replace(/\b(they|we|who) have\b/g, '$1 had');
  return subject === 'They' ? mended : withSlots(mended);
}

function withSlots(past: string): string {
  return past
    .replace(/\b(?:his|its|their|her(?= \p{L}))\b/gu, '{his}')
    .replace(/\b(?:herself|himself|itself|themselves)\b/g, '{himself}')
    .replace(/\b(?:him|her)\b/g, '{him}')
    .replace(/\b(?:she|he)\b/g, '{he}');
}
