import type { Dossier } from '../../dossier/schema.ts';
import { bareName, capitalise, castOf, nameInSentence, placeInSentence } from './name-character.ts';

const LONGEST_TITLE = 120;
const LONGEST_PLACE_WORDS = 6;
const SMALL = /^(a|an|the|of|in|on|at|by|and|to|with|from|for|under|near)$/;

/** A story's title: the given one, else hero and place, else hero and friend. */
export function titleStory(dossier: Dossier): string {
  const { title, locations } = dossier;
  if (title !== '') return title;
  const [hero, friend] = castOf(dossier);
  if (!hero) return 'A New Story';
  const place = locations
    .map((one) => placeInSentence(one).replace(/^(a|an|your) /i, 'the '))
    .find((one) => bareName(one) !== bareName(hero.name));
  const isShort = place !== undefined && place.split(/\s+/).length <= LONGEST_PLACE_WORDS;
  const other = isShort && place !== '' ? place : friend ? nameInSentence(friend.name) : undefined;
  const name = nameInSentence(hero.name);
  return inTitleCase(other ? `${name} and ${other}` : `The Story of ${name}`).slice(0, LONGEST_TITLE);
}

function inTitleCase(text: string): string {
  return text
    .split(' ')
    .map((word, index) => (index > 0 && SMALL.test(word) ? word : capitalise(word)))
    .join(' ');
}
