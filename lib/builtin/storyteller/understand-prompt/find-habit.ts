import nlp from 'compromise';
import { isPluralNoun, singularOf } from '../grammar.ts';
import type { Habit } from './prompt-reading.ts';
import type { Term } from './terms.ts';

const MOST_WORDS = 9;
/** What a plot is made of is told by the plot. */
const PLOT_VERBS =
  /^(wants?|wanted|wishes|wished|wish|learns?|learned|tries|tried|dreams?|dreamed|needs?|needed|lose|loses|lost|finds?|found|looks?|looked|searches|seeks?|meets?|met|befriends?|makes?|made|helps?|helped|saves?|saved|rescues?|goes|went|travels?|explores?|discovers?|discovered|builds?|built|gets?|got|becomes?|became|decides?|decided|starts?|turns?|must|shares?|breaks?|broke|wins?|enters?|enter|solves?|hatches|moves?|moved|visits?|teaches|takes|has to|sets|runs away|plants|grows)$/;
const PLOT_WORDS =
  /^(afraid|scared|frightened|terrified|fear|fears|lost|sleep|share|friends?|nobody|named|called)$/;
const ADVERBS = /^(never|always|only|often|secretly|really|just|also|still|sometimes|every|usually)$/;
const OWN_PAST: Record<string, string> = {
  is: 'was',
  are: 'was',
  has: 'had',
  have: 'had',
  does: 'did',
  "doesn't": 'did not',
  "isn't": 'was not',
  "hasn't": 'had not',
  can: 'could',
  cannot: 'could not',
  "can't": 'could not',
  "won't": 'would not',
  will: 'would',
  knits: 'knitted',
  lights: 'lit',
};
const ENDS = /^(who|that|which|when|because|but|so|until|while|where|then|after|before|if|finds|and)$/;

/** What a prompt says of its hero in passing: "an octopus who plays eight instruments", "a snail with a rocket". */
export function findHabit(
  terms: readonly Term[],
  from: number,
  taken: ReadonlySet<number>,
): Habit | undefined {
  const opener = terms[from]?.lower ?? '';
  if (opener === 'with') return readPossession(terms, from + 1, taken);
  if (!/^(who|that|which)$/.test(opener)) return undefined;
  const clause = readClause(
    terms,
    from + 1,
    (words, term, isThought) =>
      words > 1 &&
      !isThought &&
      (isFreshVerb(term) || (PLOT_VERBS.test(term.lower) && /s$/.test(term.lower))),
  );
  let verbAt = 0;
  while (ADVERBS.test(clause[verbAt]?.lower ?? '')) verbAt++;
  const verb = clause[verbAt];
  if (!verb || PLOT_VERBS.test(verb.lower) || clause.some((term) => PLOT_WORDS.test(term.lower)))
    return undefined;
  const modal = OWN_PAST[verb.lower];
  if (!modal && !verb.isVerb) return undefined;
  if (modal && clause.length < verbAt + 2) return undefined;
  const words = clause.map((term, index) =>
    index === verbAt
      ? (modal ?? pastOf(verb.lower))
      : THINKING.test(verb.lower) && isFreshVerb(term)
        ? (OWN_PAST[term.lower] ?? pastOf(term.lower))
        : wordOf(term, clause[index + 1]),
  );
  // "forgets" alone says nothing.
  if (words.length === 1 && THINKING.test(verb.lower)) return undefined;
  if (
    /^(a|an|the|of|in|on|at|to|with|for|his|her|its|their|very|he|she|they|it|is|where|that|how|what)$/.test(
      clause.at(-1)?.lower ?? '',
    )
  )
    return undefined;
  const thing = thingOf(clause.slice(verbAt + 1));
  const settled = modal !== undefined || verbAt > 0 || STATES.test(verb.lower);
  return { past: words.join(' '), sort: settled ? 'is' : 'does', ...(thing && { thing }) };
}

const STATES =
  /^(loves?|likes?|lives?|lived|thinks?|believes?|knows?|hates?|owns?|keeps?|speaks?|works?|looks?|feels?|sleeps?)$/;
const PART_OF_SOMEBODY =
  /^(hair|eyes?|nose|tail|ears?|wings?|teeth|legs?|feet|foot|voice|neck|heart|smile|stripes?|spots?|dreams?|cold|powers?|memory|names?|paws?|beard|laugh|fur|shell|arms?|secret|trunk|horn)$/;

function readPossession(terms: readonly Term[], from: number, taken: ReadonlySet<number>): Habit | undefined {
  const clause = readClause(terms, from, (_, term) => isFreshVerb(term));
  if (clause.length === 0 || clause.some((_, index) => taken.has(from + index))) return undefined;
  if (
    !/^(a|an|no|two|three|four|five|six|seven|eight|nine|ten|many|his|her|its|the|one)$/.test(
      clause[0]?.lower ?? '',
    ) &&
    !clause[0]?.isAdjective &&
    clause.length < 2
  )
    return undefined;
  const thing = thingOf(clause);
  if (
    !thing ||
    clause.some((term) => PLOT_WORDS.test(term.lower)) ||
    (clause[0]?.lower === 'no' && thing === 'name')
  )
    return undefined;
  const phrase = clause.map((term, index) => wordOf(term, clause[index + 1])).join(' ');
  const friendly = /^(a|an)$/.test(clause[0]?.lower ?? '') && !PART_OF_SOMEBODY.test(thing);
  return { past: `had ${phrase}`, sort: friendly ? 'has' : 'is', thing };
}

/** The words up to where the clause ends or `stop` says that the hero does something new. */
function readClause(
  terms: readonly Term[],
  from: number,
  stop: (words: number, term: Term, isThought: boolean) => boolean,
): Term[] {
  const clause: Term[] = [];
  // "thinks she is a tiger", "forgets where he hid his nuts": what is thought belongs to it.
  const isThought = THINKING.test(terms[from]?.lower ?? '');
  for (let index = from; index < terms.length && clause.length < MOST_WORDS; index++) {
    const term = terms[index] as Term;
    const next = terms[index + 1];
    // "stars and moons" goes on; "and falls asleep" does not.
    const joins =
      term.lower === 'and' && next?.isNoun === true && !next.isVerb && clause.at(-1)?.isNoun === true;
    const goesOn = joins || (isThought && clause.length === 1 && /^(where|that|how|what)$/.test(term.lower));
    if (!goesOn && (ENDS.test(term.lower) || stop(clause.length, term, isThought))) break;
    clause.push(term);
    if (term.endsClause) break;
  }
  return clause;
}

const THINKING = /^(thinks|believes|knows|forgets|remembers|imagines|says|pretends|knew|thought|forgot)$/;

function isFreshVerb(term: Term): boolean {
  return term.isVerb && !term.isNoun && /s$/.test(term.lower) && !/ss$/.test(term.lower);
}

function pastOf(verb: string): string {
  const forms = nlp(`he ${verb}`).verbs().conjugate()[0] as { PastTense?: string } | undefined;
  return forms?.PastTense ?? verb;
}

/** Pronouns of the prompt become those of the hero. */
function wordOf(term: Term, next: Term | undefined): string {
  if (/^(his|its|their|her)$/.test(term.lower) && next) return '{his}';
  if (/^(him|them|her)$/.test(term.lower)) return '{him}';
  if (/^(he|she)$/.test(term.lower)) return '{he}';
  if (/^(is|are)$/.test(term.lower)) return 'was';
  if (/^(can|has)$/.test(term.lower)) return OWN_PAST[term.lower] as string;
  const possessive = term.isPossessive ? "'s" : '';
  return (term.isName ? term.text : term.lower) + possessive;
}

/** The noun of the first thing named, in the singular: "eight instruments" → instrument. */
function thingOf(clause: readonly Term[]): string | undefined {
  let thing: string | undefined;
  for (const term of clause) {
    if (term.isNoun && !term.isName && !term.isPossessive) thing = term.lower;
    else if (thing) break;
  }
  if (
    !thing ||
    !/^[a-z-]{3,}$/.test(thing) ||
    /^(his|her|its|their|him|everything|nothing|something|she|they)$/.test(thing)
  )
    return undefined;
  return isPluralNoun(thing) ? singularOf(thing) : thing;
}
