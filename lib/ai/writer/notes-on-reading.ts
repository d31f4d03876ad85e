import { judgeReading, type ReadingVerdict, readingBand } from '../../story/reading/judge-reading.ts';
import { measureReading } from '../../story/reading/measure-reading.ts';
import { listWords } from '../../story/reading/split-text.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import type { RevisionNote } from './plan-revision.ts';

/** Whether a story is held to the reading band of its age: older readers have none, and a given text is nobody's to change. */
export function hasReadingBand({ audience, sourceText }: StoryBrief): boolean {
  return sourceText === undefined && (audience === undefined || audience === 'children');
}

/** The whole story against the band of its age; always `in_band` where there is none. */
export function judgeStory(
  brief: StoryBrief,
  draft: Pick<StoryDraft, 'scenes' | 'characters'>,
): ReadingVerdict {
  if (!hasReadingBand(brief)) return 'in_band';
  return judge(draft.scenes.map(({ text }) => text).join('\n\n'), brief, draft);
}

/** The formulas are made for samples of 100 words: for less nobody is asked, and paid, to write again. */
const LEAST_WORDS = 100;

/** What a writer is told about a story out of its band: the pages that are so themselves, or all of them where none is alone. */
export function notesOnReading(brief: StoryBrief, draft: StoryDraft): RevisionNote[] {
  const verdict = judgeStory(brief, draft);
  if (verdict === 'in_band' || isShort(draft)) return [];
  const pages = draft.scenes.flatMap(({ text }, index) =>
    judge(text, brief, draft) === verdict ? [index + 1] : [],
  );
  const { grade, meanSentenceLength } = readingBand(brief.ageGroup);
  const [problem, fix] =
    verdict === 'too_hard'
      ? [
          'It is too hard to read for this age.',
          `Keep what happens, and say it in shorter sentences, about ${Math.round(meanSentenceLength.max * 0.7)} words each and at most ${meanSentenceLength.max}, with everyday words; reading grade ${grade.max} or below.`,
        ]
      : [
          'It is too simple to read for this age.',
          `Keep what happens, and say it in somewhat longer sentences that belong together, with richer words; reading grade ${grade.min} to ${grade.max}.`,
        ];
  return (pages.length > 0 ? pages : [0]).map((page) => ({ page, problem, fix }));
}

export function isShort(draft: Pick<StoryDraft, 'scenes'>): boolean {
  return draft.scenes.reduce((sum, { text }) => sum + listWords(text).length, 0) < LEAST_WORDS;
}

function judge(
  text: string,
  { ageGroup }: StoryBrief,
  { characters }: Pick<StoryDraft, 'characters'>,
): ReadingVerdict {
  const names = characters.map(({ name }) => name);
  return judgeReading(measureReading(text, ageGroup, names), ageGroup);
}
