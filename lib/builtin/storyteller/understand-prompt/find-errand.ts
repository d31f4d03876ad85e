import { findKindAt, isPerson, pronounOfKind } from '../kinds.ts';
import { classOfThing } from '../wishes.ts';
import type { FoundFigure } from './find-figures.ts';
import { PLACE_WORDS } from './place-words.ts';
import type { Errand, Figure, Wish } from './prompt-reading.ts';
import { readThing } from './read-thing.ts';
import type { Term } from './terms.ts';

const SENDING = /^(deliver|delivers|delivered|delivering|mails|mailing|mailed)$/;
/** "lamp posts" are no letters. */
const POSTING = /^(posts|posting|posted)$/;
const BRINGING = /^(bring|brings|brought|bringing|carry|carries|carried|carrying)$/;
const TAKING = /^(take|takes|took|taking)$/;
const ARTICLE = /^(a|an|the|his|her|their|its|my|our|some|one|two|three)$/;
/** What is brought without a bag. */
const NOT_CARRIED =
  /^(joy|hope|peace|love|luck|laughter|smiles?|attention|order|justice|change|trip|walk|ride|rest|break|class|nap|look|step|bus|rocket|taxi|ship|boat|plane|train|sun|moon|rain|snow|spring|summer|winter|school)$/;
const TAKEN_ALONG = /^(food|paper|shiny|plant|toy)$/;
const PRESENT = /^(presents?|parcels?|packages?|gifts?|medicine|flowers?|basket|baskets|mail|newspapers?)$/;
/** How far behind the thing it says to whom. */
const MOST_WORDS_BETWEEN = 6;
const PARTS = /^(top|bottom|end|edge|middle|foot|side|heart|back)$/;

/**
 * What somebody is to bring to somebody or somewhere: "posts a letter to the lighthouse". Who it is for is nobody's
 * companion: their figure becomes the receiver.
 */
export function findErrand(terms: readonly Term[], figures: readonly FoundFigure[]): Errand | undefined {
  for (let index = 0; index + 1 < terms.length; index++) {
    const word = terms[index]?.lower ?? '';
    const isSent = SENDING.test(word) || (POSTING.test(word) && ARTICLE.test(terms[index + 1]?.lower ?? ''));
    if (!isSent && !BRINGING.test(word) && !TAKING.test(word)) continue;
    if (terms[index]?.endsClause || figures.some(({ start }) => start === index + 1)) continue;
    const load = readLoad(terms, index + 1);
    if (!load) continue;
    if (TAKING.test(word) && !TAKEN_ALONG.test(classOfThing(load.noun)) && !PRESENT.test(load.noun)) continue;
    const at = findTo(terms, index + 1, isSent);
    const receiver = at === undefined ? undefined : findReceiver(terms, at + 1, figures);
    const to = at === undefined || receiver ? undefined : readDestination(terms, at + 1);
    if (!receiver && !to && !isSent) continue;
    return { load, ...(to && { to }), ...(receiver && { receiver }) };
  }
  return undefined;
}

const CONTAINERS =
  /^(basket|bowl|pot|jar|bottle|box|bag|sack|cup|plate|bunch|bucket|tray|bundle|wheelbarrow)$/;

function readLoad(terms: readonly Term[], start: number): Wish | undefined {
  const load = readThing(terms, start);
  if (!load || NOT_CARRIED.test(load.noun)) return undefined;
  const of = terms.findIndex((term, index) => index > start && term.lower === 'of');
  const content =
    CONTAINERS.test(load.noun) && terms[of - 1]?.lower === load.noun ? readThing(terms, of + 1) : undefined;
  if (content) return { ...load, phrase: `${load.phrase} of ${content.phrase}`, noun: content.noun };
  return terms[start]?.lower === 'some' ? { ...load, article: 'none' } : load;
}

function findTo(terms: readonly Term[], start: number, isSent: boolean): number | undefined {
  for (let at = start + 1; at < Math.min(start + MOST_WORDS_BETWEEN, terms.length - 1); at++) {
    if (terms[at]?.lower === 'to' || (isSent && terms[at]?.lower === 'for')) return at;
    if (terms[at]?.endsClause) return undefined;
  }
  return undefined;
}

function findReceiver(
  terms: readonly Term[],
  start: number,
  figures: readonly FoundFigure[],
): Figure | undefined {
  let at = start;
  while (ARTICLE.test(terms[at]?.lower ?? '')) at++;
  const found = figures.find((figure) => figure.start >= start && figure.start <= at);
  if (found) {
    found.role = 'receiver';
    return found;
  }
  const adjectives: string[] = [];
  while (terms[at]?.isAdjective) adjectives.push(terms[at++]?.lower as string);
  const words = terms.map(({ lower }) => lower);
  const known = findKindAt(words, at);
  // "to school", "to the sea": most that is no person is a place there.
  if (!known || !isPerson(known.kind)) return undefined;
  const pronoun = pronounOfKind(known.kind);
  return { kind: known.kind, adjectives, count: 1, role: 'receiver', ...(pronoun && { pronoun }) };
}

function readDestination(terms: readonly Term[], start: number): Errand['to'] {
  const first = terms[start];
  if (!first || (first.isVerb && !first.isNoun)) return undefined;
  if (first.isName) return { the: first.text };
  const thing = readThing(terms, start);
  if (!thing) return undefined;
  const place = PLACE_WORDS[thing.noun];
  if (PARTS.test(thing.noun)) {
    const of = terms.findIndex((term, index) => index > start && term.lower === 'of');
    const whole = of > 0 && of <= start + 3 ? readThing(terms, of + 1) : undefined;
    if (!whole) return undefined;
    const there = PLACE_WORDS[whole.noun];
    return { the: `the ${thing.phrase} of the ${whole.phrase}`, ...(there && { place: there }) };
  }
  return { the: `the ${thing.phrase}`, ...(place && { place }) };
}
