import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import type { RevisionPlan } from '../writer/plan-revision.ts';
import { markData } from './as-data.ts';
import { draftLines } from './critique-prompt.ts';
import { CRAFT_RULES, SAFETY_RULES, SCENE_FIELDS } from './safety-rules.ts';
import { planStoryLength } from './story-length.ts';
import { buildStoryPrompt, describeSheet } from './story-prompt.ts';

/** Purpose: mends the pages an editor marked, once, and leaves every other page as it is. */
export const REVISION_INSTRUCTIONS = `You revise picture books that are read aloud to children.

You get a draft and an editor's notes. Write again only the pages you are asked for; all others stay as they are, so what you write must join them without a seam. Do what the notes ask, keep what was good, and change nothing else: names, looks, what happens in which order, and what later pages rely on stay.

${CRAFT_RULES}

${SAFETY_RULES}

Fields
- pages: those you were asked for. page is the page's number. ${SCENE_FIELDS}`;

/** @param pages numbers from 1, a part of those in the plan when they are mended one by one */
export function buildRevisionPrompt(
  brief: StoryBrief,
  draft: StoryDraft,
  plan: RevisionPlan,
  pages: readonly number[],
): string {
  const { wordsPerScene } = planStoryLength(brief);
  const notes = plan.notes.filter(({ page }) => page === 0 || pages.includes(page));
  return [
    `Write these pages again, about ${wordsPerScene} words each: ${pages.join(', ')}.`,
    buildStoryPrompt(brief),
    ...markData('cast', draft.characters.map(describeSheet)),
    ...draftLines(around(draft, pages)),
    'The editor’s notes; page 0 is the whole story:',
    ...markData(
      'notes',
      notes.map(({ page, problem, fix }) => `Page ${page}: ${problem} → ${fix}`),
    ),
  ].join('\n');
}

/** A story beyond this many words is shown as the pages meant and their neighbours; of the others what is seen says enough. */
const SHOWN_WHOLE_WORDS = 1_200;

function around(draft: StoryDraft, pages: readonly number[]): StoryDraft {
  const words = draft.scenes.reduce((sum, scene) => sum + scene.text.split(/\s+/).length, 0);
  if (words <= SHOWN_WHOLE_WORDS) return draft;
  const isNear = (page: number) => pages.some((one) => Math.abs(one - page) <= 1);
  const scenes = draft.scenes.map((scene, index) =>
    isNear(index + 1) ? scene : { ...scene, text: '[left out]' },
  );
  return { ...draft, scenes };
}
