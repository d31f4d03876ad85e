import { ERASE_WORDS } from '@/lib/erasure/erasure-schemas';
import { requestJson } from './request-json';

/** Everything of the household as a ZIP: the address of a link with `download`. A grown-up's proof is needed first. */
export const HOUSEHOLD_EXPORT_URL = '/api/v1/household/export';

/**
 * Erases everything, the account included; the session's cookies are gone with the answer.
 * @throws AppError `pin_required` without a grown-up's proof; a failure in the middle can be tried again
 */
export function eraseHousehold(): Promise<unknown> {
  return requestJson('/api/v1/household', { method: 'DELETE', body: { confirm: ERASE_WORDS } });
}
