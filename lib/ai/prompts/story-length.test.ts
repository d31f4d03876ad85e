import { expect, test } from 'vitest';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import { planStoryLength } from './story-length.ts';

test.each<[string, Partial<StoryBriefInput>, number, number]>([
  ['as it was asked for', { targetLength: 400, sceneCount: 8 }, 400, 50],
  ['by age and pages', { ageGroup: '3-5', sceneCount: 4 }, 112, 28],
  ['more in chapters', { ageGroup: '6-8', sceneCount: 4, chapters: true }, 340, 85],
  [
    'more for grown readers, whatever the age group says',
    { ageGroup: '3-5', audience: 'adults', sceneCount: 2 },
    210,
    105,
  ],
  ['no more for children', { ageGroup: '6-8', audience: 'children', sceneCount: 2 }, 90, 45],
  ['at least a word on a page', { targetLength: 30, sceneCount: 12 }, 30, 3],
])('a story is as long %s', (_, more, words, wordsPerScene) => {
  const brief = storyBriefSchema.parse({ prompt: 'A fox', ...more });
  expect(planStoryLength(brief)).toEqual({ words, wordsPerScene });
});
