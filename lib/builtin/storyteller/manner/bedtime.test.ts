import { describe, expect, test } from 'vitest';
import { guardDraft } from '../../../safety/guard.ts';
import { measureTone } from '../../../safety/tone.ts';
import { splitSentences } from '../../../story/reading/split-text.ts';
import {
  AGE_GROUPS,
  ENDINGS,
  type StoryBriefInput,
  type StoryDraft,
  storyBriefSchema,
  TONES,
} from '../../../story/schema.ts';
import { PROMPTS } from '../fixtures/prompts.ts';
import { findStoryFaults } from '../fixtures/story-faults.ts';
import { tellStory } from '../tell-story.ts';
import { quieten } from './bedtime.ts';

const tell = (input: StoryBriefInput, seed = 1) => tellStory({ ...storyBriefSchema.parse(input), seed });
const textOf = (story: StoryDraft) => story.scenes.map((scene) => scene.text).join('\n\n');
const SLEEP = /\b(?:sleep|asleep|slept)\b/i;

const BRIEFS = PROMPTS.slice(0, 90).map((prompt, index) => ({
  prompt,
  bedtime: true as const,
  ageGroup: AGE_GROUPS[index % 3],
  tone: TONES[index % TONES.length],
  sceneCount: 1 + (index % 6),
  targetLength: 120 + ((index * 53) % 600),
}));
const STORIES = BRIEFS.map((brief, index) => ({ brief, story: tell(brief, index) }));

describe('a story told before sleep', () => {
  test('ends with sleep, its last sentence and its last picture', () => {
    const awake = STORIES.filter(({ story }) => {
      const last = story.scenes.at(-1);
      const sentences = splitSentences(last?.text ?? '')
        .slice(-2)
        .join(' ');
      return !SLEEP.test(sentences) || (story.scenes.length > 1 && last?.setting.timeOfDay !== 'night');
    });
    expect(awake.map(({ brief, story }) => `${brief.prompt}: …${textOf(story).slice(-160)}`)).toEqual([]);
  });

  test('exclaims nothing, and is calmer than the same story by day', () => {
    for (const { story } of STORIES) expect(textOf(story)).not.toMatch(/!|\p{Lu}{3,}/u);
    const share = (kinds: ('fear' | 'excitement' | 'calm')[], stories: StoryDraft[]) =>
      stories.reduce((sum, story) => {
        const tone = measureTone(textOf(story));
        return sum + kinds.reduce((all, kind) => all + (tone?.[kind] ?? 0), 0);
      }, 0) / stories.length;
    const night = STORIES.map(({ story }) => story);
    const day = BRIEFS.map(({ bedtime, ...brief }, index) => tell(brief, index));
    expect(share(['fear', 'excitement'], night)).toBeLessThan(share(['fear', 'excitement'], day) / 2);
    expect(share(['calm'], night)).toBeGreaterThan(share(['calm'], day) * 1.5);
  });

  test('passes the guardrails of bedtime as it is', () => {
    for (const { brief, story } of STORIES) {
      expect(() => guardDraft(story, storyBriefSchema.parse(brief)), brief.prompt).not.toThrow();
    }
  });

  test('has a lullaby, as many pages as were asked for, and no slip', () => {
    const faulty = STORIES.flatMap(({ brief, story }) => {
      expect(story.musicMood).toBe('lullaby');
      expect(story.scenes).toHaveLength(brief.sceneCount);
      // What was exclaimed once and said once reads alike in a low voice.
      const faults = findStoryFaults(story).filter(
        (fault) => !/^told twice: “\p{L}+,” said \p{L}+\.$/u.test(fault),
      );
      return faults.length > 0 ? [`${JSON.stringify(brief)}: ${faults.join('; ')}`] : [];
    });
    expect(faulty).toEqual([]);
  });

  test.each(ENDINGS)('ends with sleep although the ending is to be %s', (ending) => {
    for (const ageGroup of AGE_GROUPS) {
      const story = tell({
        prompt: 'A knight must stop a grumpy dragon',
        bedtime: true,
        ending,
        ageGroup,
        sceneCount: 3,
      });
      expect(splitSentences(textOf(story)).slice(-2).join(' ')).toMatch(SLEEP);
      expect(textOf(story)).not.toMatch(/[Kk]nock/);
    }
  });

  test('is told by the hero, too', () => {
    const story = tell({ prompt: 'A snail builds a house', bedtime: true, pointOfView: 'first-person' });
    expect(splitSentences(textOf(story)).slice(-2).join(' ')).toMatch(SLEEP);
    expect(textOf(story)).toMatch(/\bI\b/);
  });
});

test('a page is said in a low voice', () => {
  expect(quieten('“HELLO YOU! Stop!” shouted Pip. What?! Suddenly I ran!')).toBe(
    '“Hello you. Stop,” said softly Pip. What? Softly I ran.',
  );
});
