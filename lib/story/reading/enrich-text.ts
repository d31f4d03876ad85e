import { isFiniteVerb, isPlainTelling, isWholeClause, startsLeaning } from './clauses.ts';

const count = (text: string) => text.trim().split(/\s+/).length;
const STANDS_ALONE = /^(?:Now|One|Once|The end|Good night|Maybe|Perhaps|No|Yes|Not)\b/i;
const INTRODUCES = /\b(?:name is|name was|was called|were called|am|is)\b/;

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
  if (!isWholeClause(clause, names)) return undefined;
  if (link) return `${left}, ${link === 'Then' ? 'and then' : link.toLowerCase()} ${clause}`;
  const [subject = '', verb = ''] = clause.split(' ');
  const isSame =
    before.split(' ')[0]?.toLowerCase() === subject.toLowerCase() &&
    /^(?:he|she|it|they|we|i)$/i.test(subject);
  if (
    isSame &&
    isFiniteVerb(verb) &&
    !/^(?:was|were|had|is|am|are|could|would)$/.test(verb) &&
    !before.includes(',')
  )
    return `${left} and ${clause.slice(subject.length + 1)}`;
  return `${left}, and ${clause}`;
}

function lowerFirst(text: string, names: ReadonlySet<string>): string {
  const first = /^[\p{L}-]+/u.exec(text)?.[0] ?? '';
  return names.has(first.toLowerCase()) || first === 'I'
    ? text
    : text.charAt(0).toLowerCase() + text.slice(1);
}
