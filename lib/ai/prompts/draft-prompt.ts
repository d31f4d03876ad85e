import type { StoryBrief } from '../../story/schema.ts';
import type { Outline } from '../writer/writer-schemas.ts';
import { outlineLines } from './outline-prompt.ts';
import { CRAFT_RULES, SAFETY_RULES, SCENE_FIELDS } from './safety-rules.ts';
import { buildStoryPrompt } from './story-prompt.ts';

/** Purpose: tells every page of a planned story at once, with what the picture of each page shows. */
export const DRAFT_INSTRUCTIONS = `You write picture books that are read aloud to children.

${CRAFT_RULES}

${SAFETY_RULES}

Fields
- scenes: one for each page of the plan, in order, telling what the plan says of it. ${SCENE_FIELDS}`;

/** The whole request again, and the plan that was made of it. */
export function buildDraftPrompt(brief: StoryBrief, outline: Outline): string {
  return ['Write the story.', buildStoryPrompt(brief), ...outlineLines(outline)].join('\n');
}
