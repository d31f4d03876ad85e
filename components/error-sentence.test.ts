import { describe, expect, it } from 'vitest';
import { AppError, ERROR_CODES } from '@/lib/errors';
import { errorSentence, jobErrorSentence } from './error-sentence';

describe('errorSentence', () => {
  it.each(ERROR_CODES)('has a sentence for %s', (code) => {
    expect(errorSentence(new AppError(code, 'A message for people.'))).toMatch(/^[A-Z].+\.$/s);
  });

  it('keeps the message where the server wrote it for people', () => {
    expect(errorSentence(new AppError('guardrail_violation', 'Not for children.'))).toBe('Not for children.');
  });

  it('does not show the words of an error that is not ours', () => {
    expect(errorSentence(new TypeError('x is undefined'))).not.toContain('undefined');
  });
});

describe('jobErrorSentence', () => {
  it('speaks by the code and hides the technical message', () => {
    expect(jobErrorSentence('disk_full', 'ENOSPC')).toContain('no room left');
  });

  it('falls back to the message, then to a general sentence', () => {
    expect(jobErrorSentence('something_new', 'The mouse escaped.')).toBe('The mouse escaped.');
    expect(jobErrorSentence(null, null)).toContain('while it was being made');
    expect(jobErrorSentence('internal', 'ReferenceError')).toBe(jobErrorSentence(null, null));
  });
});
