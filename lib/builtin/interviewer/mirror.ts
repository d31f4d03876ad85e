import type { Dossier } from '../../dossier/schema.ts';
import type { Random } from '../random.ts';
import { capitalise, introduce, nameInSentence, OF_ONESELF } from './name-character.ts';

const LEAD_IN =
  /^(well|so|ok|okay|um+|uh|yes|and|then|no|actually|i (?:want|would like|'d like)(?: you to)?(?: (?:tell|make|write))?(?: me)?|(?:please )?(?:tell|make|write)(?: me)?|(?:how|what) about|what if|it'?s|it is|there is|there'?s|about|(?:a |the )?story about|maybe|please|add|put in|can (?:it|there|we) (?:be|have))[\s,:]+/i;
const REACTIONS = [
  'I can see it already.',
  'That is a lovely thing to put in a story.',
  'Oh, I like that.',
  'I want to hear more.',
  'Good thinking!',
  'That gives me an idea for a picture.',
  'I will remember that.',
  'What a picture that will make.',
];
const SOFT_REACTIONS = ['Oh dear.', 'We will take good care of that.', 'Poor thing, we will put that right.'];
const SAD =
  /\b(sad|lost|lose|loses|died|dies|dead|lonely|alone|afraid|scared|cry|cries|crying|sick|ill|hurt|hurts|misses|gone|broken|nobody)\b/i;
const LONGEST_ECHO_WORDS = 8;
const LONGEST_NEWS_WORDS = 12;
const BY_PRONOUN = /\b(he|she|they|it|him|her|them|his|hers|their|theirs|its)\b/i;
/** Said of several: "look everywhere". */
const FOR_MANY = /^(are|were|have|look|live|love|like|feel|know|think|work|play|eat|dream|want|go|one of)\b/;
const STARTS_WITH_VERB =
  /^(is|has|can|cannot|loves|likes|hates|lives|wears|wants|never|always|\p{Ll}+s (?:a|an|the|with|in|on|at|to)\b)/u;
const AGES = { '3-5': 'the very youngest', '6-8': 'six to eight', '9-12': 'nine to twelve' };

/**
 * Says back what was just told, so that a person feels heard: "A dragon who is afraid of the dark! I like that."
 * @param turn.said our earlier answers: a remark is not made twice while others are left
 */
export function mirror(turn: {
  text: string;
  before: Dossier;
  after: Dossier;
  said: readonly string[];
  random: Random;
}): string {
  const { text, before, after, said, random } = turn;
  const agreed = agreeTo(text.trim().replaceAll('’', "'"), before, after);
  if (agreed) return agreed;
  const remarks = SAD.test(text) ? SOFT_REACTIONS : REACTIONS;
  const fresh = remarks.filter((reaction) => !said.some((answer) => answer.includes(reaction)));
  const reaction = random.pick(fresh.length > 0 ? fresh : remarks);
  const heard = echoOf(text, after) ?? newsOf(before, after) ?? learnedOf(before, after);
  return heard ? `${heard}${SAD.test(text) ? '.' : '!'} ${reaction}` : reaction;
}

const NAMING =
  /\b(?:(call|name) (?:her|him|it|them)|(?:her|his|its|their) name (?:is|should be)) ([\p{L}'-]+)/iu;
const SWAP =
  /^(?:please )?(?:change|turn|make) [^.,!?]{1,40} (?:to|into) ([^.,!?]{1,40}?)(?: please)?[.!?]*$/i;
const GRIEF = /\b(my|our)\b.*\b(died|passed away|is dying|funeral|cancer)\b/i;
const WISHED_MANNER = /^(?:please )?(?:can you )?make it (?:more |a bit |very )?([a-z]+)(?: please)?[.!?]*$/i;

/** A name, a manner or something left out that was asked for is simply taken up: "Of course, Luna it is!" */
function agreeTo(text: string, before: Dossier, after: Dossier): string | undefined {
  const [, isChange, name] = NAMING.exec(text) ?? [];
  if (name) {
    const known = after.characters.find((one) => one.name.toLowerCase().startsWith(name.toLowerCase()));
    const proper = known?.name ?? capitalise(name);
    return isChange || /\b(no|actually|instead)\b/i.test(text)
      ? `Of course, ${proper} it is!`
      : `${proper}! What a fine name.`;
  }
  const swapped = SWAP.exec(text)?.[1];
  if (swapped) return `${capitalise(swapped)} instead, of course.`;
  if (GRIEF.test(text)) return 'I am so sorry. A story can be a comfort, and we will tell it gently.';
  const manner = WISHED_MANNER.exec(text)?.[1];
  // What somebody set in the notes by hand stays until they change it there.
  if (manner && after.tone && after.setByHand.includes('tone') && manner.toLowerCase() !== after.tone)
    return `You chose ${after.tone} in the notes, and so it stays until you change it there.`;
  if (manner) return `${capitalise(manner.toLowerCase())} it is!`;
  const gone =
    before.characters.length > after.characters.length && /\b(no|not|without|remove)\b/i.test(text);
  if (gone) {
    const left = before.characters.find((one) => !after.characters.some(({ name }) => name === one.name));
    if (left) return `Of course, then ${nameInSentence(left.name)} stays out of it.`;
  }
  if (after.title && after.title !== before.title) return `“${after.title}”: a fine title.`;
  if (after.tone && after.tone !== before.tone) return `${capitalise(after.tone)}: that will suit it.`;
  if (after.ageGroup && after.ageGroup !== before.ageGroup && newsOf(before, after) === undefined)
    return `Then I will tell it for ${AGES[after.ageGroup]}.`;
  if (after.style && after.style !== before.style) return `Pictures in ${after.style}, how lovely.`;
  if (after.sceneCount && after.sceneCount !== before.sceneCount)
    return `${capitalise(`${after.sceneCount}`)} ${after.sceneCount === 1 ? 'page' : 'pages'}, just right.`;
  return undefined;
}

/** What the turn taught, for when its own words are too long or too bare to be said back. */
function newsOf(before: Dossier, after: Dossier): string | undefined {
  const met = after.characters.filter((one) => !before.characters.some(({ name }) => name === one.name));
  if (after.characters.length === before.characters.length) met.length = 0;
  const [first, second] = met;
  const [tie] =
    first && !second ? first.relationships.filter((text) => /^\p{Lu}[\p{L}' -]*'s /u.test(text)) : [];
  if (first && tie) return /^\p{Lu}/u.test(first.name) ? `${first.name}, ${tie}` : capitalise(tie);
  if (first && second) return capitalise(`${nameInSentence(first.name)} and ${nameInSentence(second.name)}`);
  if (first) return capitalise(introduce(first));
  const place = after.locations.find((one) => !before.locations.includes(one));
  return place ? capitalise(place) : undefined;
}

/** What the turn taught of those who are known, with their names where the person said "he". */
function learnedOf(before: Dossier, after: Dossier): string | undefined {
  const event = after.plotPoints.find((one) => !before.plotPoints.includes(one));
  const isShort = event !== undefined && event.split(/\s+/).length <= LONGEST_NEWS_WORDS;
  if (isShort && !OF_ONESELF.test(event)) {
    const [only, ...more] = after.characters;
    // "His hat": of one there is no doubt whose.
    const named =
      only && more.length === 0 ? event.replace(/^(his|her) /i, `${nameInSentence(only.name)}'s `) : event;
    if (!BY_PRONOUN.test(named.split(' ', 1)[0] ?? '')) return capitalise(named.replace(/[.!?]+$/, ''));
  }
  for (const { name, description } of after.characters) {
    const known = before.characters.find((one) => one.name === name);
    if (!known || known.description === description) continue;
    const [trait] = description
      .split(/[.;,]\s*/)
      .filter(
        (part) => part !== '' && !known.description.includes(part) && !isPartOf(part, known.description),
      );
    if (
      !trait ||
      FOR_MANY.test(trait) ||
      trait.split(/\s+/).length > LONGEST_NEWS_WORDS ||
      OF_ONESELF.test(trait)
    )
      continue;
    const said = /^with /.test(trait) ? `has ${trait.slice(5)}` : trait;
    return `So ${nameInSentence(name)} ${STARTS_WITH_VERB.test(said) ? said : `is ${said}`}`;
  }
  return undefined;
}

/** "a girl" is no news of "a shy girl". */
function isPartOf(part: string, known: string): boolean {
  const words = known.toLowerCase().split(/[^\p{L}]+/u);
  return part
    .toLowerCase()
    .split(/[^\p{L}]+/u)
    .every((word) => words.includes(word));
}

/** Short things are said back in their own words, with "my" as "your"; long, bare or first-person ones are not. */
function echoOf(text: string, { characters }: Dossier): string | undefined {
  let rest = (text.trim().split(/(?<=[.!?])\s|\n/)[0] ?? '').replaceAll('’', "'");
  for (let previous = ''; previous !== rest; ) {
    previous = rest;
    rest = rest.replace(LEAD_IN, '');
  }
  rest = rest
    .replace(/[\s.!?,]+$/, '')
    .replace(/^me and\b/i, 'you and')
    .replace(/\b(my|our)\b/gi, 'your');
  for (const { name } of characters)
    if (/^\p{Lu}[\p{L}' -]*$/u.test(name)) rest = rest.replace(new RegExp(`\\b${name}\\b`, 'gi'), name);
  const words = rest.split(/\s+/).length;
  const isOfOneself = /\b(i|i'm|im|me|we|us|it|that)\b/i.test(rest) || /\byou\b(?! and)/i.test(rest);
  const isBare = words < 2 && !/^\p{Lu}/u.test(rest);
  if (isBare || words > LONGEST_ECHO_WORDS || isOfOneself || /\?/.test(text)) return undefined;
  if (/\b(don't|dont|not|no|never|hate)\b/i.test(rest) || rest === '') return undefined;
  // With "he" and "them" it is said better by name, from what was noted.
  if (BY_PRONOUN.test(rest)) return undefined;
  return capitalise(rest.toUpperCase() === rest && rest.length > 4 ? rest.toLowerCase() : rest);
}
