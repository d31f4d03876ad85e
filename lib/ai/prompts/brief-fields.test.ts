import { describe, expect, test } from 'vitest';
import { type StoryBriefInput, storyBriefSchema } from '../../story/schema.ts';
import { buildGivenTextPrompt } from './given-text-prompt.ts';
import { buildOutlinePrompt } from './outline-prompt.ts';
import { buildStoryPrompt } from './story-prompt.ts';

type Field = keyof StoryBriefInput;

const SHEET = {
  id: 'ember',
  name: 'Ember',
  kind: 'dragon',
  role: 'hero' as const,
  pronoun: 'she' as const,
  description: 'A small red dragon with a torn wing.',
  outfit: 'a green scarf',
  palette: ['#aa2211'],
  seed: 42,
};

/** A value of every field that bears on the words, and what of it a writer must read. */
const FOR_THE_WRITER: { [F in Field]?: { value: StoryBriefInput[F]; says: string[] } } = {
  prompt: { value: 'A fox paints the stars', says: ['A fox paints the stars'] },
  ageGroup: { value: '9-12', says: ['children of 9 to 12'] },
  sceneCount: { value: 7, says: ['Scenes: exactly 7.'] },
  targetLength: { value: 840, says: ['about 840 words', 'about 210 in each'] },
  tone: { value: 'suspenseful', says: ['Tone: suspenseful'] },
  theme: { value: 'patience', says: ['Theme: patience'] },
  setting: { value: 'a lighthouse in winter', says: ['Where and when: a lighthouse in winter'] },
  characters: { value: ['Nova the fox', 'a badger'], says: ['These must appear: Nova the fox; a badger'] },
  title: { value: 'The Lost Lantern', says: ['The title, to be kept: The Lost Lantern'] },
  cast: {
    value: [
      { name: 'Pip', description: 'a grey mouse', relationships: ['Ember’s friend'], arc: 'learns to ask' },
    ],
    says: ['1. Pip: a grey mouse [Ember’s friend] — how they change: learns to ask'],
  },
  locations: { value: ['the Crystal Cave'], says: ['Where it happens, in this order:\n1. the Crystal Cave'] },
  themes: { value: ['friendship'], says: ['What it is about:\n1. friendship'] },
  plotPoints: { value: ['Ember falls'], says: ['What happens, all of it, in this order:\n1. Ember falls'] },
  words: { value: ['Make her red!'], says: ['oldest first; later words count more:\n1. Make her red!'] },
  profile: {
    value: {
      mood: 'sleepy',
      routine: 'bath, then bed',
      preferences: ['trains'],
      favouriteCharacters: ['Tock the clock'],
      calmingElements: ['lavender'],
    },
    says: ['sleepy', 'bath, then bed', 'trains', 'Tock the clock', 'lavender'],
  },
  persona: { value: 'an old sailor', says: ['Told by: an old sailor', 'names who tells it'] },
  writingStyle: { value: 'poetic', says: ['Style of writing: poetic'] },
  pointOfView: { value: 'first-person', says: ['Point of view: first person'] },
  contentRating: { value: 'PG', says: ['Rating: PG'] },
  ending: { value: 'twist', says: ['Ending: a twist'] },
  audience: { value: 'adults', says: ['Readers: adults'] },
  styleNote: { value: 'digital art', says: ['digital art'] },
  sheets: {
    value: [SHEET],
    says: [
      'drawn already',
      '<cast>\nember: Ember, dragon, hero, "she". A small red dragon with a torn wing. Wears: a green scarf. Colours: #aa2211. Seed: 42.\n</cast>',
    ],
  },
  bedtime: { value: true, says: ['Bedtime: this is told just before sleep', 'falls asleep'] },
  avoidTopics: {
    value: ['ghosts-and-monsters', 'family-break-up'],
    says: ['Left out of this story altogether', 'ghosts, monsters', 'divorce, separation'],
  },
  before: { value: 'Ember lit the lamp.', says: ['last time', '<before>\nEmber lit the lamp.\n</before>'] },
};

/** Fields that say nothing about the words, each with its reason. */
const NOT_THE_WRITERS: { [F in Field]?: string } = {
  chapters: 'it decides how the story is written: page by page, with titles (lib/ai/writer/choose-route.ts)',
  sourceText: 'nobody rewrites it: it has a prompt of its own (given-text-prompt.ts)',
  style: 'the illustrator’s; what it says in free words is styleNote',
  pictureQuality: 'the illustrator’s',
  aspectRatio: 'the illustrator’s and the film’s',
  secondsPerScene: 'the film’s',
  transition: 'the film’s',
  film: 'the film’s',
  clips: 'the film’s',
  voice: 'the narrator’s',
  namedVoice: 'the narrator’s',
  narration: 'every text is written for reading aloud',
  pictures: 'every page says what is seen on it',
  models: 'who writes, not what',
  maxCostMicros: 'what it may cost, not what is written',
  readerId: 'an id; the reader’s profile and age are in the brief already',
  sequelOf: 'an id; what it stands for comes in sheets and before',
  suiteModule: 'where it is listed',
  seed: 'chance of the built-in engines; a model has its own',
};

test('every field of a brief reaches the writer, or there is a reason why not', () => {
  const known = new Set([...Object.keys(FOR_THE_WRITER), ...Object.keys(NOT_THE_WRITERS)]);
  expect(Object.keys(storyBriefSchema.shape).filter((field) => !known.has(field))).toEqual([]);
  expect(Object.keys(FOR_THE_WRITER).filter((field) => field in NOT_THE_WRITERS)).toEqual([]);
});

describe.each(Object.entries(FOR_THE_WRITER))('%s', (field, { value, says }) => {
  const brief = storyBriefSchema.parse({ prompt: 'A mouse', [field]: value });
  test.each(['plan', 'story'])('is in the prompt of the %s', (which) => {
    const prompt = which === 'plan' ? buildOutlinePrompt(brief) : buildStoryPrompt(brief);
    for (const said of says) expect(prompt).toContain(said);
  });
  test('is not spoken of where nobody asked for it', () => {
    if (storyBriefSchema.shape[field as Field].safeParse(undefined).data !== undefined) return;
    if (field === 'prompt') return;
    const plain = buildStoryPrompt(storyBriefSchema.parse({ prompt: 'A mouse' }));
    if (field === 'targetLength') expect(plain).not.toContain('840');
    else for (const said of says) expect(plain).not.toContain(said);
  });
});

test('a given text goes with its own words, its look and the sheets that are there', () => {
  const brief = storyBriefSchema.parse({
    prompt: 'A text',
    sourceText: 'Ember slept.',
    styleNote: 'ink',
    sheets: [SHEET],
  });
  const prompt = buildGivenTextPrompt(brief, { scenes: [{ text: 'Ember slept.' }] });
  for (const said of ['Ember slept.', 'ink', 'ember: Ember, dragon']) expect(prompt).toContain(said);
});
