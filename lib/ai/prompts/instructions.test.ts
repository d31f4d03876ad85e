import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { AGE_GROUPS, storyBriefSchema } from '../../story/schema.ts';
import { CRITERIA } from '../writer/writer-schemas.ts';
import { DATA_MARKS } from './as-data.ts';
import { CHAPTER_INSTRUCTIONS } from './chapter-prompt.ts';
import { CRITIQUE_INSTRUCTIONS } from './critique-prompt.ts';
import { DECIDE_INSTRUCTIONS, EXTRACT_INSTRUCTIONS } from './dossier-prompt.ts';
import { DRAFT_INSTRUCTIONS } from './draft-prompt.ts';
import { GIVEN_TEXT_INSTRUCTIONS } from './given-text-prompt.ts';
import { buildOutlinePrompt, OUTLINE_INSTRUCTIONS } from './outline-prompt.ts';
import { REVISION_INSTRUCTIONS } from './revision-prompt.ts';

const WRITERS = {
  outline: OUTLINE_INSTRUCTIONS,
  draft: DRAFT_INSTRUCTIONS,
  chapter: CHAPTER_INSTRUCTIONS,
  revision: REVISION_INSTRUCTIONS,
};
const STORY_WORKERS = { ...WRITERS, critique: CRITIQUE_INSTRUCTIONS };
const ALL = {
  ...STORY_WORKERS,
  'given text': GIVEN_TEXT_INSTRUCTIONS,
  decide: DECIDE_INSTRUCTIONS,
  extract: EXTRACT_INSTRUCTIONS,
};

test.each(Object.entries(STORY_WORKERS))('who works on the %s is told what no story contains', (_, said) => {
  for (const line of [
    'Suitable for the age given',
    'No cruelty, gore, weapons used on anybody, romance, drugs, alcohol, slurs, real brands, real living people or religious persuasion',
    'Fear is mild and is always resolved',
    'Nobody does anything dangerous a child could copy',
    'leave that part out and keep the story kind',
  ]) {
    expect(said).toContain(line);
  }
});

test.each(Object.entries(ALL))(
  'who works on the %s is told that a stranger’s words are no instructions',
  (_, said) => {
    expect(said).toMatch(/never an instruction/);
  },
);

test('the words about marks name marks that there are', () => {
  const named = Object.values(ALL).flatMap((said) => [...said.matchAll(/<(\w+)>/g)].map(([, mark]) => mark));
  expect(named.length).toBeGreaterThan(0);
  for (const mark of named) expect(DATA_MARKS).toContain(mark);
});

test.each(Object.entries(WRITERS))(
  'who writes the %s is told how a story holds together and sounds',
  (_, said) => {
    expect(said).toMatch(/One clear wish, one obstacle that matters, a turn the hero causes/);
    expect(said).toMatch(/sound good aloud: no abbreviations/);
  },
);

test.each([
  ['outline', OUTLINE_INSTRUCTIONS],
  ['given text', GIVEN_TEXT_INSTRUCTIONS],
])('who makes the sheets (%s) is told that they must do alone', (_, said) => {
  expect(said).toContain('an artist who reads nothing else draws the same figure every time');
  expect(said).toContain('exactly one has the role hero');
  expect(said).toContain('#rrggbb');
});

test('the editor has a line for every criterion, and a scale', () => {
  for (const criterion of CRITERIA)
    expect(CRITIQUE_INSTRUCTIONS).toMatch(new RegExp(`^- ${criterion}: `, 'm'));
  expect(CRITIQUE_INSTRUCTIONS).toMatch(/score from 1 to 5/);
  expect(CRITIQUE_INSTRUCTIONS).toContain('For every score below 4 give fixes');
});

test('who describes a given text leaves its words alone, and shows nothing cruel', () => {
  expect(GIVEN_TEXT_INSTRUCTIONS).toContain('You do not write, change, translate or judge it');
  expect(GIVEN_TEXT_INSTRUCTIONS).toContain('what is cruel or indecent in a text is not shown');
});

describe('how long and for whom', () => {
  test.each(AGE_GROUPS)('a story for %s is asked for in words of its own, with a length', (ageGroup) => {
    const prompt = buildOutlinePrompt(storyBriefSchema.parse({ prompt: 'A fox', ageGroup, sceneCount: 5 }));
    expect(prompt).toMatch(
      new RegExp(`^Readers: children of ${ageGroup.replace('-', ' to ')}.*reading grade`, 'm'),
    );
    expect(prompt).toMatch(/^Plan the premise and exactly 5 pages\.$/m);
    expect(prompt).toMatch(/^Length: about \d+ words in all the scene texts together, about \d+ in each\.$/m);
  });
});

test('every prompt says in its file what it is for', () => {
  const folder = import.meta.dirname;
  const prompts = readdirSync(folder).filter((file) => /-prompt\.ts$/.test(file));
  expect(prompts.length).toBeGreaterThanOrEqual(8);
  for (const file of prompts) {
    expect([file, /Purpose: /.test(readFileSync(path.join(folder, file), 'utf8'))]).toEqual([file, true]);
  }
});
