import { daleChallGradeLevel } from 'dale-chall-formula';
import { ageGroupLabel } from '@/components/story/story-choices';
import type { AgeGroup } from '@/lib/story/schema';
import type { ReadingView } from '@/lib/story/views';

export type ReadingFigure = { name: string; value: string; note: string };
export type DescribedReading = { verdict: string | null; figures: ReadingFigure[] };

/** How hard a story is to read, in plain words for grown-ups. What an older story does not know is left out. */
export function describeReading(reading: ReadingView, ageGroup: AgeGroup): DescribedReading {
  const { grade, spache, dale_chall, mean_sentence_length, share_outside_age_list, band } = reading;
  const readers = ageGroupLabel(ageGroup).toLowerCase();
  const figures: ReadingFigure[] = [
    {
      name: 'School grade',
      value: gradeName(grade),
      note: 'From the length of words and sentences (Flesch–Kincaid).',
    },
  ];
  if (spache !== null) {
    const note = 'From sentences and words that young readers may not know (Spache).';
    figures.push({ name: 'For young readers', value: gradeName(spache), note });
  }
  if (dale_chall !== null) {
    const note = 'From sentences and words that fourth-graders may not know (Dale–Chall).';
    figures.push({ name: 'By its words', value: schoolYears(dale_chall), note });
  }
  if (mean_sentence_length !== null) {
    const value = `${Math.round(mean_sentence_length)} words`;
    figures.push({ name: 'A sentence', value, note: 'On average.' });
  }
  if (share_outside_age_list !== null) {
    const note = 'That are not on the word list of this age. Names do not count.';
    figures.push({ name: 'New words', value: newWords(share_outside_age_list), note });
  }
  return { verdict: band === null ? null : VERDICTS[band](readers), figures };
}

const VERDICTS: Record<NonNullable<ReadingView['band']>, (readers: string) => string> = {
  in_band: (readers) => `Fits ${readers}: its words and sentences are those of the age.`,
  too_hard: (readers) => `Harder than usual for ${readers}: best read together.`,
  too_easy: (readers) => `Easier than usual for ${readers}: good for reading alone.`,
};

/** American school years: grade 1 is six to seven years old. */
function gradeName(grade: number): string {
  if (grade < 1) return 'before grade 1';
  return grade > 12 ? 'above grade 12' : `grade ${Math.floor(grade)}`;
}

function schoolYears(score: number): string {
  const [from, to] = daleChallGradeLevel(score);
  if (from === 0) return `grade ${to} or below`;
  return to > 12 ? 'above grade 12' : `grades ${from} to ${to}`;
}

function newWords(share: number): string {
  if (share === 0) return 'none';
  const inHundred = Math.round(share * 100);
  return inHundred < 1 ? 'fewer than 1 in 100' : `${inHundred} in 100`;
}
