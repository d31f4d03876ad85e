import { describe, expect, it } from 'vitest';
import { planStoryLength } from '@/lib/ai/prompts/story-length';
import { AGE_GROUPS, storyBriefSchema } from '@/lib/story/schema';
import { formatMinutes, readingMinutes, STORY_LENGTHS, targetWords } from './story-length';

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

  it('is told in half minutes of reading aloud', () => {
    const minutes = (ageGroup: '3-5' | '6-8' | '9-12', pages: number, length: 'short' | 'usual' | 'long') =>
      formatMinutes(readingMinutes({ ageGroup, pages, length }));
    expect(minutes('3-5', 2, 'short')).toBe('½ min');
    expect(minutes('6-8', 4, 'short')).toBe('1 min');
    expect(minutes('6-8', 4, 'usual')).toBe('1½ min');
    expect(minutes('9-12', 12, 'long')).toBe('11 min');
  });
});
