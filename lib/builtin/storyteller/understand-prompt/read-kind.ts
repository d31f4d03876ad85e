import type { Pronoun } from '../../../story/schema.ts';
import { findKindAt, type KindGroup, kindTraits, pronounOfKind } from '../kinds.ts';
import { roleAt } from './figure-role.ts';
import { DETERMINERS, isDescribing, properName, wordBefore } from './figure-words.ts';
import type { FoundFigure } from './find-figures.ts';
import { PERSONAL_TITLES } from './personal-titles.ts';
import type { Term } from './terms.ts';

const NUMBERS: Record<string, number> = {
  two: 2,
  three: 3,
  four: 4,
  five: 5,
  six: 6,
  seven: 7,
  both: 2,
  some: 3,
  many: 3,
  several: 3,
};

const RELATIONS =
  /^(daughter|son|sister|brother|niece|nephew|granddaughter|grandson|friend|cousin|twin|child|kid|baby|pup|pet)$/;

/** Kinds that are more often things than somebody, unless the prompt treats them as somebody. */
const USUALLY_THINGS = new Set(['vehicle', 'sky-thing', 'plant', 'food', 'toy', 'object']);

/** What is taken, found or ridden is a thing, not somebody. */
const TAKING =
  /^(stole|took|ate|eats|lost|find|finds|over|wants|buys|rides|drives|flies|steals|catches|chases|chase|plants|opens|discovers)$/;
const ALIVE = /^(talking|singing|dancing|living|friendly|clever|grumpy|shy|brave|funny|lonely|kind)$/;
const NEVER_SOMEBODY =
  /^(no|without|not|never|be|become|becoming|build|builds|building|built|invents|invent|bakes|draws|paints|knits|carves)$/;

/** Of whom it is told what they do: "a mouse detective", "a pirate parrot". */
const TELLS_A_JOB: ReadonlySet<KindGroup> = new Set(['child', 'woman', 'man', 'grown-up']);
const NO_JOB = new Set([
  'hero',
  'elf',
  'gnome',
  'dwarf',
  'giant',
  'snowman',
  'scarecrow',
  'neighbour',
  'neighbor',
]);
const COURTLY = new Set(['prince', 'princess', 'ballerina', 'cowboy', 'cowgirl']);
const MAY_HAVE_A_JOB: ReadonlySet<KindGroup> = new Set([
  'small-animal',
  'pet',
  'big-animal',
  'bird',
  'fish',
  'insect',
  'reptile',
  'dinosaur',
  'dragon',
  'robot',
  'toy',
]);

const isJob = (kind: string) =>
  COURTLY.has(kind) ||
  (TELLS_A_JOB.has(kindTraits(kind).group) && !RELATIONS.test(kind) && !NO_JOB.has(kind));
const mayHaveJob = (kind: string) => MAY_HAVE_A_JOB.has(kindTraits(kind).group);

type KindPhrase = {
  kind: string;
  plural: boolean;
  count: number;
  adjectives: string[];
  end: number;
  bareVerb: boolean;
  /** Of a word that says more than the kind does: a queen. */
  pronoun: Pronoun | undefined;
};

/** "a brave little mouse named Pip", "my daughter Mia", "her robot friend Bip", "three pigs", "dinosaurs". */
export function readKind(
  terms: readonly Term[],
  words: string[],
  start: number,
  before: FoundFigure[],
): FoundFigure | undefined {
  const phrase = readPhrase(terms, words, start);
  if (!phrase || (phrase.bareVerb && before.length > 0)) return undefined;
  const { kind, adjectives, count, end } = phrase;
  const figure: FoundFigure = { kind, adjectives, count, role: roleAt(words, start, adjectives), start, end };
  if (phrase.pronoun) figure.pronoun = phrase.pronoun;
  readNameAfter(terms, words, figure);
  if (figure.name !== undefined) return figure;
  // "A penguin and a boy sail": who is named with another does something, whatever the next word may be besides.
  const isJoined = wordBefore(words, start) === 'and';
  if (before.length > 0 && !isJoined && belongsToNoun(terms, end)) return undefined;
  return isSomebody(figure, words, before) ? figure : undefined;
}

/** "a Viking coin", "his grandfather's shed": said of a thing. */
function belongsToNoun(terms: readonly Term[], end: number): boolean {
  const last = terms[end - 1];
  const next = terms[end];
  if (!last || !next || last.endsClause || next.isName || !next.isNoun || next.isVerb) return false;
  return last.isPossessive || !/(s|who|that)$/.test(next.lower);
}

/** "and fly to the moon" */
function isFlight(words: readonly string[], index: number): boolean {
  return (
    /^(fly|flies)$/.test(words[index] ?? '') &&
    /^(to|over|into|around|across|away|through|home|up|off|in|with|past|above|on|high|out|back)$/.test(
      words[index + 1] ?? '',
    )
  );
}

/** Article or number, adjectives, kind; of two kinds the most telling counts ("robot friend", "baby elephant"). */
function readPhrase(terms: readonly Term[], words: string[], start: number): KindPhrase | undefined {
  let index = start;
  let count = 1;
  const opener = words[index] ?? '';
  const determined = DETERMINERS.has(opener) || NUMBERS[opener] !== undefined;
  if (determined) {
    count = NUMBERS[opener] ?? 1;
    index++;
    if (NUMBERS[words[index] ?? '']) count = NUMBERS[words[index++] as string] ?? count;
  }
  const adjectives: string[] = [];
  while (index < terms.length && adjectives.length < 4 && !findKindAt(words, index)) {
    const word = words[index] as string;
    if (!terms[index]?.isAdjective && !isDescribing(word) && !/^(very|best|year-old)$/.test(word)) break;
    if (!/^(very|best|new|other|same|own|different|many)$/.test(word)) adjectives.push(word);
    index++;
  }
  const first = findKindAt(words, index);
  if (!first) return undefined;
  const next = terms[index + 1];
  // "a giant turnip" is no giant.
  if (
    first.kind === 'giant' &&
    next?.isNoun &&
    !next.isName &&
    !terms[index]?.endsClause &&
    !findKindAt(words, index + 1)
  )
    return undefined;
  const isBare = !determined && adjectives.length === 0;
  const bareVerb =
    (isBare && terms[index]?.isVerb === true && (!first.plural || index > 0)) || isFlight(words, index);
  let { kind, plural } = first;
  let end = index + first.length;
  let pronoun = pronounOfKind(kind);
  // "an astronaut flies": no insect.
  const isPhraseOver = terms[end - 1]?.endsClause || terms[end]?.isVerb;
  const second = isPhraseOver ? undefined : findKindAt(words, end);
  if (second && isJob(second.kind) && mayHaveJob(kind)) {
    adjectives.push(second.kind);
    pronoun = pronounOfKind(second.kind);
    plural = second.plural;
    end += second.length;
  } else if (second && terms[index]?.isPossessive && mayHaveJob(second.kind)) {
    // "Santa's reindeer"
    ({ kind, plural } = second);
    pronoun = pronounOfKind(kind);
    end += second.length;
  } else if (second && isJob(kind) && mayHaveJob(second.kind)) {
    adjectives.push(kind);
    ({ kind, plural } = second);
    pronoun ??= pronounOfKind(kind);
    end += second.length;
  } else if (second) {
    const firstSaysLittle = RELATIONS.test(kind);
    const firstDescribes =
      /^(child|fairy)$/.test(kindTraits(kind).group) ||
      kind === 'monster' ||
      USUALLY_THINGS.has(kindTraits(kind).group);
    if (firstSaysLittle || (firstDescribes && !RELATIONS.test(second.kind))) {
      if (!firstSaysLittle || kind === 'baby' || kind === 'pup')
        adjectives.push(kind === 'pup' ? 'baby' : kind);
      ({ kind, plural } = second);
      pronoun = pronounOfKind(kind);
      end += second.length;
    } else if (RELATIONS.test(second.kind)) end += second.length;
  }
  return { kind, plural, count: plural && count === 1 ? 2 : count, adjectives, end, bareVerb, pronoun };
}

/** A name right after, or after "named": "a fox named Nova", "my son Leo", "two brothers, Tom and Ali". */
function readNameAfter(terms: readonly Term[], words: string[], figure: FoundFigure): void {
  let at = figure.end;
  if (/^(named|called|name)$/.test(words[at] ?? '')) at++;
  else if (words[at] === 'whose' && words[at + 1] === 'name') at += 3;
  const term = terms[at];
  if (!term || words[at + 1] === 'the') return;
  const introduced = at > figure.end && /^\p{L}{2,}/u.test(term.text);
  const adjoins = term.isName && (!terms[figure.end - 1]?.endsClause || figure.count > 1 || term.endsClause);
  if (!introduced && !adjoins) return;
  const next = terms[at + 1];
  // "named Grandma Ruth": the title belongs to the name.
  const titled = PERSONAL_TITLES[term.lower] !== undefined && !term.endsClause && next?.isName === true;
  figure.name = titled ? `${properName(term.text)} ${properName(next.text)}` : properName(term.text);
  figure.end = titled ? at + 2 : at + 1;
  const gender = titled ? next.nameGender : term.nameGender;
  if (gender) figure.pronoun ??= gender;
  figure.count = 1;
}

/** Whether somebody without a name is somebody, and not a thing, a place or nobody in particular. */
function isSomebody(figure: FoundFigure, words: readonly string[], before: readonly FoundFigure[]): boolean {
  const kind = figure.kind as string;
  const { group } = kindTraits(kind);
  const previous = words[figure.start - 1] ?? '';
  const verb = wordBefore(words, figure.start);
  if (NEVER_SOMEBODY.test(verb)) return false;
  // "brave at the doctor": a place to go to, not the hero.
  if (/^(at|to)$/.test(verb) && /^(grown-up|man|woman)$/.test(group)) return false;
  if (USUALLY_THINGS.has(group)) {
    if (TAKING.test(verb)) return false;
    // "a snail with a rocket" owns one; "a girl with a talking umbrella" has company.
    if (verb === 'with' && group !== 'toy' && !figure.adjectives.some((word) => ALIVE.test(word)))
      return false;
    if (before.length === 0 && /^(to|of|in|on|under|near|at|from|into|by|\w+ing)$/.test(verb)) return false;
    if (before.length > 0 && figure.role === 'actor' && !/^(and|with|named|called)$/.test(previous))
      return false;
  }
  // "the stolen cookies"
  if (USUALLY_THINGS.has(group) && figure.adjectives.some((word) => /^(stolen|missing)$/.test(word)))
    return false;
  // "a friend" alone says nothing about who.
  if (kind === 'friend' && figure.count === 1) return false;
  if (before.length === 0) return true;
  // "who thinks she is a tiger"
  if (
    /^(is|was)$/.test(verb) &&
    /\b(he|she|it|they) (is|was) (a|an|the) /.test(`${words.slice(0, figure.end).slice(-6).join(' ')} `)
  )
    return false;
  return (
    !/^(friend|hero|creature|pet|twin|baby|toy|kid|child)$/.test(kind) &&
    !/^(in|on|at|under|inside|near|behind|by)$/.test(previous)
  );
}
