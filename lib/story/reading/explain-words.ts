import { checkText } from '../../safety/check-text.ts';
import { AGE_GROUPS, type AgeGroup } from '../schema.ts';
import { baseForms } from './base-forms.ts';
import { findNames, plainWord } from './find-names.ts';
import { glossaryMeaning } from './glossary.ts';
import { listWords } from './split-text.ts';
import { factsOfWord, isInAgeList } from './word-facts.ts';
import { lookUpSenses, type PartOfSpeech, type Sense } from './wordnet.ts';

/** `word` as it stands in the text, in small letters; `meaning` one short line that readers of the age understand. */
export type HardWord = { word: string; meaning: string };

/** A page full of underlined words is no story any more. */
const MOST_WORDS = 30;
/** Each word that the glossary lacks is some dozen small reads of files; a given text may have thousands. */
const MOST_ASKED = 150;
const SHORTEST_WORD = 3;

/**
 * The words of a story that its readers may not know, with what they mean: from our glossary, else from WordNet where its
 * line is short and made of words the readers know. Words without such a line are left out, names too. What a line says has
 * passed the guard for the age.
 * @param cast names of the story's characters
 */
export async function explainWords(
  text: string,
  ageGroup: AgeGroup,
  cast: readonly string[] = [],
): Promise<HardWord[]> {
  const names = findNames(text, cast);
  const words = listWords(text);
  const hard = new Map<string, string | undefined>();
  for (const [index, written] of words.entries()) {
    const word = plainWord(written);
    const isKnown = word.length < SHORTEST_WORD || names.has(word) || isInAgeList(word, ageGroup);
    if (!isKnown && !hard.has(word)) hard.set(word, words[index - 1]?.toLowerCase());
    if (hard.size === MOST_ASKED) break;
  }
  const found: HardWord[] = [];
  for (const [word, before] of hard) {
    const meaning = await explainWord(word, ageGroup, before);
    if (meaning !== undefined) found.push({ word, meaning });
    if (found.length === MOST_WORDS) break;
  }
  return found;
}

async function explainWord(
  word: string,
  ageGroup: AgeGroup,
  before: string | undefined,
): Promise<string | undefined> {
  const forms = baseForms(word).filter((form) => form.length >= SHORTEST_WORD);
  const known = forms.map(glossaryMeaning).find((meaning) => meaning !== undefined);
  const meaning = known ?? (await meaningFromWordNet(forms, guessPart(word, before), ageGroup));
  if (meaning === undefined || explainsItself(word, meaning)) return undefined;
  return checkText(meaning, { place: 'page', ageGroup }).allowed ? meaning : undefined;
}

/** What a word mostly is after the one before it; undefined leaves it to how often the word is which. */
function guessPart(word: string, before: string | undefined): PartOfSpeech | undefined {
  if (/ly$/.test(word)) return 'adv';
  if (/^(?:to|he|she|it|they|we|i|you|could|would|will|did|didn't)$/.test(before ?? '')) return 'verb';
  if (/^(?:very|so|too|was|were|felt|looked)$/.test(before ?? '')) return 'adj';
  return undefined;
}

async function meaningFromWordNet(
  forms: readonly string[],
  wanted: PartOfSpeech | undefined,
  ageGroup: AgeGroup,
): Promise<string | undefined> {
  for (const form of forms) {
    const senses = (await lookUpSenses(form)).toSorted(
      (a, b) => Number(b.part === wanted) - Number(a.part === wanted) || b.uses - a.uses,
    );
    const lines = senses.map((sense) => shortenGloss(sense));
    const line = lines.find((one) => one !== undefined && isUnderstood(one, ageGroup));
    if (line !== undefined) return line;
  }
  return undefined;
}

const LONGEST_MEANING_LETTERS = 80;

/** “to shine (as if wet); 'it glistened'” → “to shine”. */
function shortenGloss({ part, gloss }: Sense): string | undefined {
  const plain = (gloss.split(';')[0] ?? '')
    .replace(/\([^)]*\)/g, ' ')
    .replace(/["`]/g, '')
    .replace(/\s+/g, ' ')
    .replace(/ ,/g, ',')
    .trim();
  if (plain === '' || plain.length > LONGEST_MEANING_LETTERS || /[():]/.test(plain)) return undefined;
  return part === 'verb' && !/^to /.test(plain) ? `to ${plain}` : plain;
}

/** An explanation may be a step harder than the story: somebody reads it with the child, or the child is asking. */
function isUnderstood(line: string, ageGroup: AgeGroup): boolean {
  const rank = AGE_GROUPS.indexOf(ageGroup);
  const words = listWords(line);
  const harder = words.filter((word) => factsOfWord(word).ageRank > rank);
  const isOneStep = harder.every((word) => factsOfWord(word).ageRank <= Math.max(1, rank));
  return isOneStep && harder.length <= Math.max(1, words.length / 5) && words.length >= 2;
}

/** “Sharpened” told as “having been sharpened” helps nobody. */
function explainsItself(word: string, meaning: string): boolean {
  const forms = new Set(baseForms(word).filter((form) => form.length > 3));
  return listWords(meaning).some((other) => forms.has(other.toLowerCase()));
}
