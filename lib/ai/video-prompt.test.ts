import { expect, test } from 'vitest';
import { buildPicturePrompt } from './picture-prompt.ts';
import { buildVideoPrompt } from './video-prompt.ts';

const SETTING = { place: 'forest', timeOfDay: 'night', weather: 'snow', mood: 'calm' } as const;
const NOVA = {
  id: 'nova',
  name: 'Nova',
  kind: 'fox',
  role: 'hero' as const,
  pronoun: 'she' as const,
  description: 'a small fox with a torn left ear and amber eyes',
  outfit: 'a blue scarf with silver stars',
  seed: 4,
};
const PICTURE = buildPicturePrompt(
  { setting: SETTING, characters: [NOVA], props: ['lantern'], style: 'crayon' },
  'Nova follows the light between the trees.',
);
const page = (changes = {}) => ({ setting: SETTING, seed: 7, position: 0, hasFirstFrame: true, ...changes });

test('every word that asked for the picture asks for the film, the sheets word for word', () => {
  const prompt = buildVideoPrompt(PICTURE, page());
  expect(prompt).toContain(PICTURE);
  expect(prompt).toContain(NOVA.description);
  expect(prompt).toContain(NOVA.outfit);
});

test('it moves gently, in one shot, without new things, words or sounds, and ends at rest', () => {
  const prompt = buildVideoPrompt(PICTURE, page());
  for (const wish of [
    'first frame is the given picture',
    'unbroken shot',
    'snowflakes',
    'No cuts',
    'no new people',
    'Silent',
    'ends at rest',
    'No letters',
  ]) {
    expect(prompt).toContain(wish);
  }
});

test('a model without a picture to begin with is not told of one', () => {
  expect(buildVideoPrompt(PICTURE, page({ hasFirstFrame: false }))).not.toContain('given picture');
});

test('neighbouring pages have other cameras, and the same seed the same one', () => {
  const cameras = Array.from(
    { length: 5 },
    (_, position) => buildVideoPrompt(PICTURE, page({ position })).match(/The camera [^.]+\./)?.[0],
  );
  expect(new Set(cameras).size).toBe(5);
  expect(buildVideoPrompt(PICTURE, page())).toBe(buildVideoPrompt(PICTURE, page()));
});
