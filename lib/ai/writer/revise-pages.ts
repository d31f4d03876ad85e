import type { StoryDraft } from '../../story/schema.ts';
import { buildRevisionPrompt, REVISION_INSTRUCTIONS } from '../prompts/revision-prompt.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { askWriter, type Writer } from './ask-writer.ts';
import { WORDS_OF_PAGE } from './estimate-writing.ts';
import type { RevisionPlan } from './plan-revision.ts';
import { type Page, revisionSchema } from './writer-schemas.ts';

/**
 * Has pages written again as an editor's notes ask. Pages nobody asked for are left out.
 * @param pages numbers from 1: all of the plan, or one of a long story
 * @throws AppError as `askWriter`
 */
export async function revisePages(
  writer: Writer,
  draft: StoryDraft,
  plan: RevisionPlan,
  pages: readonly number[],
  step: string,
): Promise<(Page & { page: number })[]> {
  const { brief } = writer;
  const revision = await askWriter(writer, {
    step,
    instructions: REVISION_INSTRUCTIONS,
    prompt: buildRevisionPrompt(brief, draft, plan, pages),
    schema: revisionSchema,
    name: 'revision',
    words: pages.length * (planStoryLength(brief).wordsPerScene + WORDS_OF_PAGE),
    check: (answer) =>
      answer.pages.some(({ page }) => pages.includes(page))
        ? []
        : [`pages: page ${pages.join(', ')} was asked for and is not there.`],
  });
  return revision.pages.filter(({ page }) => pages.includes(page));
}
