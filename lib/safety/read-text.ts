import { dropAllowedPhrases } from './allowed-phrases.ts';
import lexicon from './classifier/lexicon.json' with { type: 'json' };
import { readCoded } from './coded-text.ts';
import { foldLetters, foldText } from './fold-text.ts';
import { isSpelledAsEnglish } from './known-words.ts';
import { phraseWords } from './phrase-topics.ts';
import { WORD_CLASSES } from './phrases/word-classes.ts';
import { PROFANE_WORDS } from './profanity.ts';
import { createTextRepair } from './repair-text.ts';
import { topicWords } from './topics.ts';
import { dropTrickyNames, NAMELESS } from './tricky-names.ts';

const CLASS_WORDS = new Set(Object.values(WORD_CLASSES).flat());
/** Single words of the classifier's lexicon: hidden ones are brought to light as well. */
const LEXICON_WORDS = Object.values(lexicon)
  .flatMap((entries) => entries.split(' '))
  .filter((word) => /^[a-z]{4,}$/.test(word));
/** Curses of other languages are one letter away from their harmless words: only English is put right. */
const repairText = createTextRepair(
  new Set([...phraseWords(), ...topicWords(), ...PROFANE_WORDS, ...LEXICON_WORDS]),
  (word) => CLASS_WORDS.has(word) || isSpelledAsEnglish(word),
);

/** A stretch that is shown from right to left: what is read is its mirror image. */
const OVERRIDDEN = /[\u202e\u2067]([^\u202c\u2069\n]{1,2000})/g;

/**
 * Every way a text can be read, folded: as it stands, with hidden words brought to light, and with stretches that are
 * shown backwards turned round. Mostly they are one and the same.
 * @param raw before its invisible characters were taken out
 */
export function readText(raw: string, normal: string): string[] {
  const named = dropTrickyNames(normal);
  const readings = [foldText(named), repairText(foldLetters(named))];
  if (/[\u202e\u2067]/.test(raw)) {
    const turned = raw
      .replace(OVERRIDDEN, (_, stretch: string) => [...stretch].reverse().join(''))
      .replace(/\p{Cf}/gu, '');
    readings.push(foldText(turned), repairText(foldLetters(turned)));
  }
  readings.push(...readCoded(normal).map(foldText));
  return [...new Set(readings.map((reading) => dropAllowedPhrases(reading.replaceAll(NAMELESS, 'zz'))))];
}
