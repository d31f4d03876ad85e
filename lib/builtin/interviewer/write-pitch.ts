import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { readIntent } from './read-intent.ts';

const LONGEST_PITCH = 600;
const LONGEST_TITLE = 120;

/** A title and the story in two or three sentences: from the dossier, or, where it is empty, from the person's words. */
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
  const hero = dossier.characters[0];
  const [place] = dossier.locations;
  const told = messages
    .filter(({ role, text }) => role === 'user' && readIntent(text) === 'tell')
    .map(({ text }) => asSentence(text));
  const sentences = hero
    ? [
        asSentence(`This is the story of ${hero.name}${hero.description ? `, ${hero.description}` : ''}`),
        ...(place ? [asSentence(`It takes us to ${place}`)] : []),
        ...(isSequel ? dossier.plotPoints.slice(-2) : dossier.plotPoints.slice(0, 2)).map(asSentence),
      ]
    : isSequel
      ? told.slice(-3)
      : told.slice(0, 3);
  const title = dossier.title || (hero ? titleWith(hero.name, place) : 'A New Story');
  return { title: cut(title, LONGEST_TITLE), pitch: cut(sentences.join(' '), LONGEST_PITCH) };
}

function titleWith(name: string, place: string | undefined): string {
  const hero = name.charAt(0).toUpperCase() + name.slice(1);
  return place && place.length <= 40 ? `${hero} and ${place}` : `The Story of ${hero}`;
}

function asSentence(text: string): string {
  const trimmed = text.trim().replaceAll(/\s+/g, ' ');
  const ended = /[.!?]$/.test(trimmed) ? trimmed : `${trimmed}.`;
  return ended.charAt(0).toUpperCase() + ended.slice(1);
}

/** At a word's end, never in the middle of one. */
function cut(text: string, longest: number): string {
  if (text.length <= longest) return text;
  return `${text.slice(0, longest - 1).replace(/\s+\S*$/, '')}…`;
}
