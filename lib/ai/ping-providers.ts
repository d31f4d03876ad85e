import 'server-only';
import { log } from '@/lib/log';
import { mapProviderError } from './call-provider';
import type { Provider } from './providers/provider';

/** Whether a service answered, when it was asked, and the code of what went wrong. */
export type Ping = { answers: boolean; checkedAt: string; errorCode: string | null };

/** Nobody waits for a page longer than this. */
const TIMEOUT_MS = 4_000;
/** Many who look at the page cost the service one call a minute. */
const REMEMBERED_MS = 60_000;

const remembered = new Map<string, { ping: Promise<Ping>; until: number }>();

/**
 * Asks a service with the cheapest call it has, or remembers the last minute's answer. Never throws.
 * @returns undefined where it cannot be asked: it has no such call, or its key is not set
 */
export function pingProvider(provider: Provider): Promise<Ping> | undefined {
  if (!provider.ping || provider.missingVariable() !== undefined) return undefined;
  const known = remembered.get(provider.name);
  if (known && known.until > Date.now()) return known.ping;
  const ping = ask(provider.name, provider.ping);
  remembered.set(provider.name, { ping, until: Date.now() + REMEMBERED_MS });
  return ping;
}

async function ask(name: string, ping: NonNullable<Provider['ping']>): Promise<Ping> {
  const checkedAt = new Date().toISOString();
  const signal = AbortSignal.timeout(TIMEOUT_MS);
  const tooLate = new Promise<never>((_, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
  });
  try {
    // The race bounds a call that does not listen to its signal.
    await Promise.race([ping(signal), tooLate]);
    return { answers: true, checkedAt, errorCode: null };
  } catch (error) {
    const failure = mapProviderError(error);
    // It answered, only not now.
    if (failure.code === 'provider_rate_limited') return { answers: true, checkedAt, errorCode: null };
    log.info({ err: failure, provider: name }, 'an AI service does not answer');
    return { answers: false, checkedAt, errorCode: failure.code };
  }
}
