import { expect, it } from 'vitest';
import { describeReading } from './describe-reading.ts';

const READING = {
  words: 140,
  sentences: 12,
  grade: 3.1,
  mean_sentence_length: 11.7,
  spache: 2.6,
  dale_chall: null,
  share_outside_age_list: 0.014,
  band: 'in_band',
  hard_words: [],
} as const;

it('tells grown-ups in words how hard a story is', () => {
  const { verdict, figures } = describeReading({ ...READING, hard_words: [] }, '6-8');
  expect(verdict).toMatch(/^Fits /);
  expect(figures.map(({ name, value }) => `${name}: ${value}`)).toEqual([
    'School grade: grade 3',
    'For young readers: grade 2',
    'A sentence: 12 words',
    'New words: 1 in 100',
  ]);
});

it('names the grades of Dale and Chall for older readers, and small shares as such', () => {
  const older = { ...READING, spache: null, dale_chall: 5.4, share_outside_age_list: 0.004, hard_words: [] };
  const values = describeReading({ ...older, band: 'too_hard' }, '9-12');
  expect(values.verdict).toMatch(/read together/);
  expect(values.figures.map(({ value }) => value)).toEqual([
    'grade 3',
    'grades 5 to 6',
    '12 words',
    'fewer than 1 in 100',
  ]);
});

it('says of an older story only what was measured then', () => {
  const unknown = { mean_sentence_length: null, spache: null, share_outside_age_list: null, band: null };
  const { verdict, figures } = describeReading({ ...READING, ...unknown, grade: 0, hard_words: [] }, '3-5');
  expect(verdict).toBeNull();
  expect(figures.map(({ value }) => value)).toEqual(['before grade 1']);
});
