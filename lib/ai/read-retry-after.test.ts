import { expect, test } from 'vitest';
import { readRetryAfter } from './read-retry-after.ts';

const NOW = Date.parse('2026-11-21T12:00:00Z');
const read = (headers: Record<string, string>, body?: unknown) => readRetryAfter(headers, body, NOW);

test.each<[string, Record<string, string>, number]>([
  ['milliseconds before seconds', { 'retry-after-ms': '2400', 'retry-after': '30' }, 3],
  ['seconds', { 'retry-after': '7' }, 7],
  ['parts of seconds, rounded up', { 'retry-after': '1.2' }, 2],
  ['a date', { 'retry-after': 'Sat, 21 Nov 2026 12:00:45 GMT' }, 45],
  ['a date that has passed: soon', { 'retry-after': 'Sat, 21 Nov 2026 11:59:00 GMT' }, 1],
  [
    'OpenAI: minutes and seconds',
    { 'x-ratelimit-remaining-requests': '0', 'x-ratelimit-reset-requests': '6m0s' },
    360,
  ],
  ['OpenAI: milliseconds', { 'x-ratelimit-remaining-tokens': '0', 'x-ratelimit-reset-tokens': '320ms' }, 1],
  [
    'OpenAI: of two limits the one that is used up',
    {
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '8m',
      'x-ratelimit-remaining-tokens': '0',
      'x-ratelimit-reset-tokens': '12.5s',
    },
    13,
  ],
  [
    'OpenAI: none used up, so the call was too large for one of them',
    {
      'x-ratelimit-remaining-requests': '59',
      'x-ratelimit-reset-requests': '1s',
      'x-ratelimit-remaining-tokens': '120',
      'x-ratelimit-reset-tokens': '1m5s',
    },
    65,
  ],
  [
    'Anthropic: a time',
    {
      'anthropic-ratelimit-input-tokens-remaining': '0',
      'anthropic-ratelimit-input-tokens-reset': '2026-11-21T12:00:21Z',
    },
    21,
  ],
  ['never longer than an hour', { 'retry-after': '86400' }, 3_600],
])('a provider’s wait is read: %s', (_, headers, seconds) => {
  expect(read(headers)).toBe(seconds);
});

test('Google and Hugging Face say it in the body', () => {
  const google = {
    error: {
      code: 429,
      details: [
        { '@type': 'type.googleapis.com/google.rpc.QuotaFailure' },
        { '@type': 'type.googleapis.com/google.rpc.RetryInfo', retryDelay: '17.4s' },
      ],
    },
  };
  expect(read({}, google)).toBe(18);
  expect(read({}, { error: 'Model is currently loading', estimated_time: 41.7 })).toBe(42);
});

test('who says nothing, or nothing that can be read, is not guessed at', () => {
  expect(read({})).toBeUndefined();
  expect(read({ 'retry-after': 'later' }, { error: 'busy' })).toBeUndefined();
  expect(read({ 'x-ratelimit-reset-requests': 'soon' }, null)).toBeUndefined();
});
