import { listWords } from '../../story/reading/split-text.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { findIds } from './mend-draft.ts';
import { findGuardProblem } from './plan-revision.ts';
import type { Page } from './writer-schemas.ts';

/** A mended page that is this much further from its length than the old one has lost or grown something. */
const WORSE_BY = 0.35;

/**
 * The draft with those mended pages that fit it. A page that is empty, that runs away from its length, or that the
 * guardrails would stop where they let the old one through, is not taken: then the old page stands. Pure.
 * @param pages by number from 1
 */
export function takeRevision(
  brief: StoryBrief,
  draft: StoryDraft,
  pages: readonly (Page & { page: number })[],
): StoryDraft {
  const { wordsPerScene } = planStoryLength(brief);
  const missOf = (text: string) => Math.abs(listWords(text).length - wordsPerScene) / wordsPerScene;
  const isUnsafe = findGuardProblem(brief, draft) !== undefined;
  let taken = draft;
  for (const { page, ...mended } of pages) {
    const old = taken.scenes[page - 1];
    const text = mended.text.trim();
    if (!old || text === '' || missOf(text) > missOf(old.text) + WORSE_BY) continue;
    const scene = { ...old, ...mended, text, characterIds: findIds(mended.characterIds, draft.characters) };
    const next = { ...taken, scenes: taken.scenes.map((one, index) => (index === page - 1 ? scene : one)) };
    if (!isUnsafe && findGuardProblem(brief, next)) continue;
    taken = next;
  }
  return taken;
}
