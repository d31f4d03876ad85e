import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { capitalise, heroOf, introduce, nameInSentence } from './name-character.ts';
import { readIntent } from './read-intent.ts';
import { titleStory } from './title-story.ts';

const LONGEST_PITCH = 600;
const LONGEST_JOINED_WORDS = 24;
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
  const sentences = dossier.characters.length > 0 ? pitchOf(dossier, isSequel) : words;
  return { title: titleStory(dossier), pitch: cut(sentences.join(' '), LONGEST_PITCH) };
}

function pitchOf(dossier: Dossier, isSequel: boolean): string[] {
  const { characters, plotPoints, locations } = dossier;
  const [hero, ...others] = characters;
  if (!hero) return [];
  const place = locations.at(0)?.replace(/^(my|our) /i, 'your ');
  const opening = place ? `Come along to ${place} and meet ${introduce(hero)}` : `Meet ${introduce(hero)}`;
  const events = isSequel ? plotPoints.slice(-2) : plotPoints.slice(0, 2);
  const happening = joinEvents(events);
  const manner = mannerOf(dossier);
  const unmet = others.filter(({ name }) => !happening.toLowerCase().includes(bare(name))).slice(0, 2);
  const company = unmet.map(({ name }) => nameInSentence(name)).join(' and ');
  const friends = company && `${company} will be there too`;
  const closing = [friends, manner].filter(Boolean).join(': ');
  const last = closing || `It will all come right for ${heroOf(dossier)} in the end`;
  return [opening, happening, last].filter((sentence) => sentence !== '').map(asSentence);
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

function bare(name: string): string {
  return name.toLowerCase().replace(/^(a|an|the|my|our)\s/, '');
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
