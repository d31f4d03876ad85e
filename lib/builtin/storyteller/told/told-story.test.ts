import { describe, expect, test } from 'vitest';
import { type StoryBriefInput, storyBriefSchema } from '../../../story/schema.ts';
import { findStoryFaults } from '../fixtures/story-faults.ts';
import { tellStory } from '../tell-story.ts';

const BRIEF: StoryBriefInput = {
  prompt: 'A small red dragon loses her lantern.',
  title: 'The Lost Lantern',
  sceneCount: 4,
  cast: [
    {
      name: 'Ember',
      description: 'a small red dragon with a torn wing; afraid of the dark',
      arc: 'learns to ask for help',
    },
    { name: 'Pip', description: 'a tiny mouse with round glasses', relationships: ['Ember’s best friend'] },
    {
      name: 'the grumpy wizard',
      description: 'lives in a tower and collects lanterns',
      arc: 'becomes a friend',
    },
  ],
  locations: ['the Crystal Cave', 'a tall tower'],
  themes: ['friendship', 'asking for help'],
  plotPoints: [
    'Ember loses her lantern in the Crystal Cave',
    'Pip finds tiny footprints',
    'They climb the tall tower of the grumpy wizard',
    'The grumpy wizard gives the lantern back and they have tea together',
  ],
};
const tell = (input: StoryBriefInput, seed: number) => tellStory({ ...storyBriefSchema.parse(input), seed });
const SEEDS = Array.from({ length: 15 }, (_, seed) => seed);
const textOf = (story: ReturnType<typeof tell>) => story.scenes.map((scene) => scene.text).join(' ');

describe('a story that a conversation told', () => {
  test('keeps its title, and everybody is a sheet under their name with their looks', () => {
    for (const seed of SEEDS) {
      const story = tell(BRIEF, seed);
      expect(story.title).toBe('The Lost Lantern');
      const [ember, pip, wizard] = story.characters;
      expect(ember).toMatchObject({ name: 'Ember', kind: 'dragon', role: 'hero', pronoun: 'she' });
      expect(ember?.description).toMatch(/small red dragon with a torn wing.*red scales/);
      expect(pip).toMatchObject({ name: 'Pip', kind: 'mouse', role: 'companion', outfit: 'round glasses' });
      expect(wizard).toMatchObject({ name: 'Grumpy Wizard', kind: 'wizard' });
    }
  });

  test('tells its points in order, in the past, at their places, with who belongs to whom and how they change', () => {
    for (const seed of SEEDS) {
      const story = tell(BRIEF, seed);
      const text = textOf(story);
      const told = [
        'Ember lost her lantern in the Crystal Cave.',
        'Pip found tiny footprints.',
        'climbed the tall tower of the grumpy wizard.',
        'the grumpy wizard gave the lantern back and they had tea together.',
        'Ember learned to ask for help.',
      ].map((sentence) => text.indexOf(sentence));
      expect(told.every((at) => at >= 0)).toBe(true);
      expect(told).toEqual(told.toSorted((a, b) => a - b));
      expect(text).toContain('Pip, a tiny mouse with round glasses, was Ember’s best friend.');
      expect(text).toContain('The grumpy wizard became a friend.');
      expect(story.scenes[0]?.setting.place).toBe('cave');
      expect(story.moral).toBe('A story about friendship and asking for help.');
      expect(story.scenes).toHaveLength(4);
      expect(findStoryFaults(story)).toEqual([]);
    }
  });

  test('has as many pages as were asked for, however little was told', () => {
    for (const sceneCount of [1, 2, 6, 12]) {
      const story = tell({ ...BRIEF, sceneCount, plotPoints: BRIEF.plotPoints?.slice(0, 2) }, 3);
      expect(story.scenes).toHaveLength(sceneCount);
    }
  });

  test('with a cast alone a plot is found for it, and nobody is left out', () => {
    for (const seed of SEEDS) {
      const story = tell({ ...BRIEF, plotPoints: ['Ember builds a kite'] }, seed);
      expect(textOf(story)).toContain('Ember built a kite.');
      expect(story.characters.map((sheet) => sheet.name)).toEqual(
        expect.arrayContaining(['Ember', 'Pip', 'Grumpy Wizard']),
      );
    }
  });

  test('marks of our own notation in somebody’s words do no harm', () => {
    const story = tell({ ...BRIEF, plotPoints: ['Ember {finds} a [red|blue] <box>', 'Pip opens it'] }, 1);
    expect(textOf(story)).toMatch(/Ember found a red blue box\./);
  });

  test('what a hero is given is of use before the end, and is not told twice', () => {
    const cast = [{ name: 'Tom', description: 'a small boy, has magic boots' }];
    const plotPoints = ['Tom loses his way in the forest', 'Tom climbs out of a deep hole'];
    for (const seed of SEEDS) {
      const told = textOf(tell({ prompt: 'Tom', cast, plotPoints, sceneCount: 3 }, seed));
      expect(told).toContain('Tom remembered the magic boots, and they were just what was needed.');
      const own = textOf(tell({ prompt: 'Tom', cast, plotPoints: ['Tom bakes bread'], sceneCount: 4 }, seed));
      expect(own).toContain('Tom remembered the magic boots');
      const said = [...plotPoints, 'The boots carry Tom home'];
      expect(textOf(tell({ prompt: 'Tom', cast, plotPoints: said, sceneCount: 3 }, seed))).not.toContain(
        'remembered',
      );
    }
  });

  test('what was noted of somebody is told clause by clause, and nobody is said to be what they are called', () => {
    const cast = [
      { name: 'Tom', description: 'a small boy, has magic boots, brave' },
      { name: 'the dragon', description: 'a dragon' },
      { name: 'Omar', description: 'a kind tailor', relationships: ["Tom's friend"] },
    ];
    const plotPoints = ['Tom meets the dragon', 'Omar sews a cape for the dragon'];
    for (const seed of SEEDS) {
      const story = tell({ prompt: 'Tom', cast, plotPoints, sceneCount: 3 }, seed);
      const text = textOf(story);
      expect(text).toMatch(
        /a small boy named Tom\. Tom had magic boots\.|Tom was a small boy\.|he had magic boots/i,
      );
      expect(text).not.toMatch(/, had |dragon was a dragon/);
      expect(text).toMatch(/brave\./);
      expect(story.characters.find(({ name }) => name === 'Omar')?.pronoun).toBe('he');
    }
  });

  test('"her friend Omar" tells of a heroine', () => {
    const cast = [
      { name: 'Kiki', description: 'a bird' },
      { name: 'Omar', description: 'a kind tailor', relationships: ["Kiki's friend"] },
    ];
    const words = ['a bird called Kiki', 'Her friend Omar sews a new feather'];
    for (const seed of SEEDS) {
      const story = tell(
        { prompt: 'Kiki', cast, words, plotPoints: ['Kiki falls', 'Omar sews a feather'] },
        seed,
      );
      expect(story.characters.find(({ name }) => name === 'Kiki')?.pronoun).toBe('she');
    }
  });

  test('a turn that simply goes on is not gasped at', () => {
    const plotPoints = ['Ember and Pip bake bread', 'Pip sweeps the floor', 'They sit in the sun'];
    for (const seed of SEEDS) {
      const text = textOf(tell({ ...BRIEF, plotPoints }, seed));
      expect(text).not.toMatch(/What now|did not expect|Oh!|changes everything|seen that coming|heart beat/);
    }
  });
});
