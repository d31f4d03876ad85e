import { foldLetters, foldWords } from '../fold-text.ts';
import { lemmaOf } from './lemma.ts';
import lexicon from './lexicon.json' with { type: 'json' };

const LONGEST_PHRASE = 4;
const TAGS = Object.keys(lexicon);
const byPhrase = new Map<string, number[]>();
/** First words of phrases: most words begin none. */
const starts = new Set<string>();

for (const [tag, entries] of Object.values(lexicon).entries()) {
  for (const entry of entries.split(' ')) {
    const words = foldWords(foldLetters(entry.replace(/[_-]/g, ' '))).split(' ');
    addTag(words.map(lemmaOf).join(' '), tag);
    if (words.length === 1) addTag(words[0] ?? '', tag);
    else starts.add(lemmaOf(words[0] ?? ''));
  }
}

/** How many kinds of words the lexicon knows; a tag is a number below. */
export const TAG_COUNT = TAGS.length;

/** The kinds of each word ("weapon", "animal", "praise"); those of a phrase stand at its first word. */
export function tagWords(words: readonly string[], lemmas: readonly string[]): number[][] {
  return words.map((word, at) => {
    const lemma = lemmas[at] ?? word;
    const tags = new Set([...(byPhrase.get(lemma) ?? []), ...(byPhrase.get(word) ?? [])]);
    if (!starts.has(lemma)) return [...tags];
    let phrase = lemma;
    for (let end = at + 1; end < Math.min(at + LONGEST_PHRASE, lemmas.length); end++) {
      phrase += ` ${lemmas[end]}`;
      for (const tag of byPhrase.get(phrase) ?? []) tags.add(tag);
    }
    return [...tags];
  });
}

function addTag(phrase: string, tag: number): void {
  const known = byPhrase.get(phrase);
  if (!known) byPhrase.set(phrase, [tag]);
  else if (!known.includes(tag)) known.push(tag);
}
