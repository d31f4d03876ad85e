import type { StoryBrief } from '../../story/schema.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { chooseRoute } from './choose-route.ts';
import { LETTERS_PER_TOKEN, TOKENS_OF_PAGE, TOKENS_OF_SHEET, TOKENS_PER_WORD } from './token-sizes.ts';

export type TextUnits = { inputTokens: number; outputTokens: number };

/** Models that think first are billed for their thoughts as for words: less of them for a page than for a story. */
const ROOM_TO_THINK = { page: 4_000, story: 8_000 };
/** An answer of more words than these is about the whole story. */
const WORDS_OF_LONG_PAGE = 700;
/** A writer that does not keep to the length must still be able to end. */
const SLACK = 2;

const USUAL_LETTERS_PER_TOKEN = 4;
const USUAL_THOUGHTS = 600;

/** Letters of rules and of the form, before a word of the request. */
const LETTERS_OF_RULES = 6_000;

/**
 * The most one call may use. The answer's part is also sent as the limit, so that no answer can cost more than was reserved.
 * @param letters of everything that is sent @param words that the answer holds
 * @param maxNewTokens the owner's limit; an answer may always be as long as its form needs, or it could never be read
 */
export function estimateAnswer(
  letters: number,
  words: number,
  maxNewTokens: number = Number.POSITIVE_INFINITY,
  roomToThink: number = Number.POSITIVE_INFINITY,
): TextUnits {
  const needed = Math.ceil(words * TOKENS_PER_WORD);
  const room = Math.min(roomToThink, ROOM_TO_THINK[words > WORDS_OF_LONG_PAGE ? 'story' : 'page']);
  return {
    inputTokens: Math.ceil(letters / LETTERS_PER_TOKEN),
    outputTokens: Math.max(needed, Math.min(needed * SLACK + room, maxNewTokens)),
  };
}

/** What a call usually uses: English, an answer of the length that was asked for, a few thoughts before it. */
function expectAnswer(letters: number, words: number): TextUnits {
  return {
    inputTokens: Math.ceil(letters / USUAL_LETTERS_PER_TOKEN),
    outputTokens: Math.ceil(words * TOKENS_PER_WORD) + USUAL_THOUGHTS,
  };
}

/** How many words' worth the parts of a story are besides their text. */
export const WORDS_OF_PAGE = Math.ceil(TOKENS_OF_PAGE / TOKENS_PER_WORD);
export const WORDS_OF_SHEET = Math.ceil(TOKENS_OF_SHEET / TOKENS_PER_WORD);
export const WORDS_OF_CRITIQUE = 900;
export const WORDS_OF_SUMMARY = 200;
/** Sheets a story usually has. */
const USUAL_CAST = 4;

export function wordsOfOutline(brief: StoryBrief): number {
  return 150 + brief.sceneCount * WORDS_OF_PAGE + (brief.sheets?.length ?? USUAL_CAST) * WORDS_OF_SHEET;
}

/**
 * Every call that a real model's writing of a brief may take, in order, with the most each may use and what it usually uses;
 * no repairs. For quotes: most stories use less, because a good draft is not written again.
 */
export function estimateWriting(
  brief: StoryBrief,
  maxNewTokens?: number,
): { step: string; units: TextUnits; usual: TextUnits }[] {
  const { words, wordsPerScene } = planStoryLength(brief);
  const pages = brief.sceneCount;
  const request = LETTERS_OF_RULES + lettersOfBrief(brief);
  const outline = wordsOfOutline(brief) * 6;
  const text = words * 7 + pages * 400;
  const call = (step: string, letters: number, answerWords: number) => ({
    step,
    units: estimateAnswer(letters, answerWords, maxNewTokens),
    usual: expectAnswer(letters, answerWords),
  });
  const route = chooseRoute(brief, maxNewTokens);
  if (route === 'given-text') {
    const letters = request + Math.min(brief.sourceText?.length ?? 0, pages * 12_000);
    return [call('draft', letters, pages * WORDS_OF_PAGE + USUAL_CAST * WORDS_OF_SHEET)];
  }
  const page = wordsPerScene + WORDS_OF_PAGE;
  const numbers = Array.from({ length: pages }, (_, index) => index + 1);
  const telling =
    route === 'at-once'
      ? [call('draft', request + outline, pages * page)]
      : numbers.map((n) => call(`chapter:${n}`, request + outline + 2_500, page + WORDS_OF_SUMMARY));
  const mending =
    route === 'at-once'
      ? [call('revision', request + text + 4_000, pages * page)]
      : numbers.map((n) => call(`chapter:${n}:revision`, request + wordsPerScene * 21 + 4_000, page));
  return [
    call('outline', request, wordsOfOutline(brief)),
    ...telling,
    call('critique', request + text, WORDS_OF_CRITIQUE),
    ...mending,
  ];
}

function lettersOfBrief({ sourceText, ...brief }: StoryBrief): number {
  return JSON.stringify(brief).length;
}
