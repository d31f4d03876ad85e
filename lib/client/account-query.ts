import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isAppError } from '@/lib/errors';
import { requestJson } from './request-json';

/** Who is looking: nobody known yet, a guest, or somebody with an account. */
export type Account = { kind: 'visitor' } | { kind: 'guest' } | { kind: 'member'; email: string };

const CHANNEL = 'storyloom.account';

/**
 * Who is looking, as the server said when it rendered the page. The tokens are in cookies that no script can read, so
 * there is no auth state to listen to here: what changes it says so with `tellAccountChanged`, in every tab.
 */
export const accountQueryOptions = queryOptions({
  queryKey: ['account'],
  queryFn: ({ signal }) => readAccount(signal),
  // Only asked again when somebody tells that it changed: to a visitor the answer is an error in the browser's console.
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

async function readAccount(signal: AbortSignal): Promise<Account> {
  try {
    const me = await requestJson<{ email: string | null; is_guest: boolean }>('/api/auth/me', { signal });
    return me.is_guest ? { kind: 'guest' } : { kind: 'member', email: me.email ?? '' };
  } catch (error) {
    if (isAppError(error) && error.code === 'unauthenticated') return { kind: 'visitor' };
    throw error;
  }
}

type AccountChange = 'changed' | 'signed-out';

/**
 * Somebody became a guest, signed in or out: every tab, this one too, knows it at once. After signing out it is known who
 * is looking; otherwise they ask.
 */
export function tellAccountChanged(change: AccountChange = 'changed'): void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.postMessage(change);
  channel.close();
}

/** Takes over, or asks again, whenever any tab tells that it changed. @returns how to stop */
export function followAccount(queryClient: QueryClient): () => void {
  const channel = new BroadcastChannel(CHANNEL);
  channel.onmessage = ({ data: change }: MessageEvent<AccountChange>) => {
    if (change === 'signed-out') queryClient.setQueryData(accountQueryOptions.queryKey, { kind: 'visitor' });
    else void queryClient.invalidateQueries(accountQueryOptions);
  };
  return () => channel.close();
}
