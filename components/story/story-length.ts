import type { AgeGroup } from '@/lib/story/schema';

export const STORY_LENGTHS = ['short', 'usual', 'long'] as const;
export type StoryLength = (typeof STORY_LENGTHS)[number];

/** Words under one picture that hold each age's attention: as the storyteller plans them (lib/ai/prompts/story-length.ts). */
const WORDS_PER_PAGE: Record<AgeGroup, number> = { '3-5': 28, '6-8': 45, '9-12': 75 };
const SHARE: Record<StoryLength, number> = { short: 0.6, usual: 1, long: 1.7 };
/** The API's limits for a story's words. */
const LEAST_WORDS = 30;
const MOST_WORDS = 3_000;
/** Read aloud at bedtime, rests included (lib/builtin/narrator/voices.ts). */
const WORDS_PER_MINUTE = 140;

type Telling = { ageGroup: AgeGroup; pages: number; length: StoryLength };

/** How many words to ask for; undefined leaves it to the storyteller, as it is when nobody chooses. */
export function targetWords(telling: Telling): number | undefined {
  return telling.length === 'usual' ? undefined : plannedWords(telling);
}

/** How long it takes to read aloud, in half minutes, at least one of them: 0.5, 1, 1.5 … */
export function readingMinutes(telling: Telling): number {
  return Math.max(1, Math.round((plannedWords(telling) / WORDS_PER_MINUTE) * 2)) / 2;
}

/** 0.5 → "½ min", 1.5 → "1½ min". */
export function formatMinutes(minutes: number): string {
  const whole = Math.floor(minutes);
  return `${whole || ''}${minutes > whole ? '½' : ''} min`;
}

function plannedWords({ ageGroup, pages, length }: Telling): number {
  const words = Math.round(WORDS_PER_PAGE[ageGroup] * pages * SHARE[length]);
  return Math.min(MOST_WORDS, Math.max(LEAST_WORDS, words));
}
