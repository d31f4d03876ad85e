import { describe, expect, it } from 'vitest';
import { depictPrompt } from './prompt-depiction.ts';

const depict = (prompt: string) => depictPrompt(prompt, { aspectRatio: '16:9', seed: 5 });

describe('reading a picture prompt', () => {
  it('finds who, where, when and in which weather', () => {
    const depiction = depict(
      'A brave little mouse in a red scarf looks for cheese in a dark forest at night, rain falling',
    );
    expect(depiction.characters.map(({ kind }) => kind)).toEqual(['mouse']);
    expect(depiction.characters[0]?.outfit).toBe('red scarf');
    expect(depiction.setting).toMatchObject({ place: 'forest', timeOfDay: 'night', weather: 'rain' });
    expect(depiction.props).toContain('cheese');
  });

  it('lets the first one named be the hero', () => {
    const { characters } = depict('A girl and her dragon bake a cake in the kitchen');
    expect(characters.map(({ kind, role }) => `${kind} ${role}`)).toEqual(['girl hero', 'dragon companion']);
  });

  it.each([
    ['an astronaut waves', 'space'],
    ['a mermaid sings', 'underwater'],
    ['a penguin dances', 'snow'],
    ['two kids at the library', 'library'],
    ['a farmer and his cow', 'farm'],
    ['a beautiful day', 'meadow'],
  ])('%s happens in %s', (prompt, place) => expect(depict(prompt).setting.place).toBe(place));

  it.each([
    ['happy laughing children', 'happy'],
    ['a sad lonely robot cries', 'sad'],
    ['a sleepy cat yawns', 'sleepy'],
    ['a magical glowing wand', 'magical'],
  ])('%s is %s', (prompt, mood) => expect(depict(prompt).setting.mood).toBe(mood));

  it('makes a thing somebody only when it is called alive', () => {
    expect(depict('a talking teapot sings').characters.map(({ kind }) => kind)).toEqual(['teapot']);
    expect(depict('a girl pours from a teapot').characters.map(({ kind }) => kind)).toEqual(['girl']);
  });

  it('takes the style from the words', () => {
    expect(depict('a fox, watercolor painting').style).toBe('watercolour');
    expect(depict('paper cut-out of a fox').style).toBe('paper');
  });

  it('reads anything at all', () => {
    for (const prompt of ['?', '🦊🦊', 'x'.repeat(5_000), '<svg onload=1>', 'コアラ'])
      expect(depict(prompt).setting.place).toBeDefined();
  });
});
