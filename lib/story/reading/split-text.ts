const ABBREVIATIONS = /\b(Mr|Mrs|Ms|Dr|St|Prof|Capt|Jr|Sr|No|vs|etc|e\.g|i\.e|a\.m|p\.m)\./gi;
const WORD = /[\p{L}\p{N}]+(?:['’.-][\p{L}\p{N}]+)*/gu;
const WORD_TEST = /[\p{L}\p{N}]/u;

/** The words of a text without punctuation: "don’t", "moss-green" and "3.5" are one word each. */
export function listWords(text: string): string[] {
  return text.match(WORD) ?? [];
}

/**
 * Sentences with their end marks and closing quotes. Speech followed by its own tag (“Stop!” said Pip.) is one sentence,
 * because the tag goes on in lower case; “Mr.” and “3.5” end nothing.
 */
export function splitSentences(text: string): string[] {
  const sheltered = text.replace(ABBREVIATIONS, (found) => found.replaceAll('.', '\u0001'));
  const sentences: string[] = [];
  let start = 0;
  for (const mark of sheltered.matchAll(/[.!?…]+["”’')\]]*(?=\s|$)|\n{2,}/g)) {
    const end = mark.index + mark[0].length;
    const rest = sheltered.slice(end).trimStart();
    const continues = /^["“‘(]?\p{Ll}/u.test(rest) && !mark[0].startsWith('\n');
    if (continues) continue;
    sentences.push(sheltered.slice(start, end));
    start = end;
  }
  sentences.push(sheltered.slice(start));
  return sentences
    .map((sentence) => sentence.replaceAll('\u0001', '.').trim())
    .filter((sentence) => WORD_TEST.test(sentence));
}
