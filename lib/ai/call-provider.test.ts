import { APICallError, NoSuchModelError } from '@ai-sdk/provider';
import { expect, test } from 'vitest';
import { AppError } from '../errors.ts';
import { CallTimeout, callProvider, mapProviderError } from './call-provider.ts';
import { judgeCall } from './gate/judge-call.ts';

function answered(status: number | undefined, body: unknown = {}, headers: Record<string, string> = {}) {
  return new APICallError({
    message: 'words that nobody reads',
    url: 'https://provider.test/v1/images',
    requestBodyValues: {},
    ...(status !== undefined && { statusCode: status }),
    responseHeaders: headers,
    responseBody: typeof body === 'string' ? body : JSON.stringify(body),
  });
}

test.each<[string, APICallError, string, string]>([
  ['no connection', answered(undefined), 'provider_failed', 'failed'],
  ['500', answered(500), 'provider_failed', 'failed'],
  ['overloaded', answered(529), 'provider_failed', 'failed'],
  ['408', answered(408), 'provider_failed', 'failed'],
  ['429', answered(429), 'provider_rate_limited', 'neutral'],
  [
    '429 without credit',
    answered(429, { error: { code: 'insufficient_quota' } }),
    'provider_rejected',
    'failed',
  ],
  ['402', answered(402), 'provider_rejected', 'failed'],
  ['401', answered(401), 'provider_rejected', 'failed'],
  ['403', answered(403), 'provider_rejected', 'failed'],
  [
    '400',
    answered(400, { error: { code: null, type: 'invalid_request_error' } }),
    'provider_rejected',
    'answered',
  ],
  ['404', answered(404, { error: { code: 'model_not_found' } }), 'provider_rejected', 'answered'],
  ['a page of HTML', answered(400, '<html>'), 'provider_rejected', 'answered'],
  [
    'OpenAI’s refusal',
    answered(400, { error: { code: 'content_policy_violation' } }),
    'provider_refused',
    'answered',
  ],
  [
    'OpenAI’s refusal of a picture',
    answered(400, { error: { code: 'moderation_blocked', type: 'image_generation_user_error' } }),
    'provider_refused',
    'answered',
  ],
  ['Azure’s refusal', answered(400, { error: { code: 'content_filter' } }), 'provider_refused', 'answered'],
  [
    'Azure’s refusal further in',
    answered(400, { error: { code: '400', innererror: { code: 'ResponsibleAIPolicyViolation' } } }),
    'provider_refused',
    'answered',
  ],
])(
  '%s is known by its status and code, and so is what it says of the provider',
  (_, error, code, outcome) => {
    expect(mapProviderError(error)).toMatchObject({ code, cause: error });
    expect(judgeCall(error)).toBe(outcome);
    expect(judgeCall(mapProviderError(error))).toBe(outcome);
  },
);

test('429 and 5xx wait as they are asked; a 5xx that asks nothing is left to the queue', () => {
  expect(mapProviderError(answered(429, {}, { 'retry-after': '9' })).retryAfterSeconds).toBe(9);
  expect(mapProviderError(answered(429)).retryAfterSeconds).toBe(20);
  expect(mapProviderError(answered(503, {}, { 'retry-after': '4' })).retryAfterSeconds).toBe(4);
  expect(mapProviderError(answered(503)).retryAfterSeconds).toBeUndefined();
});

test('a model that cannot be asked for this is not asked again', () => {
  const error = new NoSuchModelError({ modelId: 'x', modelType: 'imageModel' });
  expect(mapProviderError(error).code).toBe('provider_rejected');
});

test('a provider that says nothing is given up, and the error tells that from other failures', async () => {
  const silent = (signal: AbortSignal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const error = await callProvider(undefined, silent, 20).catch((thrown: unknown) => thrown);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({ code: 'provider_failed', cause: expect.any(CallTimeout) });
  expect(judgeCall(error)).toBe('failed');
});

test('the caller’s own stop is no failure of the provider', async () => {
  const stop = new AbortController();
  const reason = new AppError('job_cancelled', 'stopped');
  const silent = (signal: AbortSignal) =>
    new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason)));
  const call = callProvider(stop.signal, silent, 5_000);
  stop.abort(reason);
  await expect(call).rejects.toBe(reason);
  expect(judgeCall(reason)).toBe('neutral');
  expect(judgeCall(AbortSignal.abort().reason)).toBe('neutral');
});
