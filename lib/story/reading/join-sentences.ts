import { isFiniteVerb, isPlainTelling, isWholeClause, startsLeaning } from './clauses.ts';

const count = (text: string) => text.trim().split(/\s+/).length;
const STANDS_ALONE = /^(?:Now|One|Once|The end|Good night|Maybe|Perhaps|No|Yes|Not)\b/i;
/** Who somebody is, and whose friend, deserves a sentence of its own. */
const INTRODUCES =
  /\b(?:name is|name was|named|called|am|is|(?:was|were) (?:a|an|the|his|her|their|my|our))\b/;
const MOST_COMMAS = 1;

/**
 * Two neighbours as one sentence, or undefined where they do not belong together: speech, questions, exclamations, who
 * somebody is, and what leans on another sentence stay by themselves.
 */
export function joinSentences(
  before: string,
  after: string,
  mostWords: number,
  names: ReadonlySet<string>,
): string | undefined {
  if (count(before) + count(after) > mostWords || count(before) < 3) return undefined;
  if (![before, after].every((one) => isPlainTelling(one) && !/[;]|, and /.test(one))) return undefined;
  if (
    startsLeaning(after) ||
    STANDS_ALONE.test(before) ||
    STANDS_ALONE.test(after) ||
    INTRODUCES.test(before)
  )
    return undefined;
  const left = before.slice(0, -1);
  const [, link = '', rest = after] = /^(But then|And then|But|And|So|Then|Yet),? (.+)$/s.exec(after) ?? [];
  const clause = lowerFirst(rest, names);
  const commas = (before + after).split(',').length - 1;
  if (commas > MOST_COMMAS || !isWholeClause(clause, names) || LEANS_BACK.test(clause)) return undefined;
  if (link === 'But' && / but /.test(clause)) return undefined;
  if (link) return `${left}, ${link === 'Then' ? 'and then' : link.toLowerCase()} ${clause}`;
  const [subject = '', verb = ''] = clause.split(' ');
  const isSame = before.split(' ')[0]?.toLowerCase() === subject.toLowerCase() && subject !== 'there';
  const dropsSubject = isSame && isFiniteVerb(verb) && !HELPING.test(verb) && commas === 0;
  if (dropsSubject) return `${left} and ${clause.slice(subject.length + 1)}`;
  // “Bess crept to bed, and Bess yawned” says a name too often, and “She crept to bed, and Bess yawned” sounds like two.
  const isNamed = names.has(subject.toLowerCase());
  const isSaidBefore = before.includes(subject) || /\b(?:he|she|they)\b/i.test(before);
  return isNamed && isSaidBefore ? undefined : `${left}, and ${clause}`;
}
/** What comes back to something told before: “it was …”, “a branch had come down”. */
const LEANS_BACK = /^it was\b|^(?:\S+ ){1,4}had \p{L}+(?:ed|en|ne|me|wn|ld|ft|st)\b/u;
const HELPING = /^(?:was|were|had|did|is|am|are|could|would|might|should|didn['’]t|couldn['’]t|wouldn['’]t)$/;

function lowerFirst(text: string, names: ReadonlySet<string>): string {
  const first = /^[\p{L}-]+/u.exec(text)?.[0] ?? '';
  return names.has(first.toLowerCase()) || first === 'I'
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
