import type { CastMember, Pronoun, StoryBrief } from '../../../story/schema.ts';
import { findKindAt, pronounOfKind } from '../kinds.ts';
import { findFigures } from '../understand-prompt/find-figures.ts';
import { findPlaces } from '../understand-prompt/find-place.ts';
import { genderOfName } from '../understand-prompt/given-names.ts';
import { PERSONAL_TITLES } from '../understand-prompt/personal-titles.ts';
import type { Figure, PromptReading } from '../understand-prompt/prompt-reading.ts';
import { readTerms } from '../understand-prompt/terms.ts';

const MOST_FRIENDS = 2;
const FRIENDLY =
  /\b(friends?|pal|buddy|brother|sister|twin|siblings?|cousin|sidekick|companion|pet|partner|helper|teddy)\b/i;
const UNFRIENDLY = /\b(mean|evil|wicked|enemy|villain|bad|nasty|steals?|stole|thief|cruel|rival)\b/i;

/** The reading with the people of a conversation in it instead of those its prompt seems to speak of. */
export function readCast(brief: StoryBrief, reading: PromptReading): PromptReading {
  const cast = brief.cast ?? [];
  if (cast.length === 0) return reading;
  const figures = cast.map((member) => figureOf(member, brief));
  const [hero, ...others] = figures;
  const heroName = cast[0]?.name ?? '';
  const isFriend = (figure: Figure) => {
    const member = figure.told;
    if (!member || UNFRIENDLY.test(member.description)) return false;
    const ties = [
      ...member.relationships,
      ...(cast[0]?.relationships ?? []).filter((one) => one.includes(member.name)),
    ];
    return ties.some(
      (tie) =>
        FRIENDLY.test(tie) && (tie.includes(heroName) || ties.length === 1 || tie.includes(member.name)),
    );
  };
  const friends = others.filter(isFriend).slice(0, MOST_FRIENDS);
  const places = (brief.locations ?? []).flatMap((location) => placesOf(location).places.slice(0, 1));
  const { opponent, needy, newFriend, receiver, habit, ...rest } = reading;
  return {
    ...rest,
    ...(places.length > 0 && { places: [...new Set([...places, ...reading.places])] }),
    ...(hero && { hero }),
    companions: friends,
    more: others.filter((figure) => !friends.includes(figure)),
  };
}

/** The backdrops a place's own words point to. */
export function placesOf(location: string) {
  const found = findPlaces(readTerms(/^(in|on|at|under)\b/i.test(location) ? location : `in ${location}`));
  // "a creaky ship": some words point to a place only right after their article.
  return found.places.length > 0
    ? found
    : findPlaces(readTerms(`in the ${location.split(' ').at(-1) ?? ''}`));
}

/** Somebody as their name and description tell: "Ember", "a small red dragon with a torn wing". */
function figureOf(member: CastMember, brief: StoryBrief): Figure {
  const name = isNamed(member.name) ? member.name : undefined;
  // Years are no age of a picture: "a four year old girl" is not old.
  const clear = member.description
    .replace(/\b[\p{L}\d]+[- ]years?[- ]old\b/giu, '')
    .replace(/\s+/g, ' ')
    .trim();
  // What stands after "of" or "who" belongs to them and is not what they are.
  const [head = ''] = clear.split(
    /\s*(?:[,;.]|\b(?:of|who|that|with|in|and|from|called|named|lives|is|has|loves|likes)\b)/,
  );
  const phrase = /^(his|her|their|my|our|the)\s/i.test(head)
    ? clear.replace(/^\S+\s/, 'a ')
    : `${/^(a|an|one)\b/i.test(clear) ? '' : 'a '}${clear}`;
  const figure = findFigures(readTerms(phrase))[0];
  const found = figure?.kind && head.toLowerCase().includes(figure.kind) ? figure : undefined;
  const words = `${member.name} ${head}`.toLowerCase().split(/[^\p{L}-]+/u);
  const title =
    PERSONAL_TITLES[words.at(-1) ?? ''] ?? PERSONAL_TITLES[member.name.toLowerCase().split(' ')[0] ?? ''];
  const kind = found?.kind ?? firstKind(words) ?? title ?? (/^old\s/i.test(member.name) ? 'man' : undefined);
  const pronoun =
    (kind ? pronounOfKind(kind) : undefined) ??
    ownPronoun(member, brief) ??
    genderOfName(member.name.split(' ').at(-1) ?? '') ??
    (name === undefined ? undefined : readTerms(name)[0]?.nameGender) ??
    found?.pronoun;
  const outfit = found?.outfit ?? findOutfit(member.description);
  return {
    ...(name !== undefined && { name }),
    ...(kind && { kind }),
    ...(pronoun && { pronoun }),
    ...(outfit && { outfit }),
    adjectives: found?.adjectives ?? [],
    count: 1,
    role: 'actor',
    told: member,
  };
}

/** "Ember", "Captain Pickle"; "the grumpy wizard" and "her grandmother" are nobody's names. */
export function isNamed(name: string): boolean {
  return !/^(the|a|an|my|his|her|their|our|some|another)\b/i.test(name) && /^\p{Lu}/u.test(name);
}

function firstKind(words: readonly string[]): string | undefined {
  for (let index = 0; index < words.length; index++) {
    const found = findKindAt(words, index);
    if (found) return found.kind;
  }
  return undefined;
}

const SHE = /\b(she|her|hers|herself)\b/i;
const HE = /\b(he|him|his|himself)\b/i;

/** How people speak of them: in their own description, else where a sentence names nobody else. */
function ownPronoun(member: CastMember, brief: StoryBrief): Pronoun | undefined {
  // "Her little brother" speaks of somebody else.
  const own = pronounIn(`${member.description.replace(/^(his|her|their)\s/i, '')}. ${member.arc}`);
  if (own) return own;
  const [, owner] =
    member === brief.cast?.[0]
      ? (/^(his|her)\s/i.exec(
          brief.cast.slice(1).find((one) => /^(his|her)\s/i.test(one.description))?.description ?? '',
        ) ?? [])
      : [];
  if (owner) return owner.toLowerCase() === 'her' ? 'she' : 'he';
  const said = pronounOfOwner(member, brief);
  if (said) return said;
  const others = (brief.cast ?? []).filter((one) => one !== member).map((one) => one.name);
  const sentences = [...(brief.plotPoints ?? []), ...(brief.words ?? [])].flatMap((text) =>
    text.split(/[.!?]+/),
  );
  for (const sentence of sentences) {
    if (!sentence.includes(member.name) || others.some((name) => sentence.includes(name))) continue;
    const said = pronounIn(sentence);
    if (said) return said;
  }
  return undefined;
}

/** "Her friend Omar", where Omar is Kiki's friend, makes Kiki a she. */
function pronounOfOwner(member: CastMember, brief: StoryBrief): Pronoun | undefined {
  const tied = (brief.cast ?? []).filter(({ relationships }) =>
    relationships.some((tie) => tie.startsWith(`${member.name}'s `) || tie.startsWith(`${member.name}’s `)),
  );
  const said = (brief.words ?? []).join('\n');
  for (const { name } of tied) {
    const pattern = new RegExp(`\\b(his|her) (?:[\\p{L}-]+,? ){1,3}${escapePattern(name)}(?!\\p{L})`, 'iu');
    const whose = pattern.exec(said)?.[1]?.toLowerCase();
    if (whose) return whose === 'her' ? 'she' : 'he';
  }
  return undefined;
}

const escapePattern = (text: string) => text.replace(/[.*+?^${}()|[\]\\]/g, '\\$&');

function pronounIn(text: string): Pronoun | undefined {
  const she = SHE.test(text);
  return she === HE.test(text) ? undefined : she ? 'she' : 'he';
}

const CLOTHES =
  /\b(?:in|with|wears|wearing|has|and)\s+(?:a|an|the|his|her|their)?\s*((?:\p{L}+[ -]){0,2}(?:coat|hat|scarf|dress|boots|cape|cap|jacket|jumper|sweater|shirt|raincoat|hood|cloak|crown|bow|glasses|shoes|mittens|vest|waistcoat|dungarees|overalls|helmet|skirt|ribbon|backpack|satchel))\b/iu;

function findOutfit(description: string): string | undefined {
  return CLOTHES.exec(description)?.[1]?.toLowerCase();
}
