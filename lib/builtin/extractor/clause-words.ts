import type { Term } from '../storyteller/understand-prompt/terms.ts';

/** Verbs by what they say of somebody, and the small words around them. */

export const BE = /^(is|are|was|were|be|being|been)$/;
export const HAVE = /^(has|have|had)$/;
export const STATIVE =
  /^(loves?|loved|likes?|liked|hates?|hated|wears?|wore|lives?|lived|speaks?|knows?|knew|fears?|feared|looks?|looked|sounds?|smells?|owns?|believes?|enjoys?|prefers?|thinks?|feels?|cannot|can|could|always|never|usually|often|eats?|misses|works?|plays|collects|dreams?)$/;
export const LEARNS =
  /^(learns?|learned|learnt|realises?|realizes?|realised|realized|understands?|understood|overcomes?|overcame|grows?|grew|becomes?|became|discovers that)$/;
export const HAPPENED =
  /^(lost|stolen|missing|trapped|kidnapped|taken|chased|stuck|sent|invited|captured|caught|murdered|killed|hired|swept|left)$/;
export const MODIFIER =
  /^(also|really|very|just|only|still|then|suddenly|finally|once|secretly|accidentally|\w+ly|will|would|must|should|does|do|did|has to|might|may|all|both|even|who|that)$/;

export function isVerbAt(terms: readonly Term[], at: number): boolean {
  const term = terms[at];
  if (!term) return false;
  const word = term.lower;
  if (
    BE.test(word) ||
    HAVE.test(word) ||
    STATIVE.test(word) ||
    LEARNS.test(word) ||
    /^(will|would|must|should|does|do|did|cannot|gets?|goes|went|finds?|wants?|needs?|meets?|helps?)$/.test(
      word,
    )
  )
    return true;
  if (
    /^(who|that|which)$/.test(word) ||
    (/ly$|^(always|never|also|then|just|really|all|both|once|secretly|suddenly|accidentally|still)$/.test(
      word,
    ) &&
      !term.isName)
  )
    return isVerbAt(terms, at + 1);
  return term.isVerb && !/^(called|named|please)$/.test(word) && !/ing$/.test(word);
}
