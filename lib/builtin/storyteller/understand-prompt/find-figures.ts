import type { Pronoun } from '../../../story/schema.ts';
import { findKindAt, kindTraits, pronounOfKind } from '../kinds.ts';
import { PLACE_NOUNS } from './place-words.ts';
import type { Figure } from './prompt-reading.ts';
import type { Term } from './terms.ts';

export type FoundFigure = Figure & { start: number; end: number };

const DETERMINERS = new Set('a an the my our his her their its some this that another one every'.split(' '));
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
const TITLES: Record<string, string> = {
  captain: 'captain',
  princess: 'princess',
  prince: 'prince',
  queen: 'queen',
  king: 'king',
  sir: 'knight',
  professor: 'teacher',
  mr: 'man',
  mrs: 'woman',
  miss: 'woman',
  dr: 'doctor',
  doctor: 'doctor',
  grandma: 'grandma',
  grandpa: 'grandpa',
  aunt: 'aunt',
  uncle: 'uncle',
  lady: 'lady',
  granny: 'granny',
  nana: 'nana',
  wizard: 'wizard',
  witch: 'witch',
  pirate: 'pirate',
  knight: 'knight',
  detective: 'detective',
};
const RELATIONS =
  /^(daughter|son|sister|brother|niece|nephew|granddaughter|grandson|friend|cousin|twin|child|kid|baby|pup|pet)$/;
const OPPONENT_VERBS =
  /^(fight|fights|fighting|defeat|defeats|stop|stops|against|battle|battles|face|faces|outwit|outwits|trick|tricks|escape|escapes|chased|beat|beats|tame|tames|scare|scares)$/;
const OPPONENT_ADJECTIVES =
  /^(mean|grumpy|evil|wicked|angry|scary|nasty|greedy|bad|terrible|fierce|cross|selfish|naughty|sneaky|cruel|bossy|moody)$/;
const NEEDY_VERBS =
  /^(help|helps|helping|save|saves|saving|rescue|rescues|rescuing|protect|protects|cheer|cheers|comfort|comforts|heal|heals)$/;
const SOUGHT_VERBS =
  /^(for|seek|seeks|wants|want|find|finds|finding|needs|chase|chases|catch|catches|lost|missing|hunts|follows)$/;
const MEETING_VERBS = /^(meet|meets|meeting|befriend|befriends|befriending|discovers|adopts)$/;
/** Kinds that are more often things than somebody, unless the prompt treats them as somebody. */
const USUALLY_THINGS = new Set(['vehicle', 'sky-thing', 'plant', 'food', 'toy', 'object']);

/** Everybody the prompt speaks of, in its order. */
export function findFigures(terms: readonly Term[]): FoundFigure[] {
  const words = terms.map((term) => term.lower);
  const figures: FoundFigure[] = [];
  let index = 0;
  while (index < terms.length) {
    const figure = readFigureAt(terms, words, index, figures);
    if (figure) {
      readOutfit(words, figure);
      figures.push(figure);
      index = figure.end;
    } else index++;
  }
  return mergeSameFigures(figures);
}

const CLOTHES =
  /^(coat|hat|scarf|dress|boots|cape|cap|jacket|jumper|sweater|shirt|raincoat|hood|cloak|crown|bow|glasses|shoes|mittens|vest|waistcoat|dungarees|overalls|helmet|skirt|ribbon|backpack|satchel)$/;

/** "in a red coat", "with a yellow hat", "wearing green boots" right after somebody. */
function readOutfit(words: readonly string[], figure: FoundFigure): void {
  if (!/^(in|with|wearing)$/.test(words[figure.end] ?? '')) return;
  let index = figure.end + 1;
  if (/^(a|an|the|his|her|their)$/.test(words[index] ?? '')) index++;
  const outfit: string[] = [];
  while (outfit.length < 3 && words[index] !== undefined) {
    outfit.push(words[index] as string);
    if (CLOTHES.test(words[index++] as string)) {
      figure.outfit = outfit.join(' ');
      figure.end = index;
      return;
    }
  }
}

function readFigureAt(
  terms: readonly Term[],
  words: string[],
  index: number,
  before: FoundFigure[],
): FoundFigure | undefined {
  return readNamed(terms, words, index) ?? readKind(terms, words, index, before);
}

/** "Nova the fox", "Mia", "Captain Pickle", "Tom, a shy boy". */
function readNamed(terms: readonly Term[], words: string[], start: number): FoundFigure | undefined {
  const first = terms[start];
  if (!first) return undefined;
  const next = terms[start + 1];
  // "the village of Little Puddle": a place's name.
  if (words[start - 1] === 'of' && PLACE_NOUNS.has(words[start - 2] ?? '')) return undefined;
  const title = TITLES[first.lower];
  // "princess Lily": the title belongs to the name.
  const titled = title !== undefined && next !== undefined && !first.endsClause && next.isName;
  if (!first.isName && !titled && !isNameBeforeThe(terms, words, start)) return undefined;
  const nameTerm = titled ? next : first;
  let end = titled ? start + 2 : start + 1;
  let name = properName(nameTerm.text);
  if (titled) name = `${properName(first.text)} ${name}`;
  else {
    // Names in a row without a comma are one: "Mary Ann", "Red Riding Hood".
    for (let last = nameTerm; end < start + 3 && !last.endsClause; end++) {
      const following = terms[end];
      if (!following?.isName || words[end + 1] === 'the') break;
      name = `${name} ${properName(following.text)}`;
      last = following;
    }
  }
  const figure: FoundFigure = { name, adjectives: [], count: 1, role: roleAt(words, start, []), start, end };
  if (title && titled) figure.kind = title;
  if (nameTerm.nameGender) figure.pronoun = nameTerm.nameGender;
  const described = readDescription(terms, words, end);
  if (described) {
    figure.kind = described.kind;
    figure.adjectives = described.adjectives;
    figure.end = described.end;
    figure.pronoun ??= pronounOfKind(described.kind);
  }
  return figure;
}

/** "Zizi the fox" names somebody even when no list knows the name and it is written small. */
function isNameBeforeThe(terms: readonly Term[], words: string[], start: number): boolean {
  const term = terms[start];
  if (
    !term ||
    words[start + 1] !== 'the' ||
    term.endsClause ||
    DETERMINERS.has(term.lower) ||
    !/^\p{L}{2,}$/u.test(term.text)
  )
    return false;
  if (
    term.isVerb ||
    /^(and|with|of|in|on|to|for|by|from|into|at|like|is|are|named|called|about|meets?|helps?|saves?|finds?|under|over|near|behind)$/.test(
      term.lower,
    )
  )
    return false;
  if (findKindAt(words, start)) return false;
  const described = readDescription(terms, words, start + 1);
  return described !== undefined && !/^(sea|sun|moon|sky)$/.test(described.kind);
}

/** After a name: "the brave fox", ", a little robot", "is a dragon", "who is a shy owl". */
function readDescription(terms: readonly Term[], words: string[], from: number) {
  let index = from;
  if (/^(is|was|who)$/.test(words[index] ?? '')) index++;
  if (/^(is|was)$/.test(words[index] ?? '')) index++;
  if (!/^(the|a|an|my|our|his|her)$/.test(words[index] ?? '')) return undefined;
  index++;
  const adjectives: string[] = [];
  while (
    terms[index] &&
    adjectives.length < 3 &&
    !findKindAt(words, index) &&
    (terms[index]?.isAdjective || isDescribing(words[index]))
  ) {
    adjectives.push(words[index] as string);
    index++;
  }
  const found = findKindAt(words, index);
  if (!found || found.plural) return undefined;
  return { kind: found.kind, adjectives, end: index + found.length };
}

const DESCRIBING = new Set(
  'little small tiny big huge giant brave shy young old baby curious clever kind lonely sleepy grumpy happy sad silly funny friendly red blue green yellow pink purple white black brown golden silver orange grey gray magical lost clumsy hungry forgetful lazy gentle scared timid cheerful proud greedy mischievous naughty stubborn wise wild fluffy tidy messy noisy quiet careless cautious dreamy polite talking flying dancing singing mean evil wicked fierce angry rusty broken enchanted invisible'.split(
    ' ',
  ),
);
function isDescribing(word: string | undefined): boolean {
  return word !== undefined && DESCRIBING.has(word);
}

/** The word before a noun phrase, its own articles and adjectives left aside. */
function wordBefore(words: readonly string[], start: number): string {
  let index = start - 1;
  while (index > 0 && (DETERMINERS.has(words[index] ?? '') || isDescribing(words[index]))) index--;
  return words[index] ?? '';
}

/** What is taken, found or ridden is a thing, not somebody. */
const TAKING =
  /^(stole|took|ate|eats|lost|find|finds|over|wants|buys|rides|drives|flies|steals|catches|chases|chase|plants|opens|discovers)$/;

/** "a brave little mouse named Pip", "my daughter Mia", "her robot friend Bip", "three pigs", "dinosaurs". */
function readKind(
  terms: readonly Term[],
  words: string[],
  start: number,
  before: FoundFigure[],
): FoundFigure | undefined {
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
  while (
    terms[index] &&
    adjectives.length < 4 &&
    !findKindAt(words, index) &&
    (terms[index]?.isAdjective ||
      isDescribing(words[index]) ||
      /^(very|best|year-old)$/.test(words[index] ?? ''))
  ) {
    if (!/^(very|best|new|other|same|own|different|many)$/.test(words[index] ?? ''))
      adjectives.push(words[index] as string);
    index++;
  }
  let found = findKindAt(words, index);
  if (!found) return undefined;
  if (!determined && adjectives.length === 0 && terms[index]?.isVerb && !found.plural && before.length > 0)
    return undefined;
  let kind = found.kind;
  let end = index + found.length;
  // "robot friend", "baby elephant", "fairy princess", "pirate cat": the most telling of two kinds counts.
  const second = findKindAt(words, end);
  if (second && !terms[end - 1]?.endsClause) {
    const firstIsRelation = RELATIONS.test(kind);
    if (firstIsRelation) {
      if (kind === 'baby' || kind === 'pup') adjectives.push('baby');
      kind = second.kind;
      found = second;
      end += second.length;
    } else if (RELATIONS.test(second.kind)) end += second.length;
    else if (
      kindTraits(kind).group === 'child' ||
      kind === 'fairy' ||
      USUALLY_THINGS.has(kindTraits(kind).group)
    ) {
      adjectives.push(kind);
      kind = second.kind;
      found = second;
      end += second.length;
    }
  }
  if (found.plural && count === 1) count = 2;
  const role = roleAt(words, start, adjectives);
  const figure: FoundFigure = { kind, adjectives, count, role, start, end };
  const pronoun = pronounOfKind(kind);
  if (pronoun) figure.pronoun = pronoun;
  // A name right after, or after "named": "a fox named Nova", "my son Leo", "two brothers, Tom and Ali".
  let nameAt = end;
  if (/^(named|called|name)$/.test(words[nameAt] ?? '')) nameAt++;
  else if (/^(whose)$/.test(words[nameAt] ?? '') && words[nameAt + 1] === 'name') nameAt += 3;
  const nameTerm = terms[nameAt];
  const introduced = nameAt > end;
  const adjoining =
    nameTerm?.isName && (!terms[end - 1]?.endsClause || count > 1 || (terms[nameAt]?.endsClause ?? false));
  if (
    nameTerm &&
    ((introduced && /^\p{L}{2,}/u.test(nameTerm.text)) || adjoining) &&
    words[nameAt + 1] !== 'the'
  ) {
    figure.name = properName(nameTerm.text);
    figure.end = nameAt + 1;
    if (nameTerm.nameGender && !figure.pronoun) figure.pronoun = nameTerm.nameGender;
    if (count > 1) figure.count = 1;
  }
  const group = kindTraits(kind).group;
  if (/^(no|without|not|never)$/.test(words[start - 1] ?? '')) return undefined;
  if (
    !figure.name &&
    /^(build|builds|building|built|invents|invent|bakes|draws|paints|knits|carves)$/.test(
      words[start - 1] ?? '',
    )
  )
    return undefined;
  if (
    USUALLY_THINGS.has(group) &&
    !figure.name &&
    /^(stole|took|ate|eats|lost|find|finds|over|wants|buys|rides|drives|flies|steals|catches|chases|chase|plants|opens|discovers)$/.test(
      words[start - 1] ?? '',
    )
  ) {
    return undefined;
  }
  const verbBefore = wordBefore(words, start);
  // "brave at the doctor": a place to go to, not the hero.
  if (!figure.name && /^(at|to)$/.test(verbBefore) && /^(grown-up|man|woman)$/.test(group)) return undefined;
  if (
    !figure.name &&
    /^(no|without|not|never|build|builds|building|built|invents|invent|bakes|draws|paints|knits|carves)$/.test(
      verbBefore,
    )
  )
    return undefined;
  if (USUALLY_THINGS.has(group) && !figure.name && TAKING.test(verbBefore)) return undefined;
  const joined = /^(and|with|,|named|called)$/.test(words[start - 1] ?? '');
  if (USUALLY_THINGS.has(group) && !figure.name && before.length > 0 && !joined && role === 'actor')
    return undefined;
  if (
    USUALLY_THINGS.has(group) &&
    !figure.name &&
    before.length === 0 &&
    /^(to|of|in|on|under|near|at|from|into|by)$/.test(words[start - 1] ?? '')
  )
    return undefined;
  // "a friend" alone says nothing about who.
  if (kind === 'friend' && !figure.name && count === 1) return undefined;
  if (/^(friend|hero|creature|pet|twin|baby|toy|kid|child)$/.test(kind) && !figure.name && before.length > 0)
    return undefined;
  if (
    /^(in|on|at|under|inside|near|behind|by)$/.test(words[start - 1] ?? '') &&
    !figure.name &&
    before.length > 0
  )
    return undefined;
  return figure;
}

function roleAt(words: string[], start: number, adjectives: string[]): Figure['role'] {
  const previous = words.slice(Math.max(0, start - 2), start);
  const last = previous.at(-1) ?? '';
  if (/^(and|or)$/.test(last)) return 'actor';
  if (
    last === 'for' &&
    /^(surprise|party|present|gift|cake|card|song|something|picnic|house|home)$/.test(previous.at(-2) ?? '')
  )
    return 'receiver';
  if (start > 0 && last !== 'over' && previous.some((word) => OPPONENT_VERBS.test(word))) return 'opponent';
  if (previous.some((word) => NEEDY_VERBS.test(word))) return 'needy';
  if (previous.some((word) => MEETING_VERBS.test(word))) return 'new-friend';
  if (
    /^(of|from)$/.test(last) &&
    /^(afraid|scared|frightened|terrified|fear|away)$/.test(previous.at(-2) ?? '')
  )
    return 'opponent';
  if (SOUGHT_VERBS.test(last) && start > 1) return 'sought';
  if (
    start > 0 &&
    adjectives.some((word) => OPPONENT_ADJECTIVES.test(word)) &&
    !/^(about|with|a)$/.test(last)
  )
    return 'opponent';
  return 'actor';
}

function properName(text: string): string {
  const bare = text.replace(/[^\p{L}'-]/gu, '');
  // SHOUTED names come in lower case by now; "McKay" keeps its inner capital.
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** A figure spoken of twice ("Mia … Mia", "a fox … the fox") is one. */
function mergeSameFigures(figures: FoundFigure[]): FoundFigure[] {
  const merged: FoundFigure[] = [];
  for (const figure of figures) {
    const same = merged.find(
      (other) =>
        (figure.name !== undefined && figure.name === other.name) ||
        (figure.name === undefined &&
          figure.kind !== undefined &&
          figure.kind === other.kind &&
          figure.role === other.role),
    );
    if (!same) merged.push(figure);
    else {
      same.kind ??= figure.kind;
      same.pronoun ??= figure.pronoun;
      if (same.adjectives.length === 0) same.adjectives = figure.adjectives;
    }
  }
  return merged;
}

/** The pronoun a prompt uses for somebody after naming them: "Nova … her friend" → she. */
export function pronounAfter(words: readonly string[], start: number): Pronoun | undefined {
  for (const word of words.slice(start)) {
    if (/^(she|her|hers|herself)$/.test(word)) return 'she';
    if (/^(he|him|his|himself)$/.test(word)) return 'he';
    if (/^(themself)$/.test(word)) return 'they';
    if (/^(its|itself)$/.test(word)) return undefined;
  }
  return undefined;
}
