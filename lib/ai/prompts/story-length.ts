import type { AgeGroup, StoryBrief } from '../../story/schema.ts';

const WORDS_PER_SCENE: Record<AgeGroup, number> = { '3-5': 28, '6-8': 45, '9-12': 75 };

/** How many words a story has when the brief does not say: what fits under one picture and holds that age's attention. */
export function planStoryLength(brief: StoryBrief): { words: number; wordsPerScene: number } {
  const words = brief.targetLength ?? WORDS_PER_SCENE[brief.ageGroup] * brief.sceneCount;
  return { words, wordsPerScene: Math.max(1, Math.round(words / brief.sceneCount)) };
}
