import 'server-only';
import { createHash, timingSafeEqual } from 'node:crypto';
import { getEnv } from '@/lib/env';
import { AppError } from '@/lib/errors';
import { readBearer } from './caller';

const digest = (text: string) => createHash('sha256').update(text).digest();

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
  return bearer !== undefined && timingSafeEqual(digest(bearer), digest(metricsKey));
}
