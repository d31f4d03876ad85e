import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';
import { MAX_BRIEF_WORDS } from '../story/schema.ts';
import { buildBrief, isTellable } from './brief-from-dossier.ts';
import { type Dossier, dossierSchema, EMPTY_DOSSIER, type Utterance } from './schema.ts';

const DOSSIER: Dossier = dossierSchema.parse({
  title: 'The Lost Lantern',
  characters: [
    { name: 'Ember', description: 'a small red dragon with a torn wing', arc: 'learns to ask for help' },
    { name: 'Pip', relationships: ['Ember’s best friend'] },
  ],
  themes: ['friendship'],
  locations: ['the Crystal Cave'],
  plotPoints: ['Ember loses her lantern', 'Pip finds footprints'],
  tone: 'funny',
  ageGroup: '3-5',
  style: 'paper',
  sceneCount: 5,
});
const say = (...texts: string[]): Utterance[] => texts.map((text) => ({ role: 'user', text }));

const fixtureSchema = z.looseObject({
  messages: z.array(z.object({ role: z.enum(['user', 'assistant']), text: z.string() })).optional(),
  expected: z.looseObject({}).optional(),
});
const FOLDER = path.resolve(import.meta.dirname, '../../tests/fixtures/conversations');

/** The scripted conversations there are, and one of our own. */
function listCases(): { name: string; dossier: Dossier; messages: Utterance[] }[] {
  const own = { name: 'own', dossier: DOSSIER, messages: say('A dragon, please.', 'She lost her lantern!') };
  const scripted = readdirSync(FOLDER)
    .filter((file) => file.endsWith('.json'))
    .flatMap((file) => {
      const fixture = fixtureSchema.parse(JSON.parse(readFileSync(path.join(FOLDER, file), 'utf8')));
      const dossier = dossierSchema.safeParse(fixture.expected ?? {});
      return [{ name: file, dossier: dossier.data ?? EMPTY_DOSSIER, messages: fixture.messages ?? [] }];
    });
  return [own, ...scripted];
}

test.each(listCases())('nothing said is lost: $name', ({ dossier, messages }) => {
  const brief = buildBrief({ dossier, messages });
  const whole = JSON.stringify(brief);
  for (const { name, description, arc, relationships } of dossier.characters) {
    for (const text of [name, description, arc, ...relationships])
      expect(whole).toContain(JSON.stringify(text).slice(1, -1));
  }
  for (const line of [...dossier.locations, ...dossier.themes, ...dossier.plotPoints]) {
    expect(whole).toContain(JSON.stringify(line).slice(1, -1));
  }
  const said = messages.filter((one) => one.role === 'user').map((one) => one.text.trim());
  expect(brief.words ?? []).toEqual(said);
});

test('what the dossier decides is decided, and what is chosen at the start goes before it', () => {
  expect(buildBrief({ dossier: DOSSIER, messages: [] })).toMatchObject({
    title: 'The Lost Lantern',
    tone: 'funny',
    ageGroup: '3-5',
    style: 'paper',
    sceneCount: 5,
  });
  const options = { title: 'Ember', sceneCount: 2, tone: null, voice: 'angus' } as const;
  expect(buildBrief({ dossier: DOSSIER, messages: [], options })).toMatchObject({
    title: 'Ember',
    sceneCount: 2,
    tone: 'funny',
    voice: 'angus',
  });
});

test('the prompt reads as a paragraph of sentences', () => {
  const { prompt } = buildBrief({ dossier: DOSSIER, messages: [] });
  expect(prompt).toContain('Ember, a small red dragon with a torn wing.');
  expect(prompt).toContain('Ember loses her lantern. Pip finds footprints.');
});

test('of very long talks the newest words are kept, whole', () => {
  const messages = say(...Array.from({ length: 30 }, (_, index) => `${index} ${'x'.repeat(2_000)}`));
  const { words = [] } = buildBrief({ dossier: DOSSIER, messages });
  expect(words.at(-1)).toMatch(/^29 /);
  expect(words.join('').length).toBeLessThanOrEqual(MAX_BRIEF_WORDS);
  expect(words.length).toBeGreaterThan(15);
});

test('more people than a brief has sheets for are still named', () => {
  const characters = Array.from({ length: 18 }, (_, index) => ({ name: `Person${index}` }));
  const brief = buildBrief({ dossier: dossierSchema.parse({ characters }), messages: [] });
  expect(brief.cast).toHaveLength(12);
  expect(JSON.stringify(brief)).toContain('Person17');
});

test('a greeting is nothing to tell a story of; a wish in somebody’s own words is', () => {
  expect(isTellable(EMPTY_DOSSIER, say('Hello!', 'How are you?'))).toBe(false);
  expect(isTellable(DOSSIER, [])).toBe(true);
  const wish = say('I would like a story about a snail who wants to win a race against the wind');
  expect(isTellable(EMPTY_DOSSIER, wish)).toBe(true);
});

test('at its very limits nothing of a dossier is lost either', () => {
  const full = (length: number, mark: string) => `${mark} ${'w'.repeat(length - mark.length - 1)}`;
  const dossier = dossierSchema.parse({
    title: full(120, 'title'),
    characters: Array.from({ length: 20 }, (_, index) => ({
      name: full(80, `name${index}`),
      description: full(600, `description${index}`),
      relationships: Array.from({ length: 3 }, (_, tie) => full(200, `tie${index}-${tie}`)),
      arc: full(400, `arc${index}`),
    })),
    themes: Array.from({ length: 40 }, (_, index) => full(120, `theme${index}`)),
    locations: Array.from({ length: 40 }, (_, index) => full(200, `place${index}`)),
    plotPoints: Array.from({ length: 40 }, (_, index) => full(400, `point${index}`)),
  });
  const brief = buildBrief({ dossier, messages: say('first words', 'last words') });
  const whole = JSON.stringify(brief);
  for (const { name, description, arc, relationships } of dossier.characters)
    for (const text of [name, description, arc, ...relationships]) expect(whole).toContain(text);
  for (const line of [dossier.title, ...dossier.themes, ...dossier.locations, ...dossier.plotPoints])
    expect(whole).toContain(line);
  expect(brief.words).toEqual(expect.arrayContaining(['first words', 'last words']));
});
