import { wholeOf } from '../../builtin/softener/draft-texts.ts';
import { createCheck } from '../../builtin/softener/find-faults.ts';
import { listWords } from '../../story/reading/split-text.ts';
import type { SceneDraft, StoryBrief, StoryDraft } from '../../story/schema.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { findIds } from './mend-draft.ts';
import type { Page } from './writer-schemas.ts';

/** A mended page that is this much further from its length than the old one has lost or grown something. */
const WORSE_BY = 0.35;

/**
 * The draft with those mended pages that fit it. A page that is empty, that runs away from its length, or that the
 * guardrails would stop where they let the old one through, is not taken: then the old page stands. One that the guardrails let
 * through where they stopped the old one is taken whatever its length. Pure.
 * @param pages by number from 1
 */
export function takeRevision(
  brief: StoryBrief,
  draft: StoryDraft,
  pages: readonly (Page & { page: number })[],
): StoryDraft {
  const { wordsPerScene } = planStoryLength(brief);
  const missOf = (text: string) => Math.abs(listWords(text).length - wordsPerScene) / wordsPerScene;
  const check = createCheck(brief);
  const isHarmful = ({ title = '', text, summary, props }: SceneDraft) =>
    [title, text, summary, ...props].some((one) => check(one) !== undefined);
  const isHarmfulAsWhole = (story: StoryDraft) => check(wholeOf(story), 'story') !== undefined;
  let taken = draft;
  let isWholeHarmful = isHarmfulAsWhole(draft);
  for (const { page, ...mended } of pages) {
    const old = taken.scenes[page - 1];
    const text = mended.text.trim();
    if (!old || text === '') continue;
    const scene = { ...old, ...mended, text, characterIds: findIds(mended.characterIds, draft.characters) };
    const [was, is] = [isHarmful(old), isHarmful(scene)];
    if (is && !was) continue;
    if (is === was && missOf(text) > missOf(old.text) + WORSE_BY) continue;
    const next = { ...taken, scenes: taken.scenes.map((one, index) => (index === page - 1 ? scene : one)) };
    const isNextHarmful = isHarmfulAsWhole(next);
    if (isNextHarmful && !isWholeHarmful) continue;
    taken = next;
    isWholeHarmful = isNextHarmful;
  }
  return taken;
}
