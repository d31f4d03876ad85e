import { describe, expect, it } from 'vitest';
import { listWords } from '../../../story/reading/split-text.ts';
import { AGE_GROUPS, storyBriefSchema } from '../../../story/schema.ts';
import { PROMPTS } from '../fixtures/prompts.ts';
import { tellStory } from '../tell-story.ts';

const STORIES = PROMPTS.slice(0, 60).map((prompt, index) => {
  const sceneCount = 2 + (index % 11);
  const brief = storyBriefSchema.parse({
    prompt,
    chapters: true,
    sceneCount,
    ageGroup: AGE_GROUPS[index % 3],
  });
  return { prompt, sceneCount, story: tellStory({ ...brief, seed: index }) };
});
const contentWords = (text: string) =>
  new Set((text.toLowerCase().match(/\p{L}{4,}/gu) ?? []).map((word) => word.slice(0, 5)));
const shared = (one: string, other: string) => {
  const words = contentWords(other);
  return [...contentWords(one)].filter((word) => words.has(word)).length;
};

describe('a story in chapters', () => {
  it('has a premise, an outline of as many entries as chapters, up to twelve, and a title for each', () => {
    for (const { story, sceneCount } of STORIES) {
      expect(story.premise).toMatch(/^["“]?\p{Lu}.*\.$/su);
      expect(story.premise).toContain(story.characters[0]?.name);
      expect(story.outline).toHaveLength(sceneCount);
      expect(story.outline?.every((entry) => /^\p{Lu}.*[.!?]$/su.test(entry))).toBe(true);
      const titles = story.scenes.map((scene) => scene.title ?? '');
      expect(new Set(titles).size, titles.join(' / ')).toBe(sceneCount);
      for (const title of titles) {
        expect(title).toMatch(/^\p{Lu}/u);
        expect(title).not.toMatch(/[.{}[\]|]|\b(?:the|a|an|of|to|at|with|his|her)$/i);
        expect(listWords(title).length).toBeLessThanOrEqual(9);
      }
    }
  });

  it('tells in each chapter what the outline says of it, rather than what it says of another', () => {
    let own = 0;
    let others = 0;
    for (const { story } of STORIES) {
      const outline = story.outline ?? [];
      outline.forEach((entry, at) => {
        const text = story.scenes[at]?.text ?? '';
        own += shared(entry, text);
        others += shared(outline[(at + 1) % outline.length] ?? '', text);
      });
      story.scenes.forEach((scene, at) => {
        // What the picture of a chapter shows is one of the turns its outline names, or one named in the chapter before.
        const known = outline.slice(0, at + 1).join(' ');
        expect(known).toContain(scene.summary);
      });
    }
    expect(own).toBeGreaterThan(others * 1.6);
  });

  it('is longer than a picture book of as many pages, and keeps to a length that was asked for', () => {
    const words = (chapters: true | undefined, targetLength?: number) => {
      const brief = storyBriefSchema.parse({ prompt: PROMPTS[0], sceneCount: 6, chapters, targetLength });
      return listWords(
        tellStory({ ...brief, seed: 3 })
          .scenes.map((scene) => scene.text)
          .join(' '),
      ).length;
    };
    expect(words(true)).toBeGreaterThan(1.8 * words(undefined));
    expect(Math.abs(words(true, 900) - 900)).toBeLessThan(90);
  });

  it('has none of it when nobody asked', () => {
    const story = tellStory({ ...storyBriefSchema.parse({ prompt: 'a fox' }), seed: 1 });
    expect(story).not.toHaveProperty('premise');
    expect(story).not.toHaveProperty('outline');
    expect(story.scenes[0]).not.toHaveProperty('title');
  });
});
