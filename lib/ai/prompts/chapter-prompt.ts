import type { StoryBrief } from '../../story/schema.ts';
import type { Outline } from '../writer/writer-schemas.ts';
import { markData } from './as-data.ts';
import { outlineLines } from './outline-prompt.ts';
import { CRAFT_RULES, SAFETY_RULES, SCENE_FIELDS } from './safety-rules.ts';
import { buildStoryPrompt } from './story-prompt.ts';

/**
 * Purpose: tells one page of a long story. What came before is known from the plan, a running summary and the last
 * paragraph, so that the twelfth page costs no more than the second and still goes on where the eleventh ended.
 */
export const CHAPTER_INSTRUCTIONS = `You write a long story for reading aloud, one page at a time.

${CRAFT_RULES}

${SAFETY_RULES}

Fields
- ${SCENE_FIELDS}
- soFar: what has happened up to the end of this page, at most 120 words: who knows what, where everybody is, what was promised, found or lost, and words or jokes that may come back. Whoever writes the next page knows nothing else.

Go on from the last paragraph without repeating it. Do not tell what belongs to a later page. Keep to the length asked for this page.`;

export type ChapterSoFar = { soFar: string; lastParagraph: string };

/** @param page counted from 0 @param words how long this page is to be */
export function buildChapterPrompt(
  brief: StoryBrief,
  outline: Outline,
  page: number,
  words: number,
  before: ChapterSoFar | undefined,
): string {
  const isLast = page === outline.pages.length - 1;
  return [
    `Write page ${page + 1} of ${outline.pages.length}, about ${words} words.`,
    ...(page === 0 ? ['It is the beginning.'] : []),
    ...(isLast ? ['It is the end: what was asked at the beginning is answered.'] : []),
    buildStoryPrompt(brief),
    ...outlineLines(outline),
    ...(before
      ? [
          'What has been told until now, and its last paragraph:',
          ...markData('story', [before.soFar, '', before.lastParagraph]),
        ]
      : []),
  ].join('\n');
}
