import { z } from 'zod';
import { AppError } from '@/lib/errors';

/** Long enough for any UUID or hash; longer ones are refused rather than cut. */
const idempotencyKeySchema = z.string().min(1).max(255);

/**
 * The request's `Idempotency-Key`, or null without one.
 * @throws AppError `invalid_request` for an empty or too long one
 */
export function readIdempotencyKey(request: Request): string | null {
  const header = request.headers.get('idempotency-key');
  if (header === null) return null;
  const key = idempotencyKeySchema.safeParse(header);
  if (!key.success) throw new AppError('invalid_request', 'An Idempotency-Key has 1 to 255 characters.');
  return key.data;
}
