import nlp from 'compromise';

/** Words the language library takes for verbs where they are none. */
const NO_VERBS =
  /^(inside|outside|near|under|behind|together|back|last|lost|home|down|up|away|still|like|light|left|close|open|set|past)$/i;
/** After these another verb keeps its plain form: "lets her go", "helps him find". */
const LEADING_VERBS = /^(let|lets|make|makes|made|help|helps|helped|see|sees|watch|watches|hear|hears|to)$/i;
const LEFT_OUT: Record<string, string> = {
  gets: 'got',
  lets: 'let',
  puts: 'put',
  says: 'said',
  goes: 'went',
};

/**
 * A sentence told in the past, as stories are: "Nova finds a map and they fly home" → "Nova found a map and they flew
 * home". What somebody says aloud stays as it is.
 */
export function toPastTense(sentence: string): string {
  if (/["“”]/.test(sentence)) return sentence;
  // "should find" and "has to find" are wishes of whoever tells; in the story it happens.
  const plain = sentence
    .replace(/’/g, "'")
    .replace(/\b(?:should|would|could maybe|is going to|are going to|will have to)\s+(?=\p{Ll})/gu, 'will ');
  const document = nlp(plain);
  document.sentences().toPastTense();
  const told = document.text();
  const before = plain.split(/\s+/);
  const after = told.split(/\s+/);
  if (before.length !== after.length) return told;
  const mended = after
    .map((word, index) => {
      const original = before[index] as string;
      const bare = original.replace(/[^\p{L}]/gu, '');
      if (word === original) return original.replace(bare, LEFT_OUT[bare] ?? bare);
      const isLed = [1, 2].some((back) => LEADING_VERBS.test(before[index - back] ?? ''));
      const tagged = /^(?:lets?|makes?|helps?)$/i.test(bare) ? false : isLed;
      return NO_VERBS.test(bare) || tagged ? original : word;
    })
    .join(' ');
  return withPerfect(withMissedVerb(mended, plain));
}

/** "what they have seen" in the past is what they had seen. */
function withPerfect(sentence: string): string {
  return sentence.replace(
    /(?<!\bto )\b(?:has|have) (?=(?:never |always |just )?\p{L}+(?:en|ed|wn|ught|one|een)\b)/gu,
    'had ',
  );
}

/** "The cook tickles the whale": a verb the library takes for a plural stands between somebody and something. */
function withMissedVerb(sentence: string, before: string): string {
  return sentence.replace(
    /^((?:the |a |an )?(?:\p{L}+ )?\p{L}+ )(\p{Ll}{2,}[^s\W]s) (?=(?:the|a|an|his|her|him|them|it|their|everyone|everybody)\b)/iu,
    (found, subject: string, verb: string) => {
      if (!before.includes(`${verb} `)) return found;
      return `${subject}${verb.replace(/ies$/, 'ied').replace(/es$/, 'ed').replace(/s$/, 'ed')} `;
    },
  );
}
