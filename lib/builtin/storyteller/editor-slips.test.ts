import { describe, expect, it } from 'vitest';
import { AGE_GROUPS, type StoryDraft, storyBriefSchema, TONES } from '../../story/schema.ts';
import { withArticle } from './grammar.ts';
import { tellStory } from './tell-story.ts';
import { understandPrompt } from './understand-prompt/understand-prompt.ts';

const textOf = (story: StoryDraft) => story.scenes.map((scene) => scene.text).join('\n\n');
const read = (prompt: string) => understandPrompt(storyBriefSchema.parse({ prompt }));

/** A prompt at every age, in several tones and lengths. */
function tellMany(prompt: string): StoryDraft[] {
  return AGE_GROUPS.flatMap((ageGroup, age) =>
    [1, 2, 3, 4].map((seed) =>
      tellStory({
        ...storyBriefSchema.parse({
          prompt,
          ageGroup,
          tone: TONES[(seed + age) % TONES.length],
          sceneCount: 1 + ((seed * 2 + age) % 7),
        }),
        seed,
      }),
    ),
  );
}

describe('what an editor would strike out', () => {
  it.each([
    ['A grandma named Grandma Ruth finds a golden key', 'Grandma Ruth'],
    ['Detective Sam solves the case of the missing pie', 'Detective Sam'],
    ['A shy detective named Detective Sam', 'Detective Sam'],
  ])('never says twice what somebody is: %s', (prompt, name) => {
    for (const story of tellMany(prompt)) {
      expect(story.characters[0]?.name).toBe(name);
      expect(textOf(story)).not.toMatch(/\b(named|called) (Grandma|Detective)\b/);
      expect(textOf(story)).not.toMatch(/Ruth was h/);
    }
  });

  it('gives "the" to whoever is the only one of a sort', () => {
    expect(withArticle('last dinosaur')).toBe('the last dinosaur');
    expect(withArticle('smallest penguin')).toBe('the smallest penguin');
    expect(withArticle('honest fox')).toBe('an honest fox');
    for (const story of tellMany('Bella, the last dinosaur, looks for a friend')) {
      expect(textOf(story)).toMatch(/the last dinosaur/i);
      expect(textOf(story)).not.toMatch(/\ba last dinosaur/i);
    }
  });

  it('ends a fear where the next deed begins', () => {
    expect(read('An owl who is afraid of the dark makes friends with a firefly').fear).toBe('the dark');
    expect(read('A bear afraid of thunder helps a lost chick').fear).toBe('thunder');
    expect(read('A boy who is scared of going to school').fear).toBe('going to school');
  });
});
