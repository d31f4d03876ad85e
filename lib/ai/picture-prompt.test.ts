import { expect, test } from 'vitest';
import { readFixture } from '../../tests/providers/openai-server.ts';
import { storyDraftSchema } from '../story/schema.ts';
import { buildPicturePrompt } from './picture-prompt.ts';

const draft = storyDraftSchema.parse(JSON.parse(readFixture('story-draft.json')));
const setting = { place: 'cave', timeOfDay: 'night', weather: 'clear', mood: 'magical' } as const;

test('everybody shown is described word for word, with what they wear', () => {
  const prompt = buildPicturePrompt(
    { setting, characters: draft.characters, props: ['lantern'], style: 'watercolour' },
    'Bram mends the lantern.',
  );
  for (const sheet of draft.characters) expect(prompt).toContain(sheet.description);
  expect(prompt).toContain('Always wears: a blue scarf.');
  for (const part of [
    'Bram mends the lantern.',
    'watercolour',
    'cave',
    'night',
    'lantern',
    'Nova and Bram',
  ]) {
    expect(prompt).toContain(part);
  }
});

test('an empty place says that nobody is there', () => {
  const prompt = buildPicturePrompt({ setting, characters: [], props: [], style: 'night' }, 'A quiet cave.');
  expect(prompt).toContain('Nobody is in the picture.');
  expect(prompt).not.toContain('Also visible');
});
