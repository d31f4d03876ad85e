import 'server-only';
import { getEnv } from '@/lib/env';
import { log } from '@/lib/log';
import { BRIDGE_KEY_HEADER, isBridgeKey } from '@/lib/socket/bridge-key';
import { getClientAddress } from './client-address';
import { getSharedStore } from './limit-stores';
import { buildRateLimitHeaders, type RateLimit, rateLimitError } from './rate-limit';
import type { RateLimitState } from './rate-limit-state';
import { createSharedCounter } from './shared-counter';

const WINDOW_SECONDS = 60;
const FLUSH_MS = 400;
/** Behind one address there may be a school; behind one caller there is one program or person. */
const CALLERS_PER_ADDRESS = 5;

type Counter = ReturnType<typeof createSharedCounter>;

/** Next may load this module more than once, and all must count together. */
const SLOT = Symbol.for('storyloom.general-limit');

function getCounter(): Counter {
  const shared = globalThis as { [SLOT]?: { redisUrl: string | undefined; counter: Counter } };
  const { redisUrl } = getEnv();
  if (!shared[SLOT] || shared[SLOT].redisUrl !== redisUrl) {
    const counter = createSharedCounter({
      store: getSharedStore(WINDOW_SECONDS),
      durationSeconds: WINDOW_SECONDS,
      flushMs: FLUSH_MS,
      onError: (error) => log.warn({ err: error }, 'requests are counted by this instance alone'),
    });
    shared[SLOT] = { redisUrl, counter };
  }
  return shared[SLOT].counter;
}

/**
 * Counts a request by its address, before anybody is asked who it is. Requests of our own socket bridge come from
 * everybody's sockets and count by their caller only.
 *
 * @param headers get the `RateLimit` headers of a refusal
 * @throws AppError `rate_limited`
 */
export function countAddress(request: Request, headers: Record<string, string>): void {
  const points = getEnv().rateLimitPerMinute * CALLERS_PER_ADDRESS;
  if (points === 0 || isBridgeKey(request.headers.get(BRIDGE_KEY_HEADER))) return;
  const limit: RateLimit = { name: 'address', points, durationSeconds: WINDOW_SECONDS };
  const state = getCounter().consume(`address:${getClientAddress(request)}`, points);
  if (state.allowed) return;
  Object.assign(headers, buildRateLimitHeaders(limit, state));
  throw rateLimitError(state);
}

/**
 * Counts a request by its caller, or by its address when there is none. Waits for nothing: see lib/http/shared-counter.ts.
 *
 * @returns the `RateLimit` headers; none when nothing is counted
 */
export function countCaller(
  request: Request,
  userId: string | undefined,
): { state: RateLimitState; headers: Record<string, string> } | null {
  const points = getEnv().rateLimitPerMinute;
  if (points === 0) return null;
  const limit: RateLimit = { name: 'caller', points, durationSeconds: WINDOW_SECONDS };
  const state = getCounter().consume(`caller:${userId ?? getClientAddress(request)}`, points);
  return { state, headers: buildRateLimitHeaders(limit, state) };
}

/**
 * Counts one use of a limit a minute in the same way: nobody waits for it, and other instances may let through a few too
 * many. For limits where a moment more or less does no harm.
 */
export function countInMinute(name: string, key: string, points: number): RateLimitState {
  return getCounter().consume(`${name}:${key}`, points);
}

/** Forgets what was counted of a caller who is gone: nothing of it is told to the other instances after this. */
export async function forgetCaller(userId: string): Promise<void> {
  await getCounter().forget((key) => key.endsWith(`:${userId}`));
}
