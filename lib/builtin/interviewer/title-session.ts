import type { Dossier, Utterance } from '../../dossier/schema.ts';
import { readIntent } from './read-intent.ts';

const LONGEST_WORDS = 7;
const LONGEST_CHARACTERS = 60;

/** A short name for a conversation: the story's title, else who and where, else the first thing told. Never empty. */
export function titleSession({ messages, dossier }: { messages: Utterance[]; dossier: Dossier }): string {
  if (dossier.title !== '') return dossier.title;
  const [hero] = dossier.characters;
  const [place] = dossier.locations;
  if (hero) return shorten(place ? `${hero.name} and ${place}` : `A story about ${hero.name}`);
  const told = messages.find(({ role, text }) => role === 'user' && readIntent(text) === 'tell');
  return told ? shorten(told.text) : 'A new story';
}

function shorten(text: string): string {
  const words = text
    .trim()
    .replace(/[.!?]+$/, '')
    .split(/\s+/);
  const kept = words.slice(0, LONGEST_WORDS).join(' ');
  const short = kept.length > LONGEST_CHARACTERS ? kept.slice(0, LONGEST_CHARACTERS).trimEnd() : kept;
  const capital = short.charAt(0).toUpperCase() + short.slice(1);
  return short.length < words.join(' ').length ? `${capital}…` : capital;
}
