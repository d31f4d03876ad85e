import { kindTraits } from '../storyteller/kinds.ts';
import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { type Phrase, readPhrase } from './read-phrases.ts';
import type { Member, StoryCast } from './story-cast.ts';
import { isPlaceNoun, isSmallWord } from './story-words.ts';

/** Where in a sentence somebody is spoken of. */
export type Mention = {
  start: number;
  end: number;
  members: Member[];
  isNew: boolean;
  phrase: Phrase | undefined;
};

const USUALLY_THINGS = new Set(['vehicle', 'sky-thing', 'plant', 'food', 'toy', 'object']);
const ALIVE =
  /^(talking|singing|dancing|living|friendly|clever|grumpy|shy|brave|lonely|kind|magical|magic|scared|curious|naughty|sad|happy)$/;
/** After these somebody is liked, wished or compared with, but not in the story. */
const NOT_MET =
  /^(love|loves|like|likes|hate|hates|adore|adores|obsessed|of|into|no|without|not|never|be|become|becomes|becoming|as|build|draws|eats|ate|eat|prefer|prefers)$/;
const OWN_CHILD =
  /^(daughter|son|child|kid|grandson|granddaughter|niece|nephew|twin|baby|toddler|student|pupil|class|girl|boy|children|brother|sister|cousin)$/;
const NOBODY =
  /^(friend|hero|creature|pet|kid|child|baby|animal|person|people|man|student|pupil|parent|reader|teacher|sibling|family)$/;

/** Everybody a sentence speaks of, in order; who is new joins the cast. */
export function findPeople(terms: readonly Term[], cast: StoryCast, isHeroAnswer: boolean): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < terms.length; ) {
    const known = findKnown(terms, at, cast);
    if (known) {
      cast.speakOf(known.member);
      mentions.push({ start: at, end: known.end, members: [known.member], isNew: false, phrase: undefined });
      at = known.end;
      continue;
    }
    const phrase = readPhrase(terms, at);
    const members = phrase ? membersOf(phrase, terms, cast, mentions, isHeroAnswer) : [];
    if (phrase && members.length > 0) {
      mentions.push({ start: at, end: phrase.end, members, isNew: true, phrase });
      at = phrase.end;
    } else at = phrase ? Math.max(at + 1, phrase.end) : at + 1;
  }
  return mentions;
}

function findKnown(
  terms: readonly Term[],
  at: number,
  cast: StoryCast,
): { member: Member; end: number } | undefined {
  for (const member of cast.members) {
    const words = member.name
      .toLowerCase()
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter(Boolean);
    const bare = /^(the|a|an)$/.test(words[0] ?? '') ? words.slice(1) : words;
    const from = /^(the|a|an|our)$/.test(terms[at]?.lower ?? '') && !member.isNamed ? at + 1 : at;
    const tries = member.isNamed && words.length > 1 ? [words, words.slice(-1)] : [bare];
    for (const wanted of tries) {
      if (!wanted.every((word, index) => terms[from + index]?.lower === word)) continue;
      return { member, end: endOfApposition(terms, from + wanted.length, member) };
    }
  }
  // "the troll", "her dragon", "that old owl" of somebody known
  if (!/^(the|this|that|his|her|their|my|our)$/.test(terms[at]?.lower ?? '')) return undefined;
  const phrase = readPhrase(terms, at);
  if (!phrase?.kind || phrase.names.length > 0) return undefined;
  const member = cast.findKind(phrase.kind);
  return member ? { member, end: phrase.end } : undefined;
}

/** "Pip the mouse", "John, a detective": what is said right behind a known name is the same somebody. */
function endOfApposition(terms: readonly Term[], end: number, member: Member): number {
  const word = terms[end]?.lower ?? '';
  const apart = terms[end - 1]?.endsClause === true;
  if (terms[end - 1]?.isPossessive || !((word === 'the' && !apart) || (/^(a|an)$/.test(word) && apart)))
    return end;
  const phrase = readPhrase(terms, end);
  if (!phrase?.kind || phrase.names.length > 0) return end;
  member.kind ??= phrase.kind;
  return phrase.end;
}

function membersOf(
  phrase: Phrase,
  terms: readonly Term[],
  cast: StoryCast,
  before: readonly Mention[],
  isHeroAnswer: boolean,
): Member[] {
  const words = terms.map((term) => term.lower);
  const previous = words[phrase.start - 1] ?? '';
  const beforeThat = words[phrase.start - 2] ?? '';
  const isAbout =
    /^(about|of)$/.test(previous) && (previous === 'about' || /^(story|tale|adventures?)$/.test(beforeThat));
  if (
    !isAbout &&
    phrase.start > 0 &&
    NOT_MET.test(previous) &&
    !(previous === 'like' && /^(would|i)$/.test(beforeThat)) &&
    phrase.names.length === 0
  )
    return [];
  // "Nora is a girl", "she was a queen": what somebody is, not somebody else.
  const isPredicate = /^(is|are|was|were)$/.test(previous) && phrase.names.length === 0;
  if (
    isPredicate &&
    phrase.start > 1 &&
    (/^(he|she|they|name|who|that)$/.test(beforeThat) || before.some((one) => one.end === phrase.start - 1))
  ) {
    const who = before.find((one) => one.end === phrase.start - 1)?.members[0];
    if (who) who.kind ??= phrase.kind;
    return [];
  }
  if (phrase.kind === undefined) return nameOnly(phrase, terms, cast, previous, before);
  if (phrase.names.length === 0 && !isSomebody(phrase, words, previous, before, isHeroAnswer, isAbout))
    return [];
  const isOwn = (phrase.owner === 'my' || phrase.owner === 'our') && OWN_CHILD.test(phrase.kind);
  if (isOwn && phrase.names.length === 0 && !isAbout) return [listenerWithoutName(phrase, cast)];
  const members =
    phrase.names.length > 0 ? phrase.names.map((name) => named(name, phrase, cast)) : [unnamed(phrase, cast)];
  for (const member of members) {
    const said = describe(phrase);
    if (isOwn && !isAbout && !/^(with|star|stars|featuring)$/.test(previous)) member.isListener = true;
    else if (said) member.description.push(said);
  }
  return members;
}

function listenerWithoutName(phrase: Phrase, cast: StoryCast): Member {
  const member = cast.add(`the ${phrase.kind}`, phrase.kind);
  member.isNamed = false;
  member.isListener = true;
  return member;
}

/** A name by itself: somebody, unless it is where somebody is or what somebody reads. */
function nameOnly(
  phrase: Phrase,
  terms: readonly Term[],
  cast: StoryCast,
  previous: string,
  before: readonly Mention[],
): Member[] {
  const [name = ''] = phrase.names;
  const last = terms[phrase.end - 1];
  const hasGender = terms.slice(phrase.start, phrase.end).some((term) => term.nameGender !== undefined);
  let placedBy = phrase.start - 1;
  while (
    placedBy > 0 &&
    (terms[placedBy]?.isAdjective || /^(\d+s?|old|the)$/.test(terms[placedBy]?.lower ?? ''))
  )
    placedBy--;
  if (!hasGender && /^(in|at|near|around|across)$/.test(terms[placedBy]?.lower ?? '')) return [];
  if (
    isPlaceNoun(last?.lower ?? '') ||
    /^(the|in|at|on|near|from|through|around|across|of|read|watch|watched|reading)$/.test(previous)
  )
    return [];
  if (/^(to|into|like|likes|loves|love)$/.test(previous) && !hasGender) return [];
  if (
    /^(Christmas|Easter|Halloween|Hanukkah|Diwali|Eid|Ramadan|God|Hi|Hello|Hey|Thanks|Thank|Ok|Okay|Yes|No|Wow|Haha|Lol|Please|Hmm|Cool|Great|Sorry|Idk|Sure|Yay|Storyloom|Netflix|Disney|Pixar|Minecraft|Lego|English|French|Spanish|German)$/i.test(
      name,
    )
  )
    return [];
  if (/^(hi|hello|hey|thanks)$/.test(previous)) return [];
  const member = cast.add(name, undefined);
  // "for Emma": who it is told to.
  if (previous === 'for' && before.length === 0) member.isListener = true;
  return [member];
}

function isSomebody(
  phrase: Phrase,
  words: readonly string[],
  previous: string,
  before: readonly Mention[],
  isHeroAnswer: boolean,
  isAbout: boolean,
): boolean {
  const kind = phrase.kind as string;
  const next = words[phrase.end] ?? '';
  if (phrase.isIntroduced) return true;
  if (
    NOBODY.test(kind) &&
    !(isHeroAnswer && kind !== 'friend') &&
    !(
      phrase.adjectives.length > 0 &&
      phrase.determiner === 'a' &&
      !/^(friend|pet|hero|animal|creature)$/.test(kind)
    )
  )
    return false;
  if (/^(for|reading|read)$/.test(previous)) return false;
  if (
    phrase.determiner === '' &&
    phrase.count === 1 &&
    !isHeroAnswer &&
    !isAbout &&
    !/^(and|with)$/.test(previous)
  )
    return false;
  if (
    phrase.plural &&
    phrase.determiner === '' &&
    phrase.count === 2 &&
    phrase.adjectives.length === 0 &&
    !isAbout &&
    !isHeroAnswer
  )
    return false;
  const group = kindTraits(kind).group;
  if (USUALLY_THINGS.has(group)) {
    if (isHeroAnswer && phrase.start === 0) return true;
    if (phrase.adjectives.some((word) => ALIVE.test(word)) && !/^(in|on|at|under|by|to)$/.test(previous))
      return true;
    return /^(who)$/.test(next) || (isAbout && next === 'that');
  }
  if (
    /^(in|on|at|inside|under|near|behind|by)$/.test(previous) &&
    /^(grown-up|man|woman)$/.test(group) &&
    !phrase.adjectives.length
  )
    return before.length > 0;
  return !isSmallWord(kind);
}

function named(name: string, phrase: Phrase, cast: StoryCast): Member {
  // Told before without a name: "a dragon", now "the dragon is called Ember".
  if (phrase.determiner === 'the' && phrase.kind) {
    const earlier = cast.findKind(phrase.kind);
    if (earlier && !earlier.isNamed) {
      cast.rename(earlier, name);
      return earlier;
    }
  }
  const member = cast.add(name, phrase.kind);
  member.isNamed = true;
  return member;
}

/** "a grumpy old troll" → the grumpy old troll: without a name, one is called what was said. */
function unnamed(phrase: Phrase, cast: StoryCast): Member {
  const kind = phrase.plural ? `${phrase.kind}` : phrase.kind;
  const words = phrase.adjectives.filter(
    (word) => !/^(very|year|year-old|another|other|new|best|\d+|\d+-year-old)$/.test(word),
  );
  const member = cast.add(
    [
      'the',
      ...(phrase.plural && phrase.count > 1 ? [wordOf(phrase.count)] : []),
      ...words,
      phrase.plural ? pluralWord(kind as string) : kind,
    ]
      .filter(Boolean)
      .join(' '),
    phrase.kind,
  );
  member.isNamed = false;
  if (phrase.plural) member.pronoun = 'they';
  return member;
}

function wordOf(count: number): string {
  return count === 2 ? '' : (['', 'one', 'two', 'three', 'four', 'five', 'six', 'seven'][count] ?? '');
}

function pluralWord(kind: string): string {
  if (/(mouse)$/.test(kind)) return kind.replace(/mouse$/, 'mice');
  if (/(s|x|ch|sh)$/.test(kind)) return `${kind}es`;
  if (/[^aeiou]y$/.test(kind)) return `${kind.slice(0, -1)}ies`;
  if (/(wolf|elf|thief)$/.test(kind)) return kind.replace(/f$/, 'ves').replace(/elfves$/, 'elves');
  return /(sheep|fish|deer)$/.test(kind) ? kind : `${kind}s`;
}

function describe(phrase: Phrase): string {
  const words = [...phrase.adjectives.filter((word) => word !== 'best'), phrase.kind as string]
    .join(' ')
    .replace(/(\d+|four|five|six|seven|eight|nine|ten) year old/, '$1-year-old');
  if (phrase.plural)
    return phrase.count > 1 && phrase.names.length > 0
      ? `one of ${wordOf(phrase.count) || 'two'} ${phrase.adjectives.join(' ')} ${pluralWord(phrase.kind as string)}`.replace(
          / +/g,
          ' ',
        )
      : '';
  if (
    phrase.owner &&
    /^(friend|sister|brother|dog|cat|pet)$/.test(phrase.kind as string) &&
    phrase.adjectives.length === 0 &&
    phrase.names.length === 0
  )
    return '';
  return `${/^[aeiou]/.test(words) ? 'an' : 'a'} ${words}`;
}
