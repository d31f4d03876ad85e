import 'server-only';
import { getEnv } from '@/lib/env';
import type { RateLimit } from '@/lib/http/rate-limit';

/** One count, by address, for accounts opened on a page and over the API. */
export function getSignUpLimit(): RateLimit {
  return { name: 'sign-up', points: getEnv().signUpsPerIpPerHour, durationSeconds: 3_600 };
}
