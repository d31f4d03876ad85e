import type { Dossier, Utterance } from '../../dossier/schema.ts';
import {
  bareName,
  capitalise,
  castOf,
  heroOf,
  introduce,
  nameInSentence,
  OF_ONESELF,
  placeInSentence,
} from './name-character.ts';
import { readIntent } from './read-intent.ts';
import { titleStory } from './title-story.ts';

const LONGEST_PITCH = 600;
const LONGEST_JOINED_WORDS = 24;
const TELLS_AN_EVENT =
  /^(he|she|it|one (day|night|morning|winter|summer)|when)\b(?! (is|was) (\d|for\b|about\b|called\b|named\b))/i;
/** A subject for one and a verb for many: misread, and better left unsaid. */
const NO_SENTENCE = /^(?:the )?\p{L}+ (get|go|have|do)\b/iu;
const STARTS_IN_TIME = /^(one|then|when|after|suddenly|at|every|in|on|but|and|long)\s/i;

/** A title and the story in up to three sentences: from the dossier, or, where it is empty, from the person's words. */
export function writePitch({
  dossier,
  messages,
  isSequel,
}: {
  dossier: Dossier;
  messages: Utterance[];
  /** A story was begun before: what was told last counts. */
  isSequel: boolean;
}): { title: string; pitch: string } {
  const told = messages
    .filter(({ role, text }) => role === 'user' && readIntent(text) === 'tell')
    .map(({ text }) => asSentence(text));
  const words = isSequel ? told.slice(-3) : told.slice(0, 3);
  const sentences = dossier.characters.length > 0 ? pitchOf(dossier, isSequel, told) : words;
  return { title: titleStory(dossier), pitch: cut(sentences.join(' '), LONGEST_PITCH) };
}

function pitchOf(dossier: Dossier, isSequel: boolean, told: string[]): string[] {
  const { plotPoints, locations } = dossier;
  const [hero, ...others] = castOf(dossier);
  if (!hero) return [];
  const place = locations.map(placeInSentence).find((one) => bareName(one) !== bareName(hero.name));
  const opening = place
    ? `Come along to ${place} and meet ${introduce(hero, place)}`
    : `Meet ${introduce(hero)}`;
  // What somebody told of themselves is between us; it does not belong on a book's cover.
  const tellable = plotPoints.filter(
    (event) =>
      !OF_ONESELF.test(event) &&
      !NO_SENTENCE.test(event) &&
      !locations.some((one) => event.startsWith(capitalise(one))),
  );
  const events = isSequel ? tellable.slice(-2) : tellable.slice(0, 2);
  const happening = joinEvents(events) || eventIn(told, heroOf(dossier));
  const manner = mannerOf(dossier);
  const unmet = others.filter(({ name }) => !happening.toLowerCase().includes(bareName(name))).slice(0, 2);
  const company = unmet.map(({ name }) => nameInSentence(name)).join(' and ');
  const closing = company
    ? manner
      ? `With ${company} along, it is ${manner}`
      : `${company} will be there too`
    : manner && `It is ${manner}`;
  const last = closing || `It will all come right for ${heroOf(dossier)} in the end`;
  return [opening, happening, last].filter((sentence) => sentence !== '').map(asSentence);
}

/** What happens in the person's own words, where the notes hold nothing of it. */
function eventIn(told: string[], hero: string): string {
  const event = told.findLast(
    (text) =>
      TELLS_AN_EVENT.test(text) && !OF_ONESELF.test(text) && text.split(' ').length <= LONGEST_JOINED_WORDS,
  );
  return event?.replace(/^(he|she|it)\b/i, hero).replace(/[.!]+$/, '') ?? '';
}

/** Two short events make one sentence; of longer ones the second waits for the story. */
function joinEvents(events: string[]): string {
  const [first, second] = events.map((event) => event.replace(/[\s.!?]+$/, ''));
  if (!first) return '';
  const opened = STARTS_IN_TIME.test(first) || /\b(wants?|wishes|loves?|is|are|must)\b/.test(first);
  const begun = opened ? first : `One day ${lowerArticle(first)}`;
  if (!second || `${first} ${second}`.split(/\s+/).length > LONGEST_JOINED_WORDS) return begun;
  return `${begun}, and ${lowerArticle(second)}`;
}

function mannerOf({ tone, themes, sceneCount, style, ageGroup }: Dossier): string {
  const about = themes.slice(0, 2).join(' and ');
  const parts = [
    about && `about ${about}`,
    sceneCount ? `in ${sceneCount} ${sceneCount === 1 ? 'page' : 'pages'}` : '',
    style && `with ${style} pictures`,
    ageGroup && `for ages ${ageGroup.replace('-', ' to ')}`,
  ].filter(Boolean);
  if (!tone && parts.length === 0) return '';
  const article = tone === 'adventurous' ? 'an' : 'a';
  return `${tone ? `${article} ${tone} story` : 'a story'} ${parts.join(' ')}`.trim();
}

function lowerArticle(text: string): string {
  return text.replace(/^(The|A|An|He|She|They|It|His|Her|Their|One|Then)\b/, (word) => word.toLowerCase());
}

function asSentence(text: string): string {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ').replace(/\?$/, '');
  return capitalise(/[.!]$/.test(trimmed) ? trimmed : `${trimmed}.`);
}

/** At a word's end, never in the middle of one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}
