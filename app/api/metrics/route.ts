import { readGates } from '@/lib/ai/gate/read-gates';
import { isMetricsKey } from '@/lib/auth/metrics-key';
import { AppError } from '@/lib/errors';
import { defineRoute } from '@/lib/http/define-route';
import { getMetrics } from '@/lib/metrics';
import { measureJobs } from '@/lib/story/measure-jobs';
import { getAdminClient } from '@/lib/supabase/admin';

const CIRCUITS = { closed: 0, 'half-open': 0.5, open: 1 };

/** What this web process counted, in the text format of Prometheus. For the operator: behind METRICS_KEY. */
export const GET = defineRoute({ caller: 'none' }, async ({ request }) => {
  if (!isMetricsKey(request)) {
    throw new AppError('unauthenticated', 'Send Authorization: Bearer <METRICS_KEY of this installation>.');
  }
  const metrics = getMetrics();
  const admin = getAdminClient();
  const [{ counts, oldestPendingSeconds }, gates] = await Promise.all([measureJobs(admin), readGates(admin)]);
  for (const [status, count] of Object.entries(counts)) metrics.jobs.set({ status }, count);
  metrics.oldestWaiting.set(oldestPendingSeconds);
  for (const [provider, { circuit, callsUnderWay }] of gates) {
    metrics.providerCircuits.set({ provider }, CIRCUITS[circuit]);
    metrics.providerCalls.set({ provider }, callsUnderWay);
  }
  return new Response(await metrics.registry.metrics(), {
    headers: { 'content-type': metrics.registry.contentType },
  });
});
