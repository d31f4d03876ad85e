import type { Logger } from 'pino';
import { getMetrics } from '../metrics.ts';
import { hideShareId } from '../share/share-headers.ts';

type Recorded = {
  request: Request;
  status: number;
  durationMs: number;
  callerId: string | undefined;
  via: string | undefined;
  /** Path parameters: ids, which tell of which job or story a line speaks. */
  params: Record<string, unknown> | undefined;
  /** False for an address that nobody serves: strangers could otherwise make as many names as they like. */
  isKnownRoute: boolean;
};

/** One line of log and one observation for each API call. Neither holds what was said: no query, no body. */
export function recordRequest(log: Logger, { request, ...facts }: Recorded): void {
  const { pathname } = new URL(request.url);
  const route = facts.isKnownRoute ? nameRoute(pathname) : 'unknown';
  getMetrics().requests.observe(
    { method: request.method, route, status: String(facts.status) },
    facts.durationMs / 1_000,
  );
  const { params, isKnownRoute: _known, ...line } = facts;
  // It opens a story, and a log is read by others.
  const { shareId: _secret, ...ids } = params ?? {};
  log.info(
    {
      method: request.method,
      path: hideShareId(pathname),
      ...line,
      durationMs: Math.round(facts.durationMs),
      ...ids,
    },
    'request answered',
  );
}

const ID = /^[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{4}-[0-9a-f]{12}/i;

/** `/api/v1/stories/5f0…` → `/api/v1/stories/:id`: as many names as there are routes, not as there are stories. */
export function nameRoute(pathname: string): string {
  return hideShareId(pathname)
    .split('/')
    .map((segment) => (ID.test(segment) ? ':id' : /^\d+$/.test(segment) ? ':number' : segment))
    .join('/');
}
