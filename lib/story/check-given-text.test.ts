import { expect, test } from 'vitest';
import { checkGivenText, MAX_FILMED_TEXT, MAX_NARRATED_TEXT } from './check-given-text.ts';
import { storyBriefSchema } from './schema.ts';

const brief = (letters: number, more: { narration?: boolean; film?: null } = {}) =>
  storyBriefSchema.parse({ prompt: 'x', sourceText: 'a'.repeat(letters), ...more });

test('a text too long for a film or a voice is refused with what is possible instead', () => {
  expect(() => checkGivenText(brief(MAX_FILMED_TEXT + 1))).toThrowError(
    expect.objectContaining({ code: 'invalid_request', message: expect.stringContaining('60,000') }),
  );
  expect(() => checkGivenText(brief(MAX_NARRATED_TEXT + 1, { film: null }))).toThrowError(
    expect.objectContaining({ code: 'invalid_request', message: expect.stringContaining('pictures alone') }),
  );
});

test('every text may be pictured, and shorter ones filmed and read', () => {
  checkGivenText(brief(MAX_FILMED_TEXT));
  checkGivenText(brief(MAX_NARRATED_TEXT, { film: null }));
  checkGivenText(brief(200_000, { film: null, narration: false }));
  checkGivenText(storyBriefSchema.parse({ prompt: 'x' }));
});
