import type { Term } from '../storyteller/understand-prompt/terms.ts';
import type { Member } from './story-cast.ts';

export function say(terms: readonly Term[], from: number, to: number): string {
  return terms
    .slice(from, to)
    .map(
      (term, index, all) =>
        `${term.text}${term.isPossessive ? "'s" : ''}${term.endsClause && index < all.length - 1 ? ',' : ''}`,
    )
    .join(' ')
    .replace(/,? (and|but|so)$/, '');
}

export function joinNames(members: readonly Member[]): string {
  const names = members.map((one) => one.name);
  const text = names.length < 2 ? (names[0] ?? '') : `${names.slice(0, -1).join(', ')} and ${names.at(-1)}`;
  return capital(text);
}

export function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}

export function pushNew(list: string[], text: string): void {
  const said = text.trim();
  if (
    /[\p{L}\p{N}]{2,} ?[\p{L}\p{N}]+|[\p{L}]{3,}/u.test(said) &&
    !/^(is|are|was|loves?|likes?|has|have)$/.test(said) &&
    said.length <= 200 &&
    !list.some((one) => one.toLowerCase() === said.toLowerCase())
  )
    list.push(said);
}
