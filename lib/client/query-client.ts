import { isServer, notifyManager, QueryClient } from '@tanstack/react-query';
import { type ErrorCode, isAppError } from '@/lib/errors';

/** Refusals that stay the same however often one asks. */
const FINAL_CODES: ReadonlySet<ErrorCode> = new Set([
  'not_found',
  'unauthenticated',
  'invalid_request',
  'pin_required',
  'approval_required',
]);

// Before the browser paints, not a task later: a radio button whose choice is kept in the cache would jump back for a moment.
notifyManager.setScheduler(queueMicrotask);

/** A client of its own for one server render or one browser tab. */
export function createQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      // Storyloom may run on this very machine: a browser without network still reaches it, and asking tells for sure.
      mutations: { networkMode: 'always' },
      queries: {
        networkMode: 'always',
        // What the server just rendered is fresh: the browser must not fetch it again on arrival.
        staleTime: 20_000,
        retry: (failures, error) => failures < 2 && !(isAppError(error) && FINAL_CODES.has(error.code)),
      },
    },
  });
}

let browserQueryClient: QueryClient | undefined;

/** The tab's one client, kept across renders; on the server always a new one, so that no two visitors share data. */
export function getQueryClient(): QueryClient {
  if (isServer) return createQueryClient();
  browserQueryClient ??= createQueryClient();
  return browserQueryClient;
}
