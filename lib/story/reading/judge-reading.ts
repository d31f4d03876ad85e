import type { AgeGroup } from '../schema.ts';
import type { ReadingMeasure } from './measure-reading.ts';

/** What a text for these readers may measure; see `ReadingMeasure` for the units. */
export type ReadingBand = {
  grade: { min: number; max: number };
  meanSentenceLength: { max: number };
  spache?: { max: number };
  daleChall?: { max: number };
  shareOutsideAgeList: { max: number };
};

/**
 * The bands. `grade`: the school years of the age, half a year wider below and above; the youngest are read to, so theirs
 * begins at none. `meanSentenceLength`: what our own instructions to writers ask for (lib/ai/prompts/story-options.ts).
 * `spache`: the formula was made for the first three grades (Spache 1953, 1974), so 3.9 is the end of what it can say and of
 * what an eight-year-old reads. `daleChall`: below 7 is grade 8 and lower (Chall & Dale 1995); a story is read for pleasure.
 * `shareOutsideAgeList`: with fewer than 90 of 100 words known a text is given up even with help, alone a child needs 95
 * (Betts 1946); up to eight somebody reads along.
 */
const BANDS: Record<AgeGroup, ReadingBand> = {
  '3-5': {
    grade: { min: 0, max: 2.5 },
    meanSentenceLength: { max: 9 },
    spache: { max: 2.9 },
    shareOutsideAgeList: { max: 0.1 },
  },
  '6-8': {
    grade: { min: 2, max: 4.5 },
    meanSentenceLength: { max: 13 },
    spache: { max: 3.9 },
    shareOutsideAgeList: { max: 0.1 },
  },
  '9-12': {
    grade: { min: 4, max: 7.5 },
    meanSentenceLength: { max: 20 },
    daleChall: { max: 6.9 },
    shareOutsideAgeList: { max: 0.05 },
  },
};

export function readingBand(ageGroup: AgeGroup): ReadingBand {
  return BANDS[ageGroup];
}

export const READING_VERDICTS = ['in_band', 'too_hard', 'too_easy'] as const;
export type ReadingVerdict = (typeof READING_VERDICTS)[number];

/** Formulas are made for samples of 100 words; of fewer than this they say next to nothing. */
const SHORT_TEXT_WORDS = 30;
const SHORT_TEXT_GRADES = 2;
const SHORT_TEXT_LENGTHS = 1.5;

/** Too hard as soon as one figure is; too easy by the grade alone: simple words are no fault. */
export function judgeReading(measure: ReadingMeasure, ageGroup: AgeGroup): ReadingVerdict {
  const { tooHard, tooEasy } = missBand(measure, ageGroup);
  return tooHard > 0 ? 'too_hard' : tooEasy > 0 ? 'too_easy' : 'in_band';
}

/**
 * How far a text is from its band, about in school grades; 0 is inside. A text of fewer than 30 words is never too easy, and
 * too hard only when it is so by far.
 */
export function missBand(measure: ReadingMeasure, ageGroup: AgeGroup): { tooHard: number; tooEasy: number } {
  const band = readingBand(ageGroup);
  const { words, grade, meanSentenceLength, spache = 0, daleChall = 0, shareOutsideAgeList } = measure;
  if (words < SHORT_TEXT_WORDS) {
    const long = meanSentenceLength - band.meanSentenceLength.max * SHORT_TEXT_LENGTHS;
    const tooHard = Math.max(0, Math.min(grade - band.grade.max - SHORT_TEXT_GRADES, long));
    return { tooHard, tooEasy: 0 };
  }
  const over = [
    grade - band.grade.max,
    (meanSentenceLength - band.meanSentenceLength.max) / 2,
    spache - (band.spache?.max ?? Number.POSITIVE_INFINITY),
    daleChall - (band.daleChall?.max ?? Number.POSITIVE_INFINITY),
    (shareOutsideAgeList - band.shareOutsideAgeList.max) * 20,
  ];
  return { tooHard: Math.max(0, ...over), tooEasy: Math.max(0, band.grade.min - grade) };
}
