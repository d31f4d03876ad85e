import type { StoryBrief } from '../../story/schema.ts';
import { planStoryLength } from '../prompts/story-length.ts';
import { TOKENS_OF_PAGE, TOKENS_PER_WORD } from './token-sizes.ts';

/** How a real model gets to a whole story. */
export type WritingRoute = 'given-text' | 'at-once' | 'page-by-page';

/** Beyond this many words one answer grows thin towards its end, and one slip in its JSON costs everything. */
const MOST_WORDS_AT_ONCE = 1_200;

/** @param maxNewTokens what one answer may hold; a small limit means page by page whatever the length */
export function chooseRoute(brief: StoryBrief, maxNewTokens?: number): WritingRoute {
  if (brief.sourceText !== undefined) return 'given-text';
  const { words } = planStoryLength(brief);
  const tokens = words * TOKENS_PER_WORD + brief.sceneCount * TOKENS_OF_PAGE;
  const isLong =
    brief.chapters === true ||
    words > MOST_WORDS_AT_ONCE ||
    tokens > (maxNewTokens ?? Number.POSITIVE_INFINITY);
  // One page is one answer either way.
  return isLong && brief.sceneCount > 1 ? 'page-by-page' : 'at-once';
}
