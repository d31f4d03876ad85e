import { describe, expect, it } from 'vitest';
import { planStoryLength } from '@/lib/ai/prompts/story-length';
import { AGE_GROUPS, storyBriefSchema } from '@/lib/story/schema';
import { readingMinutes, STORY_LENGTHS, targetWords } from './story-length';

describe('the length of a story', () => {
  it('is the storyteller’s own where nobody chooses', () => {
    expect(targetWords({ ageGroup: '6-8', pages: 4, length: 'usual' })).toBeUndefined();
  });

  it('is counted from the words the storyteller plans', () => {
    for (const ageGroup of AGE_GROUPS) {
      const planned = planStoryLength(
        storyBriefSchema.parse({ prompt: 'x', ageGroup, sceneCount: 10 }),
      ).words;
      expect(targetWords({ ageGroup, pages: 10, length: 'long' })).toBe(Math.round(planned * 1.7));
    }
  });

  it('stays within what may be asked for, and grows with the choice', () => {
    for (const ageGroup of AGE_GROUPS) {
      for (const pages of [1, 2, 4, 12]) {
        const words = STORY_LENGTHS.map((length) => targetWords({ ageGroup, pages, length }) ?? 0);
        for (const count of [words[0] ?? 0, words[2] ?? 0]) {
          expect(count).toBeGreaterThanOrEqual(30);
          expect(count).toBeLessThanOrEqual(3_000);
        }
        expect(words[2]).toBeGreaterThan(words[0] ?? 0);
      }
    }
  });

  it('is told in minutes of reading aloud, at least one', () => {
    expect(readingMinutes({ ageGroup: '3-5', pages: 2, length: 'short' })).toBe(1);
    expect(readingMinutes({ ageGroup: '9-12', pages: 12, length: 'usual' })).toBe(6);
    expect(readingMinutes({ ageGroup: '9-12', pages: 12, length: 'long' })).toBe(11);
  });
});
