import type { AgeGroup } from '../../../story/schema.ts';

/**
 * What a way of telling says in words of its own: before the story, at any moment in its middle, and as its last words.
 * Sentences in the notation of the phrase files; those of the middle fit wherever they stand.
 */
export type MannerLines = {
  opening?: readonly string[];
  middle: readonly string[];
  closing?: readonly string[];
};
export type LinesByAge = Record<AgeGroup, MannerLines>;
