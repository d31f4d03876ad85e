import { describe, expect, test } from 'vitest';
import { storyBriefSchema } from '@/lib/story/schema';
import type { ReaderView } from './household-views';
import { addHousehold } from './prepare-brief';

const brief = storyBriefSchema.parse({ prompt: 'A snail who wants to see the sea', ageGroup: '9-12' });
const mia: ReaderView = {
  id: '0f5ae2b4-7a0a-4b8e-a2f5-c1d7b3a7c001',
  name: 'Mia',
  age_group: '3-5',
  mood: 'a little restless',
  routine: '',
  preferences: ['snails', 'rain'],
  favourite_characters: ['Pip the mouse'],
  calming_elements: ['moonlight'],
  created_at: '',
  updated_at: '',
};
const home = {
  household: { avoidTopics: [], bedtime: null, timeZone: 'UTC' },
  reader: null,
  isAgeOpen: false,
  now: new Date('2026-11-21T20:00:00Z'),
};

test('without a household a brief is what it was', () => {
  expect(addHousehold(brief, home)).toEqual(brief);
});

describe('a reader', () => {
  test('fills what the request left open', () => {
    expect(addHousehold(brief, { ...home, reader: mia, isAgeOpen: true })).toEqual({
      ...brief,
      ageGroup: '3-5',
      profile: {
        mood: 'a little restless',
        preferences: ['snails', 'rain'],
        favouriteCharacters: ['Pip the mouse'],
        calmingElements: ['moonlight'],
      },
    });
  });

  test('changes nothing that the request says', () => {
    const asked = storyBriefSchema.parse({
      ...brief,
      profile: { mood: 'brave', preferences: ['trains'] },
    });
    expect(addHousehold(asked, { ...home, reader: mia })).toMatchObject({
      ageGroup: '9-12',
      profile: { mood: 'brave', preferences: ['trains'], calmingElements: ['moonlight'] },
    });
  });

  test('of whom nothing is known leaves no empty profile', () => {
    const stranger = { ...mia, mood: '', preferences: [], favourite_characters: [], calming_elements: [] };
    expect(addHousehold(brief, { ...home, reader: stranger })).toEqual(brief);
  });
});

test('what a household leaves out comes to what the request leaves out', () => {
  const asked = { ...brief, avoidTopics: ['romance' as const] };
  const household = { ...home.household, avoidTopics: ['romance' as const, 'religion' as const] };
  expect(addHousehold(asked, { ...home, household }).avoidTopics).toEqual(['romance', 'religion']);
});

test('it is bedtime in the household’s hours, or when somebody says so', () => {
  const household = { ...home.household, bedtime: { from: '19:30', to: '06:00' }, timeZone: 'UTC' };
  expect(addHousehold(brief, { ...home, household }).bedtime).toBe(true);
  const now = new Date('2026-11-21T12:00:00Z');
  expect(addHousehold(brief, { ...home, household, now }).bedtime).toBeUndefined();
  expect(addHousehold({ ...brief, bedtime: true }, { ...home, household, now }).bedtime).toBe(true);
});
