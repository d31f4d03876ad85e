import { describe, expect, it } from 'vitest';
import { readTerms } from './terms.ts';
import { understandPrompt } from './understand-prompt.ts';

const read = (prompt: string) => understandPrompt({ prompt, characters: [] });

describe('understandPrompt', () => {
  it('finds hero, adjectives and wish', () => {
    expect(read('A brave little mouse looks for a magical cheese')).toMatchObject({
      hero: { kind: 'mouse', adjectives: ['brave', 'little'] },
      wish: { phrase: 'magical cheese', noun: 'cheese', article: 'a' },
    });
  });

  it('keeps companions, relations and the place by its own name', () => {
    const reading = read('Nova the fox and her robot friend Bip explore a candy galaxy');
    expect(reading.hero).toMatchObject({ name: 'Nova', kind: 'fox', pronoun: 'she' });
    expect(reading.companions).toMatchObject([{ name: 'Bip', kind: 'robot' }]);
    expect(reading).toMatchObject({ placeName: 'candy galaxy', places: ['candy-land', 'space'] });
  });

  it('tells opponents, those in need, receivers and fears from companions', () => {
    expect(read('A knight must stop a grumpy dragon').opponent).toMatchObject({ kind: 'dragon' });
    expect(read('A princess helps a lost baby whale').needy).toMatchObject({ kind: 'whale' });
    expect(read('a birthday surprise for grandpa').receiver).toMatchObject({ kind: 'grandpa' });
    expect(read('my daughter Mia is afraid of the dark')).toMatchObject({
      fear: 'the dark',
      hero: { name: 'Mia', pronoun: 'she' },
    });
  });

  it('understands shouting, slips, emoji, other languages and instructions', () => {
    expect(read('THE PENGUIN WHO WANTED TO FLY')).toMatchObject({
      hero: { kind: 'penguin' },
      deed: { base: 'fly', past: 'flew' },
    });
    expect(read('a litle mouse looks for chese').wish).toMatchObject({ noun: 'cheese' });
    expect(read('🦊🚀').hero).toMatchObject({ kind: 'fox' });
    expect(read('Eine Maus sucht Käse')).toMatchObject({ hero: { kind: 'mouse' }, wish: { noun: 'cheese' } });
    const asked = read("Please write a 300 word story about a dragon who can't breathe fire");
    expect(asked).toMatchObject({ hero: { kind: 'dragon' }, deed: { base: 'breathe fire' }, length: 300 });
  });

  it('knows a surprising hero, what is dressed how, and what is only a thing', () => {
    expect(read('a toaster who wants to fly').hero).toMatchObject({ kind: 'toaster' });
    expect(read('a lonely stapler who wants to sing').hero).toMatchObject({ kind: 'stapler' });
    expect(read('a boy with a red coat finds a key').hero).toMatchObject({ kind: 'boy', outfit: 'red coat' });
    expect(read('Who stole the cookies from the bakery?').hero).toBeUndefined();
  });

  it('reads anything without failing', () => {
    for (const prompt of ['???', '😀😀', 'x', ' . ', 'a'.repeat(4_000), '{}[]|<>', '"', "'''"]) {
      expect(read(prompt).companions.length).toBeLessThanOrEqual(4);
    }
  });
});

it('slips of the pen are mended, words that are English are not', () => {
  const read = (text: string) =>
    readTerms(text)
      .map((term) => term.text)
      .join(' ');
  expect(read('a dragn and a wizerd in a casle')).toBe('a dragon and a wizard in a castle');
  for (const text of ['a diver finds a pearl', 'the hose is broken', 'a miser', 'the plait', 'a towel'])
    expect(read(text)).toBe(text);
});

it('takes somebody added by name for the one of that kind the prompt left without', () => {
  const read = (prompt: string, characters: string[]) => understandPrompt({ prompt, characters });
  const fox = read('A fox finds a lantern', ['Nova the fox', 'Otto']);
  expect(fox.hero).toMatchObject({ name: 'Nova', kind: 'fox' });
  expect(fox.companions.map((one) => one.name)).toEqual(['Otto']);
  expect(read('Pip the fox finds a lantern', ['Nova the fox']).companions[0]).toMatchObject({ name: 'Nova' });
  expect(read('Captain Pickle sails the seven seas', []).hero).toMatchObject({ name: 'Captain Pickle' });
});
