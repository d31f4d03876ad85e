import { describe, expect, test } from 'vitest';
import { type CharacterSheet, type StoryBriefInput, storyBriefSchema } from '../../../story/schema.ts';
import { findStoryFaults } from '../fixtures/story-faults.ts';
import { tellStory } from '../tell-story.ts';

const tell = (input: StoryBriefInput, seed: number) => tellStory({ ...storyBriefSchema.parse(input), seed });
const SEEDS = Array.from({ length: 8 }, (_, seed) => seed);
const FIRST = 'Nova the brave little fox and Bram the badger look for a lost lantern';
const NEXT = [
  'a day at the sea',
  'Nova finds a treasure map',
  'Bram is afraid of thunder',
  'a lost kitten needs help',
  'they build a boat with Grandpa',
  'The dragon Ember wants to fly',
  'A birthday surprise for Bram',
];

/** The sheet as a finished story keeps it, colours and all. */
const withColours = (sheet: CharacterSheet): CharacterSheet => ({
  ...sheet,
  palette: ['#aa5511', '#ffffff'],
});
const wordsOf = (story: ReturnType<typeof tell>) => story.scenes.map(({ text }) => text).join('\n');

describe('a story that goes on from another', () => {
  test.each(NEXT)('keeps everybody word for word: %s', (prompt) => {
    for (const seed of SEEDS) {
      const sheets = tell({ prompt: FIRST }, seed).characters.map(withColours);
      const story = tell({ prompt, sheets, before: 'They found the lantern.' }, seed + 100);
      for (const sheet of sheets) expect(story.characters).toContainEqual(sheet);
      expect(story.characters[0]).toEqual(sheets[0]);
      expect(story.characters.filter(({ role }) => role === 'hero')).toHaveLength(1);
      expect(findStoryFaults(story)).toEqual([]);
      expect(wordsOf(story)).toContain('Nova');
    }
  });

  test('keeps whom somebody else has drawn, of whatever kind', () => {
    const sheet = {
      id: 'captain-zoom',
      name: 'Captain Zoom',
      kind: 'axolotl',
      role: 'hero' as const,
      pronoun: 'they' as const,
      description: 'A pink axolotl with feathery gills and a brass telescope.',
      outfit: 'a sea-blue coat',
      palette: ['#ff88aa'],
      seed: 11,
    };
    for (const seed of SEEDS) {
      const story = tell({ prompt: 'a storm on the river', sheets: [sheet] }, seed);
      expect(story.characters[0]).toEqual(sheet);
      for (const scene of story.scenes) expect(scene.characterIds[0]).toBe('captain-zoom');
      expect(wordsOf(story)).toContain('Captain Zoom');
      expect(wordsOf(story)).not.toMatch(/\b(?:his|her)\b[^.]*Captain Zoom/);
    }
  });

  test('friends come along, or those of them who are named', () => {
    const sheets = tell(
      { prompt: 'Nova the fox, Bram the badger and Lila the hen sail to an island' },
      3,
    ).characters;
    const ids = (prompt: string, seed: number) =>
      new Set(
        tell({ prompt, sheets, sceneCount: 6 }, seed).scenes.flatMap(({ characterIds }) => characterIds),
      );
    for (const seed of SEEDS) {
      const both = ids('a walk in the snow', seed);
      expect([both.has('bram'), both.has('lila')]).toEqual([true, true]);
      const one = ids('Nova and Lila go to the market', seed);
      expect([one.has('bram'), one.has('lila')]).toEqual([false, true]);
    }
  });

  test('somebody new has a name and an id of their own', () => {
    const sheets = tell({ prompt: FIRST }, 5).characters;
    for (const seed of SEEDS) {
      const { characters } = tell({ prompt: 'a new fox comes to the forest', sheets }, seed);
      expect(new Set(characters.map(({ id }) => id)).size).toBe(characters.length);
    }
  });

  test('the same brief and seed give the same story', () => {
    const sheets = tell({ prompt: FIRST }, 1).characters;
    expect(tell({ prompt: 'a day at the sea', sheets }, 2)).toEqual(
      tell({ prompt: 'a day at the sea', sheets }, 2),
    );
  });
});
