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

  it.each([
    ['An octopus who plays eight instruments', 'played eight instruments', 'instrument'],
    ['a fox who paints the stars', 'painted the stars', 'star'],
    ['A fox who paints the stars loses his brush', 'painted the stars', 'star'],
    ['a dragon who collects teacups', 'collected teacups', 'teacup'],
    ['a snail with a rocket on its back', 'had a rocket on (her|his|its|their) back', 'rocket'],
    ['Grandma Ruth, who knits scarves for trees', 'knitted scarves for trees', 'scarf'],
  ])('weaves in what the prompt tells of the hero: %s', (prompt, told, thing) => {
    for (const story of tellMany(prompt)) {
      expect(textOf(story)).toMatch(new RegExp(told));
      const page = story.scenes.find((scene) => new RegExp(told).test(scene.text));
      expect(page?.props.some((prop) => prop.startsWith(thing))).toBe(true);
    }
  });

  it('leaves what the plot is about to the plot', () => {
    expect(read('a robot that cannot dance').habit).toBeUndefined();
    expect(read('An owl who is afraid of the dark').habit).toBeUndefined();
    expect(read('a cat who loves to paint').habit?.past).toBe('loved to paint');
    expect(read('a cat who loves to paint').deed).toBeUndefined();
    const [company] = tellMany('a girl with a talking umbrella');
    expect(company?.characters.map((sheet) => sheet.kind)).toContain('umbrella');
  });

  it('remembers a given trait at the end of a story with room for it', () => {
    for (const seed of [1, 2, 3, 4, 5, 6]) {
      const brief = storyBriefSchema.parse({ prompt: 'A grumpy cat finds a golden bell', sceneCount: 6 });
      expect(tellStory({ ...brief, seed }).scenes.at(-1)?.text).toMatch(/grumpy/);
    }
  });

  it('opens differently for other seeds', () => {
    for (const prompt of [
      'A fox finds a golden key',
      'A grumpy cat learns to share',
      'a bear who plays the drum',
    ]) {
      const openings = [1, 2, 3, 4, 5, 6].map((seed) => {
        const brief = storyBriefSchema.parse({ prompt, sceneCount: 3 });
        const story = tellStory({ ...brief, seed });
        const name = story.characters[0]?.name ?? '';
        return story.scenes[0]?.text.replaceAll(name, '').split(' ').slice(0, 4).join(' ');
      });
      expect(new Set(openings).size, openings.join(' / ')).toBeGreaterThanOrEqual(3);
    }
  });

  it.each([
    ['A grumpy cat learns to share his cushion', /cushion/, /seesaw|kite|drum|boat/],
    ['A bear who will not share her honey cookies', /plate of honey cookies/, /seesaw|kite|drum/],
    ['Two rabbits in a race on scooters', /scooter/, /raft|sledge|cart\b/],
    ['A hare plants a giant turnip', /turnip/, /sunflower|pumpkin/],
  ])('tells of the thing the prompt names: %s', (prompt, thing, other) => {
    for (const story of tellMany(prompt)) {
      expect(textOf(story)).toMatch(thing);
      expect(textOf(story)).not.toMatch(other);
    }
  });

  it('keeps what follows a title, and calls the family by its own names', () => {
    expect(read('Captain Coral sails to the moon').hero?.name).toBe('Captain Coral');
    expect(read('Captain Coral sails to the moon').places[0]).toBe('space');
    expect(read('The pirate island').hero?.name).toBeUndefined();
    for (const story of tellMany('Yuki plants a cherry tree with her grandpa')) {
      expect(story.characters[1]).toMatchObject({ name: 'Grandpa', kind: 'grandpa' });
      expect(textOf(story)).not.toMatch(/\ba grandpa\b/i);
    }
    expect(read('A kitten who is allergic to fish discovers an island').habit?.past).toBe(
      'was allergic to fish',
    );
  });
});
