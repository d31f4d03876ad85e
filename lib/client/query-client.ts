import { isServer, QueryClient } from '@tanstack/react-query';
import { isAppError } from '@/lib/errors';

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
        retry: (failures, error) =>
          failures < 2 &&
          !(isAppError(error) && ['not_found', 'unauthenticated', 'invalid_request'].includes(error.code)),
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
