import { RateLimiterRes } from 'rate-limiter-flexible';
import RateLimiterStoreAbstract from 'rate-limiter-flexible/lib/RateLimiterStoreAbstract.js';
import { z } from 'zod';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** What `consume_rate_limit` answers (supabase/migrations/…_rate_limits.sql). */
const countSchema = z.object({ points: z.number(), msBeforeNext: z.number() });
type Count = z.infer<typeof countSchema>;

/**
 * `rate-limiter-flexible` over our `rate_limits` table, reached through the admin client, so that it works wherever
 * Supabase does and all web instances count together. The underscored methods are what the library asks of a store.
 */
export class SupabaseRateLimiter extends RateLimiterStoreAbstract {
  readonly #getClient: () => DatabaseClient;

  constructor(options: {
    name: string;
    points: number;
    durationSeconds: number;
    getClient: () => DatabaseClient;
  }) {
    super({
      storeClient: null,
      keyPrefix: options.name,
      points: options.points,
      duration: options.durationSeconds,
      // Somebody over the limit is refused from memory: a flood costs the database nothing.
      inMemoryBlockOnConsumed: options.points + 1,
    });
    this.#getClient = options.getClient;
  }

  async _upsert(key: string, points: number, durationMs: number, force = false): Promise<Count> {
    const { data, error } = await this.#getClient().rpc('consume_rate_limit', {
      p_key: key,
      p_points: points,
      p_duration_ms: Math.round(durationMs),
      p_force: force,
    });
    if (error) {
      throw databaseError(error);
    }
    return countSchema.parse(data);
  }

  async _get(key: string): Promise<Count | null> {
    const { data, error } = await this.#getClient()
      .from('rate_limits')
      .select('points, expires_at')
      .eq('key', key)
      .maybeSingle();
    if (error) {
      throw databaseError(error);
    }
    const msBeforeNext = data?.expires_at ? Date.parse(data.expires_at) - Date.now() : -1;
    return !data || (data.expires_at && msBeforeNext <= 0) ? null : { points: data.points, msBeforeNext };
  }

  async _delete(key: string): Promise<boolean> {
    const { data, error } = await this.#getClient().from('rate_limits').delete().eq('key', key).select('key');
    if (error) {
      throw databaseError(error);
    }
    return data.length > 0;
  }

  _getRateLimiterRes(_key: string, changedPoints: number, count: Count): RateLimiterRes {
    const isFirst = count.points === changedPoints;
    return new RateLimiterRes(
      Math.max(0, this.points - count.points),
      count.msBeforeNext,
      count.points,
      isFirst,
    );
  }
}
