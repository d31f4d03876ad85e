import type { AgeGroup, StoryBrief } from '../../story/schema.ts';

const WORDS_PER_SCENE: Record<AgeGroup, number> = { '3-5': 28, '6-8': 45, '9-12': 75 };
/** A chapter is more than a page of a picture book. */
const WORDS_PER_CHAPTER: Record<AgeGroup, number> = { '3-5': 55, '6-8': 85, '9-12': 130 };
/** Grown readers, who have the oldest group's story, stay longer with a page. */
const OLDER_SHARE = 1.4;

/** How many words a story has when the brief does not say: what fits under one picture and holds that age's attention. */
export function planStoryLength(brief: StoryBrief): { words: number; wordsPerScene: number } {
  const isOlder = brief.audience !== undefined && brief.audience !== 'children';
  const perScene = (brief.chapters ? WORDS_PER_CHAPTER : WORDS_PER_SCENE)[isOlder ? '9-12' : brief.ageGroup];
  const words = brief.targetLength ?? Math.round(perScene * (isOlder ? OLDER_SHARE : 1) * brief.sceneCount);
  return { words, wordsPerScene: Math.max(1, Math.round(words / brief.sceneCount)) };
}
