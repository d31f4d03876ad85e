import { describe, expect, it } from 'vitest';
import { AppError } from '@/lib/errors';
import { fieldErrorsOf, findPromptMistake } from './prompt-mistake';

describe('a prompt', () => {
  it('is asked for where it is missing, spaces counting as nothing', () => {
    expect(findPromptMistake(' \n', 10, 'Say something.')).toBe('Say something.');
  });
  it('may be as long as its limit, and hears by how much it is longer', () => {
    expect(findPromptMistake(` ${'a'.repeat(10)} `, 10, '')).toBeUndefined();
    expect(findPromptMistake('a'.repeat(1_210), 10, '')).toContain('1,200 characters too many');
  });
});

describe('a refusal', () => {
  it('says what is wrong with which field, but not of a subject that is left out', () => {
    const fields = [{ path: 'prompt', message: 'Too long.' }];
    expect(fieldErrorsOf(new AppError('invalid_request', 'No.', { fields }))).toEqual({
      prompt: 'Too long.',
    });
    expect(fieldErrorsOf(new AppError('invalid_request', 'No.', { fields, rule: 'topic' }))).toEqual({});
    expect(fieldErrorsOf(new TypeError('No.'))).toEqual({});
  });
});
