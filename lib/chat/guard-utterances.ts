import type { Utterance } from '../dossier/schema.ts';
import { isAppError } from '../errors.ts';
import { guardText } from '../safety/guard.ts';

/**
 * A conversation as a model may read it. What people said passed the guard when they said it; it is looked at again because
 * rules become stricter, and because the database can be written to past our API. What may not be read is left out.
 */
export function guardUtterances(utterances: readonly Utterance[]): Utterance[] {
  return utterances.flatMap((utterance): Utterance[] => {
    if (utterance.role !== 'user' || utterance.text.trim() === '') return [utterance];
    try {
      return [{ ...utterance, text: guardText(utterance.text, { place: 'chat', outcome: 'left_out' }) }];
    } catch (error) {
      if (!isAppError(error)) throw error;
      return [];
    }
  });
}
