import { getEnv } from '../env.ts';
import { isAppError } from '../errors.ts';
import { type Lookup, parsePublicUrl, resolvePublic } from './public-url.ts';

/** A request does not wait for a resolver that is away. */
const LOOKUP_TIMEOUT_MS = 2_000;

/**
 * Refuses an address that could not be called later, while whoever named it is still there to hear it. A name that cannot be
 * found just now passes: it may come to be, and every later call is checked by itself.
 *
 * @throws AppError `address_not_allowed`
 */
export async function checkPublicUrl(
  address: string,
  world: { lookup?: Lookup; allow?: readonly string[] } = {},
): Promise<void> {
  const allow = world.allow ?? getEnv().egressAllow;
  const url = parsePublicUrl(address, allow);
  const timer = Promise.withResolvers<void>();
  const timeout = setTimeout(timer.resolve, LOOKUP_TIMEOUT_MS);
  try {
    await Promise.race([resolvePublic(url, { ...world, allow }), timer.promise]);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'address_unreachable') throw error;
  } finally {
    clearTimeout(timeout);
  }
}
