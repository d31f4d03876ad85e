import { APICallError } from '@ai-sdk/provider';
import { NoObjectGeneratedError } from 'ai';
import { describe, expect, test } from 'vitest';
import { mapProviderError } from '../ai/call-provider.ts';
import { AppError } from '../errors.ts';
import { findUsage, judgeFailure } from './judge-failure.ts';

const answered = (statusCode: number | undefined, changes: { isRetryable?: boolean; cause?: unknown } = {}) =>
  mapProviderError(
    new APICallError({
      message: 'No.',
      url: 'http://x',
      requestBodyValues: {},
      ...(statusCode !== undefined && { statusCode }),
      ...changes,
    }),
  );
const unreachable = (code: string) => Object.assign(new Error('connect'), { code });

describe('a call that came to nothing', () => {
  test.each([400, 401, 403, 404, 408, 429, 500, 503, 529])(
    'was not billed when the provider answered %d',
    (status) => {
      expect(judgeFailure(answered(status))).toBe('failed');
    },
  );

  test.each(['ECONNREFUSED', 'ENOTFOUND', 'UND_ERR_CONNECT_TIMEOUT'])(
    'was not billed when there never was a connection (%s)',
    (code) => {
      expect(
        judgeFailure(
          answered(undefined, { cause: new TypeError('fetch failed', { cause: unreachable(code) }) }),
        ),
      ).toBe('failed');
      const both = new AggregateError([unreachable(code), unreachable(code)]);
      expect(
        judgeFailure(answered(undefined, { cause: new TypeError('fetch failed', { cause: both }) })),
      ).toBe('failed');
    },
  );

  test('may have been billed when the connection broke after it was there', () => {
    const reset = new TypeError('fetch failed', { cause: unreachable('ECONNRESET') });
    expect(judgeFailure(answered(undefined, { cause: reset }))).toBe('lost');
    expect(judgeFailure(answered(200, { isRetryable: true }))).toBe('lost');
  });

  test('may have been billed when it took too long, or was stopped', () => {
    const timeout = new AppError('provider_failed', 'Late.', {
      cause: new DOMException('late', 'TimeoutError'),
    });
    expect(judgeFailure(timeout)).toBe('lost');
    expect(judgeFailure(new DOMException('stop', 'AbortError'))).toBe('lost');
    expect(judgeFailure(new AppError('job_cancelled', 'Stopped.'))).toBe('lost');
  });

  test.each([
    'provider_bad_output',
    'picture_unreadable',
    'storage_failed',
    'database_failed',
    'disk_full',
  ] as const)('may have been billed when it failed after the answer (%s)', (code) =>
    expect(judgeFailure(new AppError(code, 'No.'))).toBe('lost'),
  );

  test.each(['provider_unavailable', 'provider_rate_limited', 'provider_rejected', 'misconfigured'] as const)(
    'was not billed when it never got so far (%s)',
    (code) => expect(judgeFailure(new AppError(code, 'No.'))).toBe('failed'),
  );

  test('is read in the clients that keep their status elsewhere, too', () => {
    const google = Object.assign(new Error('google'), { status: 503 });
    const huggingFace = Object.assign(new Error('hf'), { httpResponse: { status: 422 } });
    for (const cause of [google, huggingFace]) {
      expect(judgeFailure(new AppError('provider_failed', 'No.', { cause }))).toBe('failed');
    }
  });

  test('tells what an answer has used that was no use', () => {
    const answer = new NoObjectGeneratedError({
      text: 'no JSON',
      response: { id: 'r', timestamp: new Date(), modelId: 'm' },
      finishReason: 'stop',
      usage: {
        inputTokens: 5,
        inputTokenDetails: { noCacheTokens: 5, cacheReadTokens: 0, cacheWriteTokens: 0 },
        outputTokens: 7,
        outputTokenDetails: { textTokens: 7, reasoningTokens: 0 },
        totalTokens: 12,
      },
    });
    expect(findUsage(mapProviderError(answer))).toEqual({ inputTokens: 5, outputTokens: 7 });
    expect(findUsage(answered(500))).toBeUndefined();
  });
});
