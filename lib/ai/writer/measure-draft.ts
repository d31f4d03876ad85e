import { readingBand } from '../../story/reading/judge-reading.ts';
import { measureReading } from '../../story/reading/measure-reading.ts';
import { listWords } from '../../story/reading/split-text.ts';
import type { StoryBrief, StoryDraft } from '../../story/schema.ts';
import { planStoryLength } from '../prompts/story-length.ts';

export type MeasuredDraft = {
  words: number;
  wantedWords: number;
  wordsOfPages: number[];
  /** Flesch–Kincaid grade, and where it should be for the readers. */
  grade: number;
  band: { min: number; max: number };
};

/** The grades of the prompt's own words about older readers (lib/ai/prompts/story-options.ts). */
const OLDER_BANDS = { 'young-adults': { min: 5, max: 9 }, adults: { min: 6, max: 10 } } as const;

/** What a machine counts better than an editor. Pure. */
export function measureDraft(brief: StoryBrief, draft: Pick<StoryDraft, 'scenes'>): MeasuredDraft {
  const { words, grade } = measureReading(
    draft.scenes.map((scene) => scene.text).join('\n\n'),
    brief.ageGroup,
  );
  const { audience } = brief;
  return {
    words,
    wantedWords: planStoryLength(brief).words,
    wordsOfPages: draft.scenes.map((scene) => listWords(scene.text).length),
    grade,
    band: audience && audience !== 'children' ? OLDER_BANDS[audience] : readingBand(brief.ageGroup).grade,
  };
}
