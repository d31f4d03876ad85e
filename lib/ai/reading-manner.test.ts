import { expect, test } from 'vitest';
import { buildReadingManner } from './reading-manner.ts';

const profile = { preferences: [], favouriteCharacters: [], calmingElements: [] };

test('somebody sleepy is read to slowly, somebody lively a little faster, others as always', () => {
  const speedFor = (mood: string) => buildReadingManner({ profile: { ...profile, mood } })?.speed;
  expect(speedFor('Sleepy and hopeful')).toBeLessThan(1);
  expect(speedFor('Playful')).toBeGreaterThan(1);
  expect(speedFor('Curious')).toBe(1);
});

test('mood and evening are told in words, and a profile without them says nothing about the voice', () => {
  const manner = buildReadingManner({
    profile: { ...profile, mood: 'Excited', routine: 'Warm bath then story time' },
  });
  expect(manner?.instructions).toContain('Excited');
  expect(manner?.instructions).toContain('Warm bath');
  expect(buildReadingManner({ profile: { ...profile, calmingElements: ['starlight'] } })).toBeUndefined();
  expect(buildReadingManner({})).toBeUndefined();
});

test('before sleep everybody is read to slowly and softly, whatever their mood', () => {
  const lively = buildReadingManner({ profile: { ...profile, mood: 'Excited' }, bedtime: true });
  expect(lively?.speed).toBe(0.88);
  expect(lively?.instructions).toMatch(/Excited.*before sleep.*softly/);
  expect(buildReadingManner({ bedtime: true })?.speed).toBe(0.88);
});
