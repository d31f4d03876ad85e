import { NonRetriableError, RetryAfterError } from 'inngest';
import { describe, expect, test } from 'vitest';
import { AppError } from '@/lib/errors';
import { readFailure, toStepError } from './step-errors';

describe('an error on its way through the queue', () => {
  test('that is the same next time is not tried again', () => {
    const error = toStepError(new AppError('guardrail_violation', 'Not for children.'));
    expect(error).toBeInstanceOf(NonRetriableError);
    expect(readFailure(error)).toEqual({ code: 'guardrail_violation', message: 'Not for children.' });
  });

  test('that a provider dated is tried again then', () => {
    const error = toStepError(new AppError('provider_rate_limited', 'Busy.', { retryAfterSeconds: 7 }));
    expect(error).toBeInstanceOf(RetryAfterError);
    expect((error as RetryAfterError).retryAfter).toBe('7');
  });

  test('that may pass is tried again by the queue’s own rules', () => {
    const cause = new AppError('provider_failed', 'Away.');
    const error = toStepError(cause);
    expect(error).not.toBeInstanceOf(NonRetriableError);
    expect(error).not.toBeInstanceOf(RetryAfterError);
    expect(error.cause).toBe(cause);
    expect(readFailure({ name: error.name, message: error.message })).toEqual({
      code: 'provider_failed',
      message: 'Away.',
    });
  });

  test('keeps its code when it comes back as plain data, also from inside another function’s error', () => {
    const sent = {
      name: 'Error',
      message: 'function failed',
      cause: { name: 'disk_full', message: 'Full.' },
    };
    expect(readFailure(sent)).toEqual({ code: 'disk_full', message: 'Full.' });
  });

  test('that is none of ours is internal and keeps its words to itself', () => {
    const failure = readFailure(new TypeError('secret path /etc/x'));
    expect(failure.code).toBe('internal');
    expect(failure.message).not.toContain('secret');
    expect(readFailure(undefined).code).toBe('internal');
  });
});
