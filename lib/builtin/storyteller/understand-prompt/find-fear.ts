import type { Term } from './terms.ts';

/** What somebody is afraid of: "the dark", "thunder", "going to school". */
export function findFear(terms: readonly Term[]): string | undefined {
  const at = terms.findIndex(
    (term, index) =>
      (/^(afraid|scared|frightened|terrified|fear|fears|scare|scares|nervous|brave|worried|worries|worry|anxious)$/.test(
        term.lower,
      ) &&
        /^(of|about|at)$/.test(terms[index + 1]?.lower ?? '')) ||
      /^(fears)$/.test(term.lower),
  );
  if (at < 0) return newThing(terms.map(({ lower }) => lower).join(' '));
  const words: string[] = [];
  const from = /^(of|about|at)$/.test(terms[at + 1]?.lower ?? '') ? at + 2 : at + 1;
  for (let index = from; index < terms.length && words.length < 4; index++) {
    const term = terms[index] as Term;
    if (/^(and|but|so|who|until|because|when|learns?|then|at|in|with)$/.test(term.lower)) break;
    // "afraid of the dark makes friends": with a new verb the owl's story goes on.
    if (words.length > 0 && term.isVerb && !term.isNoun && !/(ing|ed|en)$/.test(term.lower)) break;
    words.push(term.lower);
    if (term.endsClause) break;
  }
  return words.length > 0 ? words.join(' ') : undefined;
}

/** What is done for the first time, or at the dentist's: "the first day at school", "the dentist". */
function newThing(text: string): string | undefined {
  const place =
    /\bfirst day (?:at|of|in) (?:the |a |an )?(\w+)/.exec(text)?.[1] ??
    /\bto (school|kindergarten|preschool|nursery) for the first time\b/.exec(text)?.[1] ??
    /\b(?:starts?|starting|begins) (school|kindergarten|preschool|nursery)\b/.exec(text)?.[1];
  if (place) return `the first day at ${place}`;
  const visited = /\b(?:to|at|visits?) the (dentist|doctor|hospital|hairdresser|barber|vet)\b/.exec(
    text,
  )?.[1];
  return visited && `the ${visited}`;
}
