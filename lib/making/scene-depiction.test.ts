import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { tellStory } from '../builtin/storyteller/tell-story.ts';
import type { AssetRow, StoryRow } from '../story/rows.ts';
import {
  type CharacterSheet,
  ILLUSTRATION_STYLES,
  MOODS,
  PLACES,
  PRONOUNS,
  type StoryDraft,
  storyBriefSchema,
  TIMES_OF_DAY,
  WEATHERS,
} from '../story/schema.ts';
import { hashPicturePlan, planPicture, referencesOf } from './scene-depiction.ts';
import type { StoryInMaking } from './story-in-making.ts';

/** Somebody's words as a model may write them: any letters, quotes and signs, never only blanks. */
const words = (longest: number) =>
  fc.string({ minLength: 1, maxLength: longest, unit: 'grapheme' }).filter((text) => text.trim() !== '');
const sheet: fc.Arbitrary<Omit<CharacterSheet, 'id'>> = fc.record(
  {
    name: words(80),
    kind: words(60),
    role: fc.constantFrom('hero', 'companion', 'other'),
    pronoun: fc.constantFrom(...PRONOUNS),
    description: words(400),
    outfit: fc.oneof(fc.constant(''), words(120)),
    palette: fc.array(
      fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`),
      { maxLength: 6 },
    ),
    seed: fc.nat(),
  },
  { requiredKeys: ['name', 'kind', 'role', 'pronoun', 'description', 'outfit', 'seed'] },
);
const cast = fc
  .array(sheet, { minLength: 1, maxLength: 6 })
  .map((sheets) => sheets.map((one, index) => ({ ...one, id: `somebody-${index}` })));
const setting = fc.record({
  place: fc.constantFrom(...PLACES),
  timeOfDay: fc.constantFrom(...TIMES_OF_DAY),
  weather: fc.constantFrom(...WEATHERS),
  mood: fc.constantFrom(...MOODS),
});
const story = cast.chain((characters) =>
  fc
    .record({
      style: fc.constantFrom(...ILLUSTRATION_STYLES),
      styleNote: fc.option(words(100), { nil: undefined }),
      referenced: fc.subarray(characters.map(({ id }) => id)),
      scenes: fc.array(
        fc.record({
          summary: words(200),
          setting,
          characterIds: fc.subarray(characters.map(({ id }) => id)),
          props: fc.array(words(40), { maxLength: 4 }),
        }),
        { minLength: 1, maxLength: 4 },
      ),
    })
    .map(({ style, styleNote, scenes, referenced }) =>
      storyOf(
        { characters, scenes: scenes.map((scene) => ({ ...scene, text: scene.summary })) },
        { style, styleNote, referenced },
      ),
    ),
);

function storyOf(
  draft: Pick<StoryDraft, 'characters' | 'scenes'>,
  {
    style = 'storybook',
    styleNote,
    referenced = [],
  }: {
    style?: (typeof ILLUSTRATION_STYLES)[number];
    styleNote?: string | undefined;
    referenced?: string[];
  } = {},
): StoryInMaking {
  const brief = storyBriefSchema.parse({
    prompt: 'a story',
    style,
    ...(styleNote?.trim() && { styleNote: styleNote.trim() }),
  });
  return {
    row: {} as StoryRow,
    brief: { ...brief, seed: 7 },
    characters: draft.characters,
    references: referenced.map((characterId) => ({
      characterId,
      asset: { content_hash: `hash of ${characterId}`, path: characterId } as AssetRow,
    })),
    scenes: draft.scenes.map((scene, position) => ({
      id: `scene ${position}`,
      position,
      text: scene.text,
      summary: scene.summary,
      depiction: scene,
      revision: 1,
      voice: null,
      look: { note: '', take: 0, text: null, index: position },
      due: [],
      clipAssetId: null,
      picture: null,
      narration: null,
      video: null,
    })),
  };
}

/** Every page that shows somebody, with their sheet and the words a model is told. */
function listShown(made: StoryInMaking, how: Parameters<typeof planPicture>[2] = {}) {
  return made.scenes.flatMap((scene) => {
    const { prompt } = planPicture(made, scene, how);
    return scene.depiction.characterIds.map((id) => {
      const shown = made.characters.find((one) => one.id === id);
      if (!shown) throw new Error(`${id} has no sheet`);
      return { sheet: shown, prompt };
    });
  });
}

const isWhole = ({ sheet, prompt }: { sheet: CharacterSheet; prompt: string }) =>
  [sheet.name, sheet.kind, sheet.description, sheet.outfit, ...(sheet.palette ?? [])].every((part) =>
    prompt.includes(part),
  );

describe('the words of a sheet', () => {
  test('stand whole in every prompt that shows the character, whatever they are and however it is drawn', () => {
    let pages = 0;
    fc.assert(
      fc.property(story, fc.nat({ max: 8 }), fc.nat({ max: 1 }), (made, references, attempt) => {
        const shown = listShown(made, { references, attempt });
        pages += shown.length;
        expect(shown.filter((one) => !isWhole(one))).toEqual([]);
      }),
      { numRuns: 400 },
    );
    expect(pages).toBeGreaterThan(800);
  });

  test('stand in every prompt of sixty stories that the storyteller made up', () => {
    const prompts = ['A mouse looks for a cheese', 'Two sisters and their robot build a boat', 'A dragon'];
    const shown = Array.from({ length: 60 }, (_, seed) => {
      const brief = storyBriefSchema.parse({ prompt: prompts[seed % 3], sceneCount: 2 + (seed % 7) });
      return listShown(storyOf(tellStory({ ...brief, seed })));
    }).flat();
    expect(shown.length).toBeGreaterThan(300);
    expect(shown.filter((one) => !isWhole(one))).toEqual([]);
  });
});

describe('reference pictures', () => {
  test('are at most as many as the model takes, the hero’s first, of those who are seen, and named in their order', () => {
    fc.assert(
      fc.property(story, fc.nat({ max: 8 }), (made, limit) => {
        for (const scene of made.scenes) {
          const plan = planPicture(made, scene, { references: limit });
          const sent = referencesOf(made, plan).map(({ characterId }) => characterId);
          const seen = scene.depiction.characterIds.filter((id) =>
            made.references.some(({ characterId }) => characterId === id),
          );
          expect(sent).toHaveLength(Math.min(limit, seen.length));
          expect(new Set(sent).size).toBe(sent.length);
          expect(sent.every((id) => seen.includes(id))).toBe(true);
          const roles = sent.map((id) => made.characters.find((one) => one.id === id)?.role === 'hero');
          expect(roles).toEqual(roles.toSorted((a, b) => Number(b) - Number(a)));
          for (const [index, id] of sent.entries()) {
            const name = made.characters.find((one) => one.id === id)?.name;
            expect(plan.prompt).toContain(`picture ${index + 1} is ${name}`);
          }
          expect(plan.prompt.includes('Of the pictures given with these words')).toBe(sent.length > 0);
        }
      }),
    );
  });

  const nova = {
    id: 'nova',
    name: 'Nova',
    kind: 'girl',
    role: 'hero',
    pronoun: 'she',
    description: 'A girl with a red coat.',
    outfit: 'red coat',
    seed: 1,
  } as const;
  const page = {
    text: 'Nova runs.',
    summary: 'Nova runs.',
    setting: { place: 'forest', timeOfDay: 'day', weather: 'clear', mood: 'calm' },
    characterIds: ['nova'],
    props: [],
  } as const;
  const made = (referenced: string[] = []) =>
    storyOf({ characters: [nova], scenes: [{ ...page, characterIds: ['nova'], props: [] }] }, { referenced });
  const hashOf = (from: StoryInMaking, how?: Parameters<typeof planPicture>[2]) => {
    const [scene] = from.scenes;
    if (!scene) throw new Error('no scene');
    return hashPicturePlan('openai/gpt-image-1', planPicture(from, scene, how));
  };

  test('decide a picture’s hash by their own; a model that takes none draws the same picture with and without', () => {
    const one = hashOf(made(['nova']), { references: 4 });
    const other = made(['nova']);
    if (other.references[0]) other.references[0].asset.content_hash = 'another drawing of her';
    expect(hashOf(other, { references: 4 })).not.toBe(one);
    expect(hashOf(made(), { references: 4 })).not.toBe(one);
    expect(hashOf(made(['nova']), { references: 0 })).toBe(hashOf(made()));
  });

  test('a second try is another picture, asked for with more care', () => {
    expect(hashOf(made(), { attempt: 1 })).not.toBe(hashOf(made()));
    expect(hashOf(made(), { attempt: 0 })).toBe(hashOf(made()));
    const from = made();
    const [scene] = from.scenes;
    if (!scene) throw new Error('no scene');
    expect(planPicture(from, scene, { attempt: 1 }).prompt).toContain('keep Nova exactly as described');
    expect(planPicture(from, scene).prompt).not.toContain('again');
  });
});
