import type { Term } from '../storyteller/understand-prompt/terms.ts';
import { endOfApposition, findKnown, ownerBefore, readFeature, readOwnApposition } from './find-known.ts';
import { isSomebody } from './is-somebody.ts';
import { describe, named, unnamed } from './name-members.ts';
import { type Phrase, readPhrase } from './read-phrases.ts';
import { isRelation } from './relation-words.ts';
import type { Member, StoryCast } from './story-cast.ts';
import { isPlaceNoun } from './story-words.ts';

/** Where in a sentence somebody is spoken of. */
export type Mention = {
  start: number;
  end: number;
  members: Member[];
  isNew: boolean;
  phrase: Phrase | undefined;
  /** "her", "whose", "Tom": whose they are said to be, and what of theirs where no phrase of their own says it. */
  ownedBy?: string | undefined;
  ownedAs?: string | undefined;
};

/** After these somebody is liked, wished or compared with, but not in the story. */
const NOT_MET =
  /^(love|loves|like|likes|hate|hates|adore|adores|obsessed|of|into|no|without|not|never|be|become|becomes|becoming|as|build|draws|eats|ate|eat|prefer|prefers)$/;

const OWN_CHILD =
  /^(daughter|son|child|kid|grandson|granddaughter|niece|nephew|twin|baby|toddler|student|pupil|class|girl|boy|children|brother|sister|cousin)$/;

const ABOUT_STORY =
  /^(|story|stories|tale|book|film|movie|one|something|it|is|be|are|was|all|adventure|this|that|made|how|what|or|also|really|mostly)$/;

/** Everybody a sentence speaks of, in order; who is new joins the cast. */
export function findPeople(
  terms: readonly Term[],
  cast: StoryCast,
  /** Whether the sentence answers who somebody is; "perhaps" where the question was an open one. */
  isHeroAnswer: boolean | 'perhaps',
): Mention[] {
  const mentions: Mention[] = [];
  for (let at = 0; at < terms.length; ) {
    const known = findKnown(terms, at, cast);
    if (known) {
      for (const member of known.members) cast.speakOf(member);
      mentions.push({ start: at, phrase: undefined, isNew: false, ...known });
      at = known.end;
      continue;
    }
    const phrase = readPhrase(terms, at);
    const members = phrase ? membersOf(phrase, terms, cast, mentions, isHeroAnswer) : [];
    if (phrase && members.length > 0) {
      const gender = terms.slice(phrase.start, phrase.end).find((term) => term.nameGender)?.nameGender;
      if (members.length === 1) for (const member of members) member.pronoun ??= gender;
      const own = readOwnApposition(terms, phrase.end);
      const [first] = members;
      const isTied = phrase.owner !== undefined && phrase.names.length === 1 && first !== undefined;
      const end =
        own?.end ??
        (isTied ? endOfApposition(terms, phrase.end, first) : readFeature(terms, phrase, members, cast));
      if (own) for (const member of members) member.kind ??= own.kind;
      mentions.push({
        start: at,
        end,
        members,
        isNew: true,
        phrase,
        ownedBy: own?.ownedBy ?? phrase.owner ?? ownerBefore(terms, at, mentions),
        ownedAs: own?.ownedAs,
      });
      at = end;
    } else at = phrase ? Math.max(at + 1, phrase.end) : at + 1;
  }
  return mentions;
}

function membersOf(
  phrase: Phrase,
  terms: readonly Term[],
  cast: StoryCast,
  before: readonly Mention[],
  isHeroAnswer: boolean | 'perhaps',
): Member[] {
  const words = terms.map((term) => term.lower);
  const previous = words[phrase.start - 1] ?? '';
  const beforeThat = words[phrase.start - 2] ?? '';
  // "a story about", "it is about"; one is also mad about, or dreams of, what is in no story.
  const isAbout =
    (previous === 'about' && ABOUT_STORY.test(beforeThat)) ||
    (previous === 'of' && /^(story|tale|adventures?)$/.test(beforeThat));
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
  const isOwn = (phrase.owner === 'my' || phrase.owner === 'our') && OWN_CHILD.test(phrase.kind);
  if (
    phrase.names.length === 0 &&
    !(isOwn && previous === 'for') &&
    !isSomebody(phrase, terms, previous, before, isHeroAnswer, isAbout)
  )
    return [];
  // "the sister of Misha, Dasha" is Dasha.
  if (
    phrase.names.length === 0 &&
    isRelation(phrase.kind) &&
    words[phrase.end] === 'of' &&
    isNamedAfterOf(terms, phrase.end)
  )
    return [];
  if (isOwn && phrase.names.length === 0 && !isAbout) return [listenerWithoutName(phrase, cast)];
  const members =
    phrase.names.length > 0 ? phrase.names.map((name) => named(name, phrase, cast)) : [unnamed(phrase, cast)];
  for (const member of members) {
    const said = describe(phrase);
    const isTheirs =
      previous === 'and' && areListeners(before.at(-1)) && before.at(-1)?.end === phrase.start - 1;
    if (isTheirs || (isOwn && !isAbout && !/^(with|star|stars|featuring)$/.test(previous)))
      member.isListener = true;
    else if (said) member.description.push(said);
  }
  return members;
}

function isNamedAfterOf(terms: readonly Term[], of: number): boolean {
  for (let at = of + 1; at < of + 4 && at < terms.length - 1; at++)
    if (terms[at]?.endsClause || /^(called|named|is)$/.test(terms[at + 1]?.lower ?? '')) {
      const next =
        terms[at + 1]?.lower === 'is' || /^(called|named)$/.test(terms[at + 1]?.lower ?? '')
          ? at + 2
          : at + 1;
      return terms[next]?.isName === true || /^\p{Lu}/u.test(terms[next]?.text ?? '');
    }
  return false;
}

function areListeners(mention: Mention | undefined): boolean {
  return mention?.members.every((one) => one.isListener) === true;
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
    (/^(the|in|at|on|near|from|through|around|across|of|read|watch|watched|reading)$/.test(previous) &&
      !(previous === 'of' && isRelation(terms[phrase.start - 2]?.lower ?? '')))
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
  // "Bedtime story for Lou"
  if (/^(story|stories|tale|book)$/.test(terms[phrase.end]?.lower ?? '')) return [];
  if (/^(love|loves|like|likes|watch|watches|read|reads|adores?)$/.test(previous) && !cast.find(name))
    return [];
  const member = cast.add(name, undefined);
  // "for Emma and Tom": who it is told to.
  const lastMet = before.at(-1);
  const isJoined =
    lastMet?.members.every((one) => one.isListener) &&
    ((previous === 'and' && lastMet.end === phrase.start - 1) ||
      (lastMet.end === phrase.start && terms[lastMet.end - 1]?.endsClause));
  if ((previous === 'for' && before.length === 0) || isJoined) member.isListener = true;
  return [member];
}
