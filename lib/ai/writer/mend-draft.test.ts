import { expect, test } from 'vitest';
import { readFixture } from '../../../tests/providers/openai-server.ts';
import { storyBriefSchema, storyDraftSchema } from '../../story/schema.ts';
import { mendDraft } from './mend-draft.ts';

const draft = storyDraftSchema.parse(JSON.parse(readFixture('story-draft.json')));
const [nova, bram] = draft.characters as [(typeof draft.characters)[0], (typeof draft.characters)[0]];
const brief = storyBriefSchema.parse({ prompt: 'A fox', sceneCount: 2 });

test('a book has exactly one hero and one sheet for each id', () => {
  const heroes = mendDraft({ ...draft, characters: [nova, { ...bram, role: 'hero' }] }, brief);
  expect(heroes.characters.map((sheet) => sheet.role)).toEqual(['hero', 'companion']);
  const nobody = mendDraft({ ...draft, characters: [bram, { ...nova, role: 'other' }] }, brief);
  expect(nobody.characters.map((sheet) => sheet.role)).toEqual(['hero', 'other']);
  const twins = mendDraft({ ...draft, characters: [nova, bram, { ...bram, name: 'Another Bram' }] }, brief);
  expect(twins.characters.map((sheet) => sheet.name)).toEqual(['Nova', 'Bram']);
});

test('a page of nothing but white space is refused', () => {
  const scenes = draft.scenes.map((scene) => ({ ...scene, text: '  \n ' }));
  expect(() => mendDraft({ ...draft, scenes }, brief)).toThrowError(
    expect.objectContaining({ code: 'provider_bad_output' }),
  );
});
