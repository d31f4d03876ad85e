import 'server-only';
import type Redis from 'ioredis';
import { RateLimiterRedis, type RateLimiterStoreAbstract } from 'rate-limiter-flexible';
import { z } from 'zod';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { SupabaseRateLimiter } from './rate-limit-store';
import { connectRedis } from './redis';
import type { SharedStore, SharedUses } from './shared-counter';

/** Where limits are counted for all web instances: Redis where `REDIS_URL` names one, else our own database. */

type LimiterOptions = { name: string; points: number; durationSeconds: number };

/** A limiter of `rate-limiter-flexible` over the shared store. */
export function createLimiter(options: LimiterOptions): RateLimiterStoreAbstract {
  const { redisUrl } = getEnv();
  return redisUrl
    ? createRedisLimiter(connectRedis(redisUrl), options)
    : new SupabaseRateLimiter({ ...options, getClient: getAdminClient });
}

export function createRedisLimiter(client: Redis, options: LimiterOptions): RateLimiterRedis {
  return new RateLimiterRedis({
    storeClient: client,
    keyPrefix: `storyloom:${options.name}`,
    points: options.points,
    duration: options.durationSeconds,
    // Somebody over the limit is refused from memory: a flood costs the store nothing.
    inMemoryBlockOnConsumed: options.points + 1,
  });
}

export function getSharedStore(durationSeconds: number): SharedStore {
  const { redisUrl } = getEnv();
  return redisUrl
    ? createRedisStore(connectRedis(redisUrl), durationSeconds)
    : createDatabaseStore(durationSeconds);
}

export function createRedisStore(client: Redis, durationSeconds: number): SharedStore {
  // Only counts: what is too many, whoever asks knows.
  const limiter = createRedisLimiter(client, {
    name: 'uses',
    points: Number.MAX_SAFE_INTEGER - 1,
    durationSeconds,
  });
  return {
    // Sent in one go: the client writes what is asked in the same moment together.
    async add(uses) {
      const answers = await Promise.all(
        [...uses].map(async ([key, points]): Promise<[string, SharedUses]> => {
          const { consumedPoints, msBeforeNext } = await limiter.penalty(key, points);
          return [key, { points: consumedPoints, msBeforeNext }];
        }),
      );
      return new Map(answers);
    },
  };
}

const usesSchema = z.array(z.object({ key: z.string(), points: z.number(), msBeforeNext: z.number() }));

function createDatabaseStore(durationSeconds: number): SharedStore {
  return {
    async add(uses) {
      const { data, error } = await getAdminClient().rpc('add_uses', {
        p_uses: Object.fromEntries(uses),
        p_duration_ms: durationSeconds * 1_000,
      });
      if (error) throw databaseError(error);
      return new Map(usesSchema.parse(data).map(({ key, ...shared }) => [key, shared]));
    },
  };
}

/** A failure of the store as ours; a refusal of the limiter is passed on by its caller. */
export function limitStoreError(error: unknown): AppError {
  return new AppError('database_failed', 'Uses could not be counted.', { cause: error });
}
