import 'server-only';
import { z } from 'zod';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

const gateSchema = z.object({
  provider: z.string(),
  circuit: z.enum(['closed', 'open', 'half-open']),
  failures: z.int(),
  opened_at: z.string().nullable(),
  retry_at: z.string().nullable(),
  error_code: z.string().nullable(),
  calls_under_way: z.int(),
});

/** How the gate of one AI service stands; `half-open`: its pause is over and one call tries. */
export type ProviderGate = {
  circuit: 'closed' | 'open' | 'half-open';
  failures: number;
  retryAt: string | null;
  errorCode: string | null;
  callsUnderWay: number;
};

export const CLOSED_GATE: ProviderGate = {
  circuit: 'closed',
  failures: 0,
  retryAt: null,
  errorCode: null,
  callsUnderWay: 0,
};

/** By the provider's name; those that were not called lately and do not fail are not there. */
export async function readGates(admin: DatabaseClient): Promise<Map<string, ProviderGate>> {
  const { data, error } = await admin.rpc('read_provider_gates');
  if (error) throw databaseError(error);
  return new Map(
    z
      .array(gateSchema)
      .parse(data)
      .map(({ provider, circuit, failures, retry_at, error_code, calls_under_way }) => [
        provider,
        {
          circuit,
          failures,
          retryAt: retry_at,
          errorCode: error_code,
          callsUnderWay: calls_under_way,
        },
      ]),
  );
}
