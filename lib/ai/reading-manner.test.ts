import { expect, test } from 'vitest';
import { buildReadingManner } from './reading-manner.ts';

const profile = { preferences: [], favouriteCharacters: [], calmingElements: [] };

test('somebody sleepy is read to slowly, somebody lively a little faster, others as always', () => {
  const speedFor = (mood: string) => buildReadingManner({ ...profile, mood })?.speed;
  expect(speedFor('Sleepy and hopeful')).toBeLessThan(1);
  expect(speedFor('Playful')).toBeGreaterThan(1);
  expect(speedFor('Curious')).toBe(1);
});

test('mood and evening are told in words, and a profile without them says nothing about the voice', () => {
  const manner = buildReadingManner({ ...profile, mood: 'Excited', routine: 'Warm bath then story time' });
  expect(manner?.instructions).toContain('Excited');
  expect(manner?.instructions).toContain('Warm bath');
  expect(buildReadingManner({ ...profile, calmingElements: ['starlight'] })).toBeUndefined();
  expect(buildReadingManner(undefined)).toBeUndefined();
});
