import 'server-only';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readBearer } from './caller';
import { isSameSecret } from './same-secret';

/**
 * Whether a request brings METRICS_KEY (or, where that is not set, API_KEY) as its bearer.
 * @throws AppError `not_configured` when there is no key: then nobody may read them
 */
export function isMetricsKey(request: Request): boolean {
  const { metricsKey } = getEnv();
  if (!metricsKey) {
    throw new AppError('not_configured', 'Set METRICS_KEY to read the metrics of this installation.');
  }
  const bearer = readBearer(request);
  return bearer !== undefined && isSameSecret(bearer, metricsKey);
}
