import type { StoryBrief } from '../../story/schema.ts';
import type { Outline } from '../writer/writer-schemas.ts';
import { markData } from './as-data.ts';
import { CRAFT_RULES, SAFETY_RULES, SHEET_FIELDS } from './safety-rules.ts';
import { buildStoryPrompt, describeSheet } from './story-prompt.ts';

/**
 * Purpose: the first call. A story is thought through before a word of it is told, and its characters are settled once:
 * every later call gets this plan and may not change it.
 */
export const OUTLINE_INSTRUCTIONS = `You plan picture books before they are written.

${CRAFT_RULES}

${SAFETY_RULES}

Fields
- title: at most eight words, without quotation marks.
- premise: two sentences at most: who it is about and what they want, and what stands in the way.
- change: one sentence: what is different at the end, in the hero or around them.
- moral: one warm sentence for the last page.
- characters: everybody who will be seen in any picture. ${SHEET_FIELDS}
- pages: one for each scene asked for, in order. Each happens because of the one before it; the last answers the first.
- title of a page: at most seven words, no number, no word "chapter", and it does not give the turn away.
- happens: one or two sentences in the present tense: who does what where. Every wish of the request has its page.
- changes: what this page changes for the hero, in a few words.`;

export function buildOutlinePrompt(brief: StoryBrief): string {
  return `Plan the premise and exactly ${brief.sceneCount} pages.\n${buildStoryPrompt(brief)}`;
}

/** The plan as every later call gets it: data, because a model wrote it after reading a stranger's words. */
export function outlineLines(outline: Outline): string[] {
  return [
    'The plan to follow: one scene for each page, in this order. Its characters are settled.',
    ...markData('outline', [
      `Title: ${outline.title}`,
      `Premise: ${outline.premise}`,
      `What changes: ${outline.change}`,
      ...outline.pages.map(
        ({ title, happens, changes }, index) =>
          `${index + 1}. ${title}: ${happens}${changes === '' ? '' : ` (${changes})`}`,
      ),
    ]),
    ...markData(
      'cast',
      outline.characters.map((sheet) => describeSheet(sheet)),
    ),
  ];
}
