import 'server-only';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';

/** The places at providers that this process holds, and who waits here for one of them. */

type Held = { provider: string; admin: DatabaseClient; leaseMs: number };

const held = new Map<string, Held>();
const wakers = new Map<string, () => void>();
let keeper: NodeJS.Timeout | undefined;

export function holdLease(lease: string, holding: Held): void {
  held.set(lease, holding);
  // Three times within a lease, so that one answer may be late.
  keeper ??= setInterval(() => void renewLeases(), holding.leaseMs / 3).unref();
}

/** The place is free: whoever waits here for this provider looks at once. */
export function dropLease(lease: string): void {
  const provider = held.get(lease)?.provider;
  held.delete(lease);
  if (provider) wakers.get(provider)?.();
  if (held.size > 0) return;
  clearInterval(keeper);
  keeper = undefined;
}

export function countHeld(provider: string): number {
  return [...held.values()].filter((holding) => holding.provider === provider).length;
}

/** Resolves when a place of this provider is given back in this process, or after so long. Only one waits at a time. */
export function waitForPlace(provider: string, longestMs: number, signal: AbortSignal): Promise<void> {
  return new Promise((resolve) => {
    // No event tells of what has happened already, and the others of this process wait behind this one.
    if (signal.aborted) {
      resolve();
      return;
    }
    const end = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', end);
      wakers.delete(provider);
      resolve();
    };
    const timer = setTimeout(end, longestMs);
    signal.addEventListener('abort', end, { once: true });
    wakers.set(provider, end);
  });
}

async function renewLeases(): Promise<void> {
  const [first] = held.values();
  if (!first) return;
  const { error } = await first.admin.rpc('renew_provider_leases', {
    p_leases: [...held.keys()],
    p_lease_ms: first.leaseMs,
  });
  if (error) log.warn({ err: error, leases: held.size }, 'places at AI services were not renewed');
}
