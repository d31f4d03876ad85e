import type { Utterance } from '../dossier/schema.ts';
import { isAppError } from '../errors.ts';
import { guardText } from '../safety/guard.ts';

/**
 * A conversation as a model may read it. What was said passed the guard when it was said; it is looked at again because
 * rules become stricter, and because the database can be written to past our API. What may not be read is left out; an answer
 * of long ago may repeat somebody's number, so answers are masked too.
 */
export function guardUtterances(utterances: readonly Utterance[]): Utterance[] {
  return utterances.flatMap((utterance): Utterance[] => {
    if (utterance.text.trim() === '') return [utterance];
    try {
      const options = { place: 'chat', outcome: 'left_out', maxLength: Number.POSITIVE_INFINITY } as const;
      return [{ ...utterance, text: guardText(utterance.text, options) }];
    } catch (error) {
      if (!isAppError(error)) throw error;
      return [];
    }
  });
}
