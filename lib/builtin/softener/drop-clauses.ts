import { listWords } from '../../story/reading/split-text.ts';
import { quoteBalance } from './sentence-spans.ts';

/** Where a sentence can be taken apart and both halves still be sentences, more or less. */
const JOINT =
  /(?:[;—–]\s+|,\s+(?:and|but|so|then|while|until|because|when|who|which|where)\s+|\s+(?:and|but)\s+(?=(?:he|she|they|it|we|I|the|then)\b)|,\s+and\s+|\s+and\s+(?=\p{L}+ed\b))/gu;
/** A sentence that begins so is only half of one without what follows. */
const HALF = /^[“"‘]?(?:When|While|As|If|Because|After|Before|Until|Although|Since|Whenever|Though)\b/;
const LEAST_WORDS = 4;
/** What can begin a sentence of its own. */
const SUBJECT =
  /^(?:he|she|they|it|we|I|you|the|a|an|this|that|everybody|everyone|nobody|all|his|her|their|my)\b|^\p{Lu}/u;

/** A sentence without one of its parts, the longest that is left first. Every one of them is whole in its quotation marks. */
export function dropClauses(sentence: string): string[] {
  const end = /[.!?…]+["”’')\]]*$/.exec(sentence)?.[0] ?? '.';
  const body = sentence.slice(0, sentence.length - (sentence.endsWith(end) ? end.length : 0));
  const joints = [...body.matchAll(JOINT)];
  const shorter = joints.flatMap((joint, index) => {
    const before = body.slice(0, joint.index);
    const after = body.slice(joint.index + joint[0].length);
    const next = joints[index + 1];
    const cut = next ? before + body.slice(next.index) : undefined;
    return [
      HALF.test(before) ? undefined : before + closing(end, before),
      SUBJECT.test(after) ? capitalise(after) + end : undefined,
      cut && !HALF.test(before) ? cut + end : undefined,
    ].filter((one): one is string => one !== undefined);
  });
  return shorter
    .filter((one) => listWords(one).length >= LEAST_WORDS && quoteBalance(one) === quoteBalance(sentence))
    .toSorted((a, b) => b.length - a.length);
}

/** The end mark, without the quotation mark of a speech that is gone. */
function closing(end: string, before: string): string {
  return quoteBalance(before) > 0 ? end : end.replace(/["”’')\]]+$/, '');
}

function capitalise(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
