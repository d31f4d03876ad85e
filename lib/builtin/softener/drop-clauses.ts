import { isWholeClause } from '../../story/reading/clauses.ts';
import { listWords } from '../../story/reading/split-text.ts';
import { quoteBalance } from './sentence-spans.ts';

/** Where a sentence can be taken apart and both halves still be sentences, more or less. */
const JOINT =
  /(?:[;—–]\s+|,\s+(?:and|but|so|then|while|until|because|when|who|which|where)\s+|\s+(?:and|but)\s+(?=(?:he|she|they|it|we|I|the|then)\b)|,\s+and\s+|\s+and\s+(?=\p{L}+ed\b))/gu;
const LEAST_WORDS = 4;
/**
 * A sentence without one of its parts, the longest that is left first. Each can stand alone, and is whole in its quotation marks.
 * @param names of those who may be the subject, in lower case (`findNames`)
 */
export function dropClauses(sentence: string, names: ReadonlySet<string>): string[] {
  const end = /[.!?…]+["”’')\]]*$/.exec(sentence)?.[0] ?? '.';
  const body = sentence.slice(0, sentence.length - (sentence.endsWith(end) ? end.length : 0));
  const joints = [...body.matchAll(JOINT)];
  const shorter = joints.flatMap((joint, index) => {
    const before = body.slice(0, joint.index);
    const after = body.slice(joint.index + joint[0].length);
    const next = joints[index + 1];
    const cut = next ? before + body.slice(next.index) : undefined;
    return [before + closing(end, before), capitalise(after) + end, cut && cut + end].filter(
      (one): one is string => one !== undefined,
    );
  });
  return shorter
    .filter(
      (one) =>
        listWords(one).length >= LEAST_WORDS &&
        quoteBalance(one) === quoteBalance(sentence) &&
        isWholeClause(one, names),
    )
    .toSorted((a, b) => b.length - a.length);
}

/** The end mark, without the quotation mark of a speech that is gone. */
function closing(end: string, before: string): string {
  return quoteBalance(before) > 0 ? end : end.replace(/["”’')\]]+$/, '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
