import { normaliseWriting } from '../storyteller/understand-prompt/normalise-prompt.ts';

/** Nobody tells a story in one message longer than this; what stands behind it is not read. */
const READ_CHARACTERS = 4_000;
const LONGEST_SENTENCE = 500;
const MOST_SENTENCES = 60;

const SHORT_FORMS: [RegExp, string][] = [
  [/\b(he|she|it|that|there|who|what|name|where)'s (?=(got|been|had)\b)/gi, '$1 has '],
  [/\b(he|she|it|that|there|who|what|name|where|story|here)'s\b/gi, '$1 is'],
  [
    /\b(he|she|it)s\b(?= (a|an|the|not|\d|very|so|really|scared|afraid|called|named|five|six|seven|eight|four|three)\b)/gi,
    '$1 is',
  ],
  [/\b(hes|shes)\b/gi, '$1'],
  [/\b(they|we|you)'re\b/gi, '$1 are'],
  [/\bi'm\b|\bim\b/gi, 'I am'],
  [/\bi'd\b/gi, 'I would'],
  [/\b(can't|cant|can not)\b/gi, 'cannot'],
  [/\bwon't\b/gi, 'will not'],
  [/\b(does|do|did|is|are|was|were|has|have|should|could|would)n'?t\b/gi, '$1 not'],
  [/\b(they|he|she|it|i|we|you)'ll\b/gi, '$1 will'],
  [/\b(they|i|we|you)'ve\b/gi, '$1 have'],
  [/\blet's\b|\blets\b/gi, 'let us'],
  [/\b(he|she|it) is name (?=\p{L})/giu, '$1 is named '],
  [/\bit turns? out(?: that)?\b,? ?/gi, ''],
  [/\bgot lost\b/gi, 'gets lost'],
  [/\bany ?more\b/gi, 'any more'],
  [/\b(kinda|kind of|sort of)\b/gi, ''],
  [/\b(wanna)\b/gi, 'want to'],
  [/\b(gonna)\b/gi, 'going to'],
  [/\b(cos|cuz|coz|bcoz)\b/gi, 'because'],
  [/\b(frend|freind)(s?)\b/gi, 'friend$2'],
  [/\b(calld|cald|caled|namd)\b/gi, 'called'],
  // "His partner is called Sarah" says who Sarah is, as "His partner is Sarah" does. A name in small letters needs the word.
  [
    /\b((?:[Hh]is|[Hh]er|[Tt]heir|[Ii]ts) (?:[\p{L}-]+ ){0,2}[\p{L}-]+) (is|are|was|were) (?:called|named) (?=\p{Lu})/gu,
    '$1 $2 ',
  ],
  [
    /\b(4|four|5|five|6|six|7|seven|8|eight|3|three|9|nine|10|ten|11|12)[- ](?:year|yr)s?[- ]?olds?\b/gi,
    '$1-year-old',
  ],
];

/** A message in plain writing: emoji named, shouting quietened, short forms written out. */
export function calmText(text: string): string {
  let calm = normaliseWriting(text.slice(0, READ_CHARACTERS));
  for (const [short, long] of SHORT_FORMS) calm = calm.replace(short, long);
  return calm.replace(/[ \t]+/g, ' ').trim();
}

export function splitSentences(calm: string): string[] {
  return calm
    .replace(/\b(mr|mrs|dr|ms|st)\./gi, '$1')
    .split(/(?<=[.!?])\s+|\n+|;\s+|\s+[-–—]\s+|\.{2,}|…|(?<=[\p{L}]{2}[.!?])(?=\p{L})/u)
    .map((sentence) => sentence.trim().slice(0, LONGEST_SENTENCE))
    .filter((sentence) => /[\p{L}\p{N}]/u.test(sentence))
    .slice(0, MOST_SENTENCES);
}
