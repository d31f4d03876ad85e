import { capitaliseTitle } from '../storyteller/titles.ts';
import type { CastEntry } from './find-cast.ts';
import { guessLanguage } from './find-names.ts';
import { shortenText } from './read-scene.ts';

/** A title for a text that has none: its hero and what it is most about; in other languages, its first words. */
export function titleGivenText(text: string, cast: readonly CastEntry[], props: readonly string[]): string {
  const english = guessLanguage(text) === 'english';
  const [hero, friend] = cast;
  const isTold = hero && hero.member.name !== 'Narrator';
  if (english && isTold) {
    const prop = props.find((noun) => !hero.member.name.toLowerCase().includes(noun));
    const name = hero.member.the;
    if (prop) return capitaliseTitle(`${name} and the ${prop}`).slice(0, 120);
    if (friend && friend.member.name !== 'Narrator')
      return capitaliseTitle(`${name} and ${friend.member.the}`).slice(0, 120);
    return capitaliseTitle(`the story of ${name}`).slice(0, 120);
  }
  return firstWords(text, 6);
}

/** "He rode through the dark forest…": the words a text begins with. */
export function firstWords(text: string, count: number): string {
  const line = text.replace(/^[\s"“”„«'‘*]+/, '').replace(/\s+/g, ' ');
  const isDense = !line.slice(0, 40).includes(' ');
  const words = line.split(' ');
  const sentence = /^.{4,60}?(?=[.!?…。！？])/u.exec(line)?.[0];
  if (sentence && sentence.split(' ').length <= count + 2 && (!isDense || sentence.length <= 16))
    return shortenText(sentence, 80);
  const taken = isDense
    ? line.slice(0, 12).toWellFormed()
    : words
        .slice(0, count)
        .join(' ')
        .replace(/[,;:.!?"”]+$/, '');
  return shortenText(taken.length < line.length ? `${taken}…` : taken, 80);
}
