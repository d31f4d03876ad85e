import 'server-only';
import { RateLimiterRes, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { getEnv } from '@/lib/env';
import { AppError, isAppError } from '@/lib/errors';
import { createLimiter, limitStoreError } from './limit-stores';
import type { RateLimitState } from './rate-limit-state';

/** At most `points` uses in each window. `name` is part of the key: two routes with one name share one count. */
export type RateLimit = { name: string; points: number; durationSeconds: number };

const limiters = new Map<string, RateLimiterStoreAbstract>();

/**
 * Counts one use of the limit by this key (an address, a user's id).
 *
 * @throws AppError `database_failed`: a limit that cannot be counted lets nobody through.
 */
export async function consumeRateLimit(limit: RateLimit, key: string): Promise<RateLimitState> {
  try {
    return toState(await getLimiter(limit).consume(key), true);
  } catch (refusal) {
    if (refusal instanceof RateLimiterRes) {
      return toState(refusal, false);
    }
    throw isAppError(refusal) ? refusal : limitStoreError(refusal);
  }
}

/** Takes back what was counted of this key. @throws AppError `database_failed` */
export async function forgetRateLimit(limit: RateLimit, key: string): Promise<void> {
  try {
    await getLimiter(limit).delete(key);
  } catch (error) {
    throw isAppError(error) ? error : limitStoreError(error);
  }
}

function getLimiter(limit: RateLimit): RateLimiterStoreAbstract {
  const id = `${limit.name} ${limit.points} ${limit.durationSeconds} ${getEnv().redisUrl ?? ''}`;
  const limiter = limiters.get(id) ?? createLimiter(limit);
  limiters.set(id, limiter);
  return limiter;
}

/** `RateLimit-Policy` and `RateLimit` as in draft-ietf-httpapi-ratelimit-headers: quota, window, what is left, until when. */
export function buildRateLimitHeaders(limit: RateLimit, state: RateLimitState): Record<string, string> {
  return {
    'ratelimit-policy': `"${limit.name}";q=${limit.points};w=${limit.durationSeconds}`,
    ratelimit: `"${limit.name}";r=${state.remaining};t=${state.resetSeconds}`,
  };
}

export function rateLimitError(state: RateLimitState): AppError {
  const minutes = Math.ceil(state.resetSeconds / 60);
  const wait = state.resetSeconds < 120 ? `${state.resetSeconds} seconds` : `${minutes} minutes`;
  return new AppError('rate_limited', `That was too often. Try again in ${wait}.`, {
    retryAfterSeconds: state.resetSeconds,
  });
}

function toState(result: RateLimiterRes, allowed: boolean): RateLimitState {
  return {
    allowed,
    remaining: result.remainingPoints,
    resetSeconds: Math.max(1, Math.ceil(result.msBeforeNext / 1000)),
  };
}
