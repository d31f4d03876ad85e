import type { Term } from '../storyteller/understand-prompt/terms.ts';
import type { Mention } from './find-people.ts';
import { describe } from './name-members.ts';
import { type Phrase, readPhrase } from './read-phrases.ts';
import { isRelation } from './relation-words.ts';
import type { Member, StoryCast } from './story-cast.ts';

export function findKnown(
  terms: readonly Term[],
  at: number,
  cast: StoryCast,
): Pick<Mention, 'members' | 'end' | 'ownedBy' | 'ownedAs'> | undefined {
  for (const member of cast.members) {
    const words = member.name
      .toLowerCase()
      .split(/[^\p{L}\p{N}'-]+/u)
      .filter(Boolean);
    const bare = /^(the|a|an)$/.test(words[0] ?? '') ? words.slice(1) : words;
    const from = /^(the|a|an|our)$/.test(terms[at]?.lower ?? '') && !member.isNamed ? at + 1 : at;
    const tries = member.isNamed && words.length > 1 ? [words, words.slice(-1)] : [bare];
    for (const wanted of tries) {
      if (!wanted.every((word, index) => terms[from + index]?.lower === word)) continue;
      const own = readOwnApposition(terms, from + wanted.length);
      if (own) return { members: [member], ...own };
      return { members: [member], end: endOfApposition(terms, from + wanted.length, member) };
    }
  }
  // "the troll", "her dragon", "that old owl" of somebody known
  if (!/^(the|this|that|his|her|their|my|our)$/.test(terms[at]?.lower ?? '')) return undefined;
  const phrase = readPhrase(terms, at);
  if (!phrase?.kind || phrase.names.length > 0) return undefined;
  if (phrase.plural) {
    const all = cast.findAll(phrase.kind);
    if (all.length > 0) return { members: all, end: phrase.end };
  }
  const member = cast.findKind(phrase.kind);
  return member ? { members: [member], end: phrase.end } : undefined;
}

/** ", her robot dog" behind somebody's name: whose they are, and what. */
export function readOwnApposition(
  terms: readonly Term[],
  at: number,
): { end: number; ownedBy: string; ownedAs: string; kind: string } | undefined {
  if (!terms[at - 1]?.endsClause || terms[at - 1]?.isPossessive) return undefined;
  const phrase = readPhrase(terms, at);
  if (!phrase?.owner || !phrase.kind || phrase.names.length > 0 || /^(my|our)$/.test(phrase.owner))
    return undefined;
  const ends =
    terms[phrase.end - 1]?.endsClause === true || /^(who|that|and)$/.test(terms[phrase.end]?.lower ?? '');
  return ends
    ? {
        end: phrase.end,
        ownedBy: phrase.owner,
        ownedAs: [...phrase.adjectives, phrase.kind].join(' '),
        kind: phrase.kind,
      }
    : undefined;
}

/** "Pip the mouse", "John, a detective": what is said right behind a known name is the same somebody. */
export function endOfApposition(terms: readonly Term[], end: number, member: Member): number {
  const word = terms[end]?.lower ?? '';
  const apart = terms[end - 1]?.endsClause === true;
  if (terms[end - 1]?.isPossessive || !((word === 'the' && !apart) || (/^(a|an)$/.test(word) && apart)))
    return end;
  const phrase = readPhrase(terms, end);
  if (!phrase?.kind || phrase.names.length > 0) return end;
  // "her friend Tom, a fox and a bear" are three.
  if (terms[phrase.end]?.lower === 'and') return end;
  member.kind ??= phrase.kind;
  const said = describe(phrase);
  // What a relationship says already need not be said again: "a friend, a kind tailor".
  const isTie = (text: string) => isRelation(text.replace(/^an? /, ''));
  if (said)
    member.description = member.description.filter((text) => !isTie(text) && text !== said).concat(said);
  return phrase.end;
}

/** "Leila's best friend Omar": whose, when the owner is somebody known. */
export function ownerBefore(
  terms: readonly Term[],
  at: number,
  mentions: readonly Mention[],
): string | undefined {
  const owner = mentions.at(-1);
  return owner?.end === at && terms[at - 1]?.isPossessive ? owner.members[0]?.name : undefined;
}

/** "with a torn wing": what somebody has about them is told of them, unless it is somebody. @returns where it ends */
export function readFeature(
  terms: readonly Term[],
  phrase: Phrase,
  members: readonly Member[],
  cast: StoryCast,
): number {
  const { end } = phrase;
  if (terms[end]?.lower !== 'with' || terms[end - 1]?.endsClause || phrase.names.length > 1) return end;
  let at = end + 1;
  while (at < terms.length && at < end + 8) {
    const term = terms[at] as Term;
    if (/^(who|that|which|is|are|was|lives|in|on|at|and|called|named)$/.test(term.lower)) break;
    if (term.isVerb && !term.isNoun && !term.isAdjective && !/(ed|en|rn|ing)$/.test(term.lower)) break;
    if (term.isName || cast.find(term.lower)) return end;
    at++;
    if (term.endsClause) break;
  }
  const said = terms.slice(end + 1, at);
  const isSomebodyElse = said.some((_, index) => readPhrase(terms, end + 1 + index)?.kind !== undefined);
  if (said.length === 0 || isSomebodyElse || /^(no|him|her|them|me|us)$/.test(said[0]?.lower ?? ''))
    return end;
  const text = `with ${said.map((term) => `${term.text}${term.isPossessive ? "'s" : ''}`).join(' ')}`;
  for (const member of members) if (!member.description.includes(text)) member.description.push(text);
  return at;
}
