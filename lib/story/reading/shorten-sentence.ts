import { hasMainClause, isFiniteVerb, isPlainTelling, isWholeClause, startsLeaning } from './clauses.ts';

/** What one long sentence may become: two, or one without its ornament. The first that fits is taken. */
export function shortenSentence(sentence: string, names: ReadonlySet<string>): string | undefined {
  if (!isPlainTelling(sentence.replace(':', ','))) return undefined;
  return (
    splitAtClause(sentence, names) ??
    splitAtSharedSubject(sentence, names) ??
    splitAtColon(sentence) ??
    splitAfterOpening(sentence, names) ??
    splitAtParticiple(sentence) ??
    dropOrnament(sentence)
  );
}

const capital = (text: string) => text.charAt(0).toUpperCase() + text.slice(1);
/** A piece shorter than this sounds like a telegram. */
const LEAST_WORDS = 3;
const count = (text: string) => text.trim().split(/\s+/).length;

const JOINTS =
  /(?:;|,? (?:—|–)|,(?= (?:and|but|so|then|yet|while|because|for|until) )|(?= and (?:he|she|it|they|we|I|then) ))\s*/g;
/** After these a second clause with “would” is still what somebody hoped or thought. */
const REPORTED = /\b(?:hoped|wished|thought|knew|said|believed|promised|dreamed|dreamt|felt|that|if)\b/;

/** “…; it rained.” and “…, and the bear ran.” become two sentences where both halves can stand alone. */
function splitAtClause(sentence: string, names: ReadonlySet<string>): string | undefined {
  const middle = sentence.length / 2;
  const joints = [...sentence.matchAll(JOINTS)]
    .map((found) => ({ at: found.index, end: found.index + found[0].length }))
    .toSorted((a, b) => Math.abs(a.at - middle) - Math.abs(b.at - middle));
  for (const { at, end } of joints) {
    const left = sentence.slice(0, at).trimEnd();
    const rest = sentence.slice(end).trimStart();
    const [, link = '', clause = rest] = LINKED.exec(rest) ?? [];
    const told = startsLeaning(left) ? (afterComma(left) ?? '') : left;
    if (count(left) < LEAST_WORDS || !hasMainClause(told) || !isWholeClause(clause, names)) continue;
    if (REPORTED.test(left) && /^(?:\S+ ){1,4}(?:would|could|might|should|will|had)\b/.test(clause)) continue;
    // The last of a list is no sentence of its own: “one had a bun, one a pear, and the mole had the candle”.
    if (link === 'and' && isList(left)) continue;
    const begins = LINKS.get(link);
    return `${left}. ${begins ? begins + clause : capital(clause)}`;
  }
  return undefined;
}
function isList(left: string): boolean {
  const [, last = ''] = /, ((?:one|two|three|some|a|an|the|his|her|their)\b[^,]*)$/.exec(left) ?? [];
  return /: .*,/.test(left) || (last !== '' && !last.split(' ').some(isFiniteVerb));
}

const LINKED = /^(and then|but then|and so|and yet|and|but|so|then|yet|while|because|for) (.*)$/s;

/** How the second sentence begins after the word that joined them. */
const LINKS: ReadonlyMap<string, string> = new Map([
  ['but', 'But '],
  ['yet', 'But '],
  ['but then', 'But then '],
  ['so', 'So '],
  ['and so', 'So '],
  ['then', 'Then '],
  ['and then', 'Then '],
  ['and yet', 'And yet '],
  ['because', 'That was because '],
]);

const afterComma = (left: string) => /^[^,]+, (.+)$/s.exec(left)?.[1];

const SUBJECT = /^((?:(?:But|And|So|Then|Now) )?(He|She|It|They|We|I|\p{Lu}[\p{L}'’-]+) )(\p{Ll}+)\b/u;
const OF_NO_USE_ALONE = /^(?:left|felt|light|lit|ground|wound|read|shut|hurt|bent)$/;

/** “She laid the seed in it, and drew the earth over it.” → “She laid the seed in it. She drew the earth over it.” */
function splitAtSharedSubject(sentence: string, names: ReadonlySet<string>): string | undefined {
  const [, , subject = '', verb = ''] = SUBJECT.exec(sentence) ?? [];
  const isSomebody = /^(?:He|She|It|They|We|I)$/.test(subject) || names.has(subject.toLowerCase());
  if (!isSomebody || !isFiniteVerb(verb)) return undefined;
  const middle = sentence.length / 2;
  const joints = [...sentence.matchAll(/,? and (?:then )?(?=(\p{L}+)\b)|, then (?=(\p{L}+)\b)/gu)].toSorted(
    (a, b) => Math.abs(a.index - middle) - Math.abs(b.index - middle),
  );
  for (const joint of joints) {
    const next = joint[1] ?? joint[2] ?? '';
    const left = endSeries(sentence.slice(0, joint.index));
    const right = sentence.slice(joint.index + joint[0].length);
    if (!isFiniteVerb(next) || OF_NO_USE_ALONE.test(next) || count(left) < LEAST_WORDS || count(right) < 2)
      continue;
    // Inside “that …”, “if …” the second verb may belong to somebody else.
    if (
      /\b(?:that|which|who|whose|where|when|if|as|while|until|because|to|let|made|watched|saw|heard)\b/.test(
        left,
      )
    )
      continue;
    return `${left}. ${joint[0].includes('then') ? `Then ${subject === 'I' || names.has(subject.toLowerCase()) ? subject : subject.toLowerCase()}` : subject} ${right}`;
  }
  return undefined;
}

/** What was the last but one of a series is its last now: “She ran, jumped” → “She ran and jumped”. */
function endSeries(left: string): string {
  const found = /^(.*), (\p{Ll}+)\b([^,]*)$/su.exec(left);
  const isSeries = found && isFiniteVerb(found[2] as string) && !/ and /.test(found[1] as string);
  return isSeries ? `${found[1]} and ${found[2]}${found[3]}` : left;
}

/** “She heard it: a tiny tapping.” → “She heard it. It was a tiny tapping.” */
function splitAtColon(sentence: string): string | undefined {
  const found = /^(.*\b(?:it|something|sound|thing|sight|idea)): (an? .+)$/s.exec(sentence);
  return found && hasMainClause(found[1] as string) ? `${found[1]}. It was ${found[2]}` : undefined;
}

/** “When the rain stopped, they went home.” → “The rain stopped. Then they went home.” */
function splitAfterOpening(sentence: string, names: ReadonlySet<string>): string | undefined {
  const [, opening = '', main = ''] = /^(?:When|After) ([^,]+), (.+)$/s.exec(sentence) ?? [];
  if (opening === '' || !isWholeClause(opening, names) || !isWholeClause(main, names)) return undefined;
  return `${capital(opening)}. Then ${main}`;
}

/** “She ran home, holding the lamp.” → “She ran home. She was holding the lamp.” */
function splitAtParticiple(sentence: string): string | undefined {
  const found = /^(.*?\b(He|She|It|They|We|I)\b[^,;]*), (\p{Ll}+ing\b [^,;]+\.)$/su.exec(sentence);
  if (!found) return undefined;
  const [, left = '', pronoun = '', rest = ''] = found;
  if (
    !sentence.startsWith(pronoun) ||
    /^(?:during|including|according|nothing|something|everything|morning|evening)\b/.test(rest)
  )
    return undefined;
  return `${left}. ${pronoun} ${/^(?:They|We)$/.test(pronoun) ? 'were' : 'was'} ${rest}`;
}

/** “… over it like a blanket.”, but not “it looked like a blanket”. */
const LIKENESS =
  /(?<!\b(?:look|looks|looked|looking|sound|sounds|sounded|seemed|felt|feel|feels|smell|smells|smelled|smelt|tasted|was|were|is|are|be|been|something|anything|nothing|just|much|more|rather|exactly|not|would|things|one)) like an? [^,.;]+(?=\.$)/;

/** Comparisons and small words that colour a sentence and carry nothing. */
function dropOrnament(sentence: string): string | undefined {
  const plain = sentence
    .replace(/ [—–] [^—–.]+ [—–] /, ' ')
    .replace(/, (?:like|as if|as though) [^,.;]+(?=[.,])/, '')
    .replace(/, as \p{Ll}+ as [^,.;]+(?=, and |\.)/u, '')
    .replace(LIKENESS, '')
    .replace(
      /, (?:indeed|of course|after all|in fact|as it happened|to be sure|it seemed|quite naturally),(?= )/,
      '',
    );
  return plain === sentence || count(plain) < LEAST_WORDS ? undefined : plain;
}
