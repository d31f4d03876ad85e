import { isTitle, spokenWordsOf } from './spoken-word.ts';

/** How long the voice rests after a word. */
export type Rest = 'none' | 'short' | 'long' | 'sentence' | 'paragraph';

/** One word the voice says. `tokenIndex` is the written word it belongs to, an index into `splitWords(text)`. */
export type SpokenWord = { text: string; tokenIndex: number; restAfter: Rest };
export type SpokenSentence = { words: SpokenWord[]; mark: '.' | '?' | '!' };

/** A sentence without any full stop is cut here, so that neither the synthesiser nor the alignment grows without bound. */
const MAX_SENTENCE_WORDS = 60;
const RESTS: Rest[] = ['none', 'short', 'long', 'sentence', 'paragraph'];

/**
 * The words of a text that are timed: split at white space, keeping tokens with at least one letter or digit. A lone
 * dash, quotation mark or emoji is not a word. Captions must split in the same way.
 */
export function splitWords(text: string): string[] {
  return text.split(/\s+/).filter(isTimedWord);
}

function isTimedWord(token: string): boolean {
  return /[\p{L}\p{N}]/u.test(token);
}

/**
 * Plans how a text is read: sentences of spoken words with the rests between them. Written words that cannot be said
 * (another alphabet) have no spoken word. Pure.
 */
export function buildSpokenText(text: string): SpokenSentence[] {
  const sentences: SpokenSentence[] = [];
  let words: SpokenWord[] = [];
  const finish = (mark: SpokenSentence['mark']) => {
    if (words.length > 0) sentences.push({ words, mark });
    words = [];
  };
  const pieces = [...text.trim().matchAll(/(\S+)(\s*)/g)];
  let tokenIndex = 0;
  for (const [position, [, token = '', space = '']] of pieces.entries()) {
    const next = pieces[position + 1]?.[1] ?? '';
    const rest = /\n\s*\n/.test(space) ? 'paragraph' : restBetween(token, next);
    if (isTimedWord(token)) {
      words.push(...spokenWordsWithRests(token, tokenIndex));
      tokenIndex++;
    }
    // A dash or closing quotation mark standing alone lengthens the rest after the word before it.
    const previous = words.at(-1) ?? sentences.at(-1)?.words.at(-1);
    if (previous) previous.restAfter = longer(previous.restAfter, rest);
    const ends = rest === 'sentence' || rest === 'paragraph';
    if (ends || words.length >= MAX_SENTENCE_WORDS) finish(endMark(token));
  }
  finish('.');
  const last = sentences.at(-1)?.words.at(-1);
  // The end of the text has its own pad.
  if (last) last.restAfter = 'none';
  return sentences;
}

/** What flite is given: plain words, a comma wherever the voice rests, one mark at the end. */
export function sentenceForSynthesis(sentence: SpokenSentence): string {
  const parts = sentence.words.map((word, index) => {
    const rests = word.restAfter !== 'none' && index < sentence.words.length - 1;
    return rests ? `${word.text},` : word.text;
  });
  return `${parts.join(' ')}${sentence.mark}`;
}

function spokenWordsWithRests(token: string, tokenIndex: number): SpokenWord[] {
  // "the moon—bright and round—smiled": a dash without spaces joins two written words into one token, but not in speech.
  const parts = token.split(/[—–]|--+|(?<=\p{L})(?:\.{3,}|…)(?=\p{L})/u).map(spokenWordsOf);
  return parts
    .filter((part) => part.length > 0)
    .flatMap((part, partIndex, all) =>
      part.map((text, index) => {
        const restsInside = index === part.length - 1 && partIndex < all.length - 1;
        return { text, tokenIndex, restAfter: restsInside ? 'long' : 'none' };
      }),
    );
}

function longer(first: Rest, second: Rest): Rest {
  return RESTS.indexOf(first) >= RESTS.indexOf(second) ? first : second;
}

function restBetween(token: string, next: string): Rest {
  const tail = /[^\p{L}\p{N}]*$/u.exec(token)?.[0] ?? '';
  const stops = /[!?]/.test(tail) || (tail.includes('.') && !isTitle(token) && !isInitial(token));
  // '"Wait!" she cried', "at 9 p.m. they slept": what goes on in lower case is the same sentence.
  const goesOn = /^[^\p{L}\p{N}]*\p{Ll}/u.test(next);
  if (/\.\.+|…/.test(tail)) return goesOn ? 'long' : 'sentence';
  if (stops) {
    if (!goesOn) return 'sentence';
    return /[!?]|\.["”’')\]]/.test(tail) ? 'short' : 'none';
  }
  if (/[—–;:]|--/.test(tail) || /^[-—–]+$/.test(token)) return 'long';
  if (tail.includes(',') || /[)\]]/.test(tail) || /^\p{P}*[([]/u.test(next)) return 'short';
  return 'none';
}

/** "J." in "J. R. Fox"; "I." ends a sentence more often than not. */
function isInitial(token: string): boolean {
  return /^[^\p{L}]*[A-HJ-Z]\.$/u.test(token);
}

function endMark(token: string): SpokenSentence['mark'] {
  if (token.includes('?')) return '?';
  return token.includes('!') ? '!' : '.';
}
