import { PAUSE } from './align-phones.ts';
import { runFlite } from './flite.ts';

/** The smallest voice: all of them pronounce from the same dictionary and rules, and only the phones are wanted. */
const DICTIONARY_VOICE = 'kal16';
const FASTEST_STRETCH = 0.1;

/**
 * How flite pronounces each word by itself, in CMU phone names. One run for all of them, a comma after each, so that
 * silence separates them; should the silences not come out right, every word gets a run of its own.
 */
export async function pronounceWords(words: string[]): Promise<string[][]> {
  const together = await pronounce(words.map((word) => `${word},`).join(' '));
  if (together.length === words.length) return together;
  const apart: string[][] = [];
  for (const word of words) apart.push((await pronounce(`${word}.`)).flat());
  return apart;
}

async function pronounce(text: string): Promise<string[][]> {
  const { phones } = await runFlite(text, DICTIONARY_VOICE, FASTEST_STRETCH);
  const groups: string[][] = [[]];
  for (const phone of phones) {
    if (phone.name === PAUSE) groups.push([]);
    else groups.at(-1)?.push(phone.name);
  }
  return groups.filter((group) => group.length > 0);
}
