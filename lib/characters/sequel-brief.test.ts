import fc from 'fast-check';
import { expect, test } from 'vitest';
import { createSheet } from '../builtin/illustrator/sample-depiction.ts';
import { storyBriefSchema } from '../story/schema.ts';
import { sequelRequestSchema } from '../story/views.ts';
import { buildSequelBrief, type EarlierStory, tellBefore } from './sequel-brief.ts';

const earlier: EarlierStory = {
  id: '550e8400-e29b-41d4-a716-446655440000',
  projectId: '550e8400-e29b-41d4-a716-446655440001',
  title: 'The Lost Light',
  moral: 'Together it is brighter.',
  brief: {
    ...storyBriefSchema.parse({
      prompt: 'Nova finds a light',
      ageGroup: '3-5',
      sceneCount: 3,
      style: 'watercolour',
      styleNote: 'ink lines',
      voice: 'angus',
      aspectRatio: '1:1',
      film: null,
      targetLength: 90,
      theme: 'courage',
      setting: 'a harbour',
      characters: ['Pip'],
      plotPoints: ['Nova finds the light'],
      words: ['my daughter is called Nova'],
      models: { picture: 'openai/gpt-image-1' },
      maxCostMicros: 2_000_000,
    }),
    seed: 7,
  },
  sheets: [createSheet('girl', { id: 'nova', name: 'Nova', palette: ['#d8413b'] }), createSheet('fox')],
  summaries: ['Nova sees a blink at sea.', 'They row out', 'The light shines again.'],
};
const ask = (request: unknown) => buildSequelBrief(earlier, sequelRequestSchema.parse(request));

test('look, voice, age, models and limits stay; the sheets are taken over word for word', () => {
  const brief = ask({ prompt: 'A storm comes' });
  expect(brief).toMatchObject({
    prompt: 'A storm comes',
    ageGroup: '3-5',
    sceneCount: 3,
    style: 'watercolour',
    styleNote: 'ink lines',
    voice: 'angus',
    aspectRatio: '1:1',
    film: null,
    models: { picture: 'openai/gpt-image-1' },
    maxCostMicros: 2_000_000,
    sequelOf: earlier.id,
    sheets: earlier.sheets,
  });
  expect(brief.before).toBe(
    '“The Lost Light”. Nova sees a blink at sea. They row out. The light shines again. In the end: Together it is brighter.',
  );
});

test('what the earlier story alone was about does not come along', () => {
  const brief = ask({ prompt: 'A storm comes' });
  for (const gone of ['targetLength', 'theme', 'setting', 'plotPoints', 'words', 'seed'] as const)
    expect(brief[gone]).toBeUndefined();
  expect(brief.characters).toEqual([]);
});

test('what is asked for goes before what was, and words about a look end with that look', () => {
  const brief = ask({
    prompt: 'A storm comes',
    age_group: '9-12',
    num_illustrations: 6,
    style: 'night',
    voice: 'rosie',
    generate_film: true,
    seed: 3,
  });
  expect(brief).toMatchObject({ ageGroup: '9-12', sceneCount: 6, style: 'night', voice: 'rosie', seed: 3 });
  expect(brief.styleNote).toBeUndefined();
  expect(brief.film).toEqual({ resolution: '720p', fps: 25, burnedCaptions: true });
});

test('what happened fits into a brief however long it was, in whole sentences, with its end', () => {
  fc.assert(
    fc.property(
      fc.array(fc.string({ minLength: 1, maxLength: 300 }), { maxLength: 12 }),
      fc.string({ maxLength: 240 }),
      (summaries, moral) => {
        const before = tellBefore({ title: 'A title', moral, summaries });
        expect(before.length).toBeLessThanOrEqual(2_000);
        expect(before.startsWith('“A title”.')).toBe(true);
        if (moral !== '') expect(before).toContain(moral);
      },
    ),
  );
});
