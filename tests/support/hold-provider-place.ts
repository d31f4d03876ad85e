import { setInterval } from 'node:timers';
import { createClient } from '@supabase/supabase-js';

/** A process of its own that takes a place at a provider and never gives it back; a test kills it. */
const client = createClient(process.env.TEST_URL ?? '', process.env.TEST_KEY ?? '');
const { data, error } = await client.rpc('enter_provider', {
  p_provider: 'dead',
  p_call_id: 'held by another process',
  p_concurrency: 1,
  p_per_minute: null,
  p_lease_ms: Number(process.env.TEST_LEASE_MS),
});
if (error) throw error;
process.send?.(data);
setInterval(() => {}, 60_000);
