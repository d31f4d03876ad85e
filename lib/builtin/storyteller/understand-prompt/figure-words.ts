import type { Term } from './terms.ts';

/** Small words around somebody in a prompt. */

export const DETERMINERS = new Set(
  'a an the my our his her their its some this that another one every'.split(' '),
);

export const DESCRIBING = new Set(
  'little small tiny big huge giant brave shy young old baby curious clever kind lonely sleepy grumpy happy sad silly funny friendly red blue green yellow pink purple white black brown golden silver orange grey gray magical lost clumsy hungry forgetful lazy gentle scared timid cheerful proud greedy mischievous naughty stubborn wise wild fluffy tidy messy noisy quiet careless cautious dreamy polite talking flying dancing singing mean evil wicked fierce angry rusty broken enchanted invisible'.split(
    ' ',
  ),
);
export function isDescribing(word: string | undefined): boolean {
  return word !== undefined && DESCRIBING.has(word);
}

/** The word before a noun phrase, its own articles and adjectives left aside. */
export function wordBefore(words: readonly string[], start: number): string {
  let index = start - 1;
  while (
    index > 0 &&
    (DETERMINERS.has(words[index] ?? '') || isDescribing(words[index]) || words[index] === 'new')
  )
    index--;
  return words[index] ?? '';
}

export function properName(text: string): string {
  const bare = text.replace(/[^\p{L}'-]/gu, '');
  // SHOUTED names come in lower case by now; "McKay" keeps its inner capital.
  return bare.charAt(0).toUpperCase() + bare.slice(1);
}

/** Whether a word may stand between an article and its noun. */
export function qualifies(term: Term | undefined): boolean {
  return term !== undefined && (term.isAdjective || isDescribing(term.lower));
}
