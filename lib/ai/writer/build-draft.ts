import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { mendDraft } from './mend-draft.ts';
import { type Outline, type Page, toSheet } from './writer-schemas.ts';

/**
 * A whole draft of a plan and its told pages. Only who asked for chapters gets their titles and the plan beside them.
 * @throws AppError `provider_bad_output` when it does not fit the brief
 */
export function buildDraft(brief: StoryBrief, outline: Outline, pages: readonly Page[]): StoryDraft {
  const { title, moral, musicMood, premise, characters } = outline;
  const told = {
    title,
    ...(brief.chapters && { premise, outline: outline.pages.map((page) => page.happens) }),
    moral,
    musicMood,
    characters: characters.map(toSheet),
    scenes: pages.map((page, index) => ({
      ...(brief.chapters && { title: outline.pages[index]?.title }),
      ...page,
    })),
  };
  return mendDraft(told, brief);
}
