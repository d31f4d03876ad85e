import type { Env } from '@/lib/env';

const LOOPBACK = /^(localhost|127(\.\d{1,3}){3}|\[::1\])$/;

/**
 * Where a browser that reached us as `host` reaches the dashboard of the durable functions, or null. INNGEST_DASHBOARD_URL
 * says so for everybody; else the queue's own address counts, for a browser on this very machine: nobody else reaches that.
 * @param host the `Host` header
 */
export function findDashboardUrl(inngest: Env['inngest'], host: string | null): string | null {
  if (inngest.dashboardUrl) return inngest.dashboardUrl;
  const address = URL.parse(inngest.baseUrl ?? '') ?? URL.parse(inngest.dev ?? '');
  const visitor = URL.parse(`http://${host ?? ''}`);
  if (!address || !visitor) return null;
  if (!LOOPBACK.test(address.hostname) || !LOOPBACK.test(visitor.hostname)) return null;
  return address.href;
}
