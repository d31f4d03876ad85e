const SHORTEST = 5;
/** In shorter words another letter makes another word: "bloop" is not "blood". */
const SHORTEST_WITH_OTHER_LETTER = 7;

/**
 * Finds the word of a vocabulary that is one slip away: a letter missing, added, changed, or two that swapped places. The
 * first letter must be right, as it is in most slips. By shared deletions (the symmetric delete method of SymSpell,
 * W. Garbe): one look-up for each letter of the word.
 */
export function createTypoFinder(vocabulary: ReadonlySet<string>): (word: string) => string | undefined {
  const byDeletion = new Map<string, string[]>();
  for (const word of vocabulary) {
    if (word.length < SHORTEST || word.includes("'")) continue;
    for (const form of [word, ...deletions(word)]) {
      const known = byDeletion.get(form);
      if (known) known.push(word);
      else byDeletion.set(form, [word]);
    }
  }
  return (word) => {
    for (const form of [word, ...deletions(word)]) {
      const meant = byDeletion
        .get(form)
        ?.find((candidate) => candidate[0] === word[0] && isOneSlipAway(candidate, word));
      if (meant !== undefined) return meant;
    }
    return undefined;
  };
}

function deletions(word: string): string[] {
  return Array.from({ length: word.length }, (_, at) => word.slice(0, at) + word.slice(at + 1));
}

function isOneSlipAway(one: string, other: string): boolean {
  if (Math.abs(one.length - other.length) > 1) return false;
  let at = 0;
  while (at < one.length && one[at] === other[at]) at++;
  if (one.length > other.length) return one.slice(at + 1) === other.slice(at);
  if (one.length < other.length) return one.slice(at) === other.slice(at + 1);
  if (one.slice(at + 1) === other.slice(at + 1)) return one.length >= SHORTEST_WITH_OTHER_LETTER;
  return one[at] === other[at + 1] && one[at + 1] === other[at] && one.slice(at + 2) === other.slice(at + 2);
}
