import { toPastTense } from '../told/past-tense.ts';
import { isEnglishWord } from './english-words.ts';
import type { FoundFigure } from './find-figures.ts';
import type { Premise } from './prompt-reading.ts';
import type { Term } from './terms.ts';

const FEWEST_WORDS = 2;
const MOST_WORDS = 15;
const ADVERBS =
  /^(never|always|only|often|secretly|really|just|also|still|sometimes|usually|suddenly|finally)$/;
const MODALS = /^(is|has|does|doesn't|isn't)$/;
const MODALS_IN_THE_PAST: Record<string, string> = {
  can: 'could',
  cannot: 'could not',
  "can't": 'could not',
  must: 'had to',
  will: 'would',
  "won't": 'would not',
};
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
 * What the hero does in the prompt, told in the past with the slots of a plot: "a possum hides under the wrong bed" →
 * "hid under the wrong bed"; "a caterpillar at the market" → "was at the market". Only where the hero is followed by the deed
 * and the rest is one plain sentence.
 * @param figures all of the prompt, in its order: "the wind and the sun have an argument"
 */
export function findDeedOf(
  hero: FoundFigure,
  figures: readonly FoundFigure[],
  terms: readonly Term[],
): Premise | undefined {
  const other = figures.find(({ start }) => start === hero.end + 1 && terms[hero.end]?.lower === 'and');
  const isOfMany = other !== undefined || (hero.count > 1 && hero.name === undefined);
  const from = (other ?? hero).end;
  let verbAt = from;
  while (ADVERBS.test(terms[verbAt]?.lower ?? '')) verbAt++;
  const verb = terms[verbAt];
  if (!verb || terms[from - 1]?.endsClause) return undefined;
  if (terms.slice(Math.max(0, hero.start - 2), hero.start).some(({ lower }) => ASKED.test(lower)))
    return undefined;
  const clause = readClause(terms, from);
  const words = clause.map(({ lower }) => lower);
  if (words.length < FEWEST_WORDS || words.length > MOST_WORDS || UNFINISHED.test(words.at(-1) ?? ''))
    return undefined;
  if (clause.some(({ lower, isContracted }) => isContracted || NOT_TOLD.test(lower))) return undefined;
  const isBare = clause.length <= MOST_WORDS_OF_A_PLACE && !words.includes('to');
  if (WHERE.test(verb.lower) && isBare && clause.every((term) => !isFiniteVerb(term, false) && !term.isPast))
    return {
      sort: 'deed',
      past: `${isOfMany ? 'were' : 'was'} ${withSlots(sayAs(clause).join(' '))}`,
      isOfMany,
    };
  // "A knight made of cardboard" has made nothing.
  if (verb.isPast && !/^(of|by)$/.test(words[verbAt - from + 1] ?? ''))
    return {
      sort: 'deed',
      past: isOfMany ? sayAs(clause).join(' ') : withSlots(sayAs(clause).join(' ')),
      isOfMany,
    };
  const modal = MODALS_IN_THE_PAST[verb.lower];
  if (modal && verbAt === from) {
    const rest = sayAs(clause.slice(1)).join(' ');
    return { sort: 'deed', past: `${modal} ${isOfMany ? rest : withSlots(rest)}`, isOfMany };
  }
  const past = isFiniteVerb(verb, isOfMany) && tellInPast(clause, verbAt - from, isOfMany ? 'They' : 'He');
  return past ? { sort: 'deed', past, isOfMany } : undefined;
}

const MOST_WORDS_OF_A_PLACE = 6;
const WHERE = /^(at|in|on|under|inside|behind|aboard|among)$/;
const MOST_TITLE_WORDS = 11;
const MOST_TITLE_LETTERS = 70;
const RELATIVE = /^(who|that|which|where|when|whose|how|why)$/;

/**
 * A prompt that is the name of a story: "How the elephant got its trunk", "The day it rained spaghetti", "A letter from the
 * north pole". Only what was typed like that, in English.
 * @param text the prompt as normalised, of which `terms` were read
 */
export function findTitle(
  text: string,
  prompt: string,
  terms: readonly Term[],
  hasHero: boolean,
): Premise | undefined {
  const phrase = text.replace(/[.!?\s]+$/, '');
  if (terms.length < FEWEST_WORDS || terms.length > MOST_TITLE_WORDS || phrase.length > MOST_TITLE_LETTERS)
    return undefined;
  if (
    /["[\]{}<>|:;!?.,]/.test(phrase) ||
    terms.some((term) => NOT_TOLD.test(term.lower) || term.isContracted)
  )
    return undefined;
  const typed = prompt.replace(/[‘’]/g, "'").toLowerCase();
  if (!typed.includes(phrase.toLowerCase())) return undefined;
  // No list knows all: one word may be unknown.
  if (terms.filter(({ lower, isName }) => !isName && !isEnglishWord(lower)).length > 1) return undefined;
  const small = terms[0]?.isName ? phrase : phrase.charAt(0).toLowerCase() + phrase.slice(1);
  const [first] = terms;
  if (/^(how|why)$/.test(first?.lower ?? '')) return { sort: 'cause', phrase: small };
  if (
    /^the (day|night|morning|summer|winter|year) (?!(of|in|at|with|before|after|that|when)\b)/i.test(phrase)
  )
    return { sort: 'day', phrase: small };
  if (!/^(a|an|the|two|three)$/.test(first?.lower ?? '') && !first?.isName) return undefined;
  const relative = terms.findIndex(({ lower }) => RELATIVE.test(lower));
  const main = relative < 0 ? terms : terms.slice(0, relative);
  if (main.some((term) => term.isVerb && !term.isNoun)) return undefined;
  // "A king who had no crown" is told of the one who had none.
  const named = hasHero && relative > 0 ? small.replace(/^an? /, 'the ') : small;
  return { sort: hasHero ? 'name' : 'thing', phrase: named };
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
  const said = sayAs(clause);
  const [, ...told] = toPastTense(`${subject} ${said.join(' ')}`).split(' ');
  const isSameLength = told.length === said.length;
  // What is no finite verb stays as it was: "his rice stacks", "to play hide and seek".
  const words = told.map((word, at) => {
    const term = clause[at];
    const isTold = !isSameLength || at === verbAt || (term?.isVerb && isFiniteVerb(term, false));
    return isTold ? word : (said[at] as string);
  });
  const past = words.join(' ').replace(/[.!?]+$/, '');
  // A verb that stayed as it was is one the language library does not know.
  const isChanged = isSameLength ? words[verbAt] !== said[verbAt] : past !== said.join(' ');
  if (!isChanged) return undefined;
  const mended = past
    .replace(/\b(?:waked|hided|is|are|has)\b/g, (word) => OWN_PAST[word] as string)
    .replace(/\b(they|we|who) have\b/g, '$1 had');
  return subject === 'They' ? mended : withSlots(mended);
}

/** The words as they were written. */
function sayAs(clause: readonly Term[]): string[] {
  return clause.map(({ text, isPossessive, endsClause, lower }, at) => {
    const word = /^\p{Lu}/u.test(text) ? text : lower;
    return `${word}${isPossessive ? "'s" : ''}${endsClause && at < clause.length - 1 ? ',' : ''}`;
  });
}

function withSlots(past: string): string {
  return past
    .replace(/\b(?:his|its|their|her(?= \p{L}))\b/gu, '{his}')
    .replace(/\b(?:herself|himself|itself|themselves)\b/g, '{himself}')
    .replace(/\b(?:him|her)\b/g, '{him}')
    .replace(/\b(?:she|he)\b/g, '{he}');
}
