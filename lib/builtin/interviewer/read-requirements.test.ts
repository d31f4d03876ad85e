import { expect, test } from 'vitest';
import { readRequirements } from './read-requirements.ts';

test.each([
  ['Tell a story about a dragon, in five scenes', { title: 'A dragon', style: 'fantasy', num_scenes: 5 }],
  ['A robot in space. 40 pages!', { title: 'A robot in space', style: 'sci-fi', num_scenes: 12 }],
  ['A dragon in watercolor', { style: 'watercolour', num_scenes: null }],
  ['One night a cat called "Miso" sang', { title: 'Miso', style: null, num_scenes: null }],
  ['', { title: 'A new story', prompt: '', style: null }],
])('reads "%s"', (text, expected) => {
  expect(readRequirements(text)).toMatchObject(expected);
});
