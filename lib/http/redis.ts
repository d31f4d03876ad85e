import 'server-only';
import Redis from 'ioredis';
import { log } from '@/lib/log';

const CONNECT_MS = 2_000;
const COMMAND_MS = 2_000;
const MAX_PAUSE_MS = 5_000;

/** Next may load this module more than once; one connection is enough. */
const SLOT = Symbol.for('storyloom.redis');

/** The connection to this Redis. A command fails within two seconds while it is away; it comes back by itself. */
export function connectRedis(url: string): Redis {
  const shared = globalThis as { [SLOT]?: { url: string; client: Redis } };
  if (shared[SLOT]?.url !== url) {
    shared[SLOT]?.client.disconnect();
    const client = new Redis(url, {
      connectTimeout: CONNECT_MS,
      commandTimeout: COMMAND_MS,
      maxRetriesPerRequest: 1,
      retryStrategy: (attempt) => Math.min(attempt * 200, MAX_PAUSE_MS),
    });
    client.on('error', (error) => log.warn({ err: error }, 'Redis is not reachable'));
    shared[SLOT] = { url, client };
  }
  return shared[SLOT].client;
}
