import { AppError } from '../errors.ts';
import type { StoryBrief } from './schema.ts';

/**
 * A given text may be a short novel to be pictured, but a voice takes its time: 1,000 letters are about 76 seconds. Beyond
 * these a narration is longer than two and a half hours, a film than an hour and a quarter.
 */
export const MAX_NARRATED_TEXT = 120_000;
export const MAX_FILMED_TEXT = 60_000;

/** @throws AppError `invalid_request` that says what can be left out, before any work is begun */
export function checkGivenText(brief: Pick<StoryBrief, 'sourceText' | 'narration' | 'film'>): void {
  const letters = brief.sourceText?.length ?? 0;
  const told = brief.film ? 'filmed' : brief.narration ? 'read aloud' : undefined;
  const longest = brief.film ? MAX_FILMED_TEXT : MAX_NARRATED_TEXT;
  if (told === undefined || letters <= longest) return;
  const message = `A text of more than ${longest.toLocaleString('en')} characters is too long to be ${told}; pictures alone can be made of it.`;
  throw new AppError('invalid_request', message, { fields: [{ path: 'sourceText', message }] });
}
