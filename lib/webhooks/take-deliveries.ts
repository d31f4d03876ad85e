import 'server-only';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/** A delivery for the queue. `round` tells this hand-over from an earlier one that was lost or has been overtaken. */
export type DueDelivery = { deliveryId: string; ownerId: string; round: number };

/** Takes what waits to be told, of one job, one delivery, or (`{}`) of everybody: whoever takes it hands it to the queue. */
export async function takeDeliveries(
  admin: DatabaseClient,
  of: { jobId?: string; deliveryId?: string },
): Promise<DueDelivery[]> {
  const { data, error } = await admin.rpc('take_webhook_deliveries', {
    ...(of.jobId && { p_job_id: of.jobId }),
    ...(of.deliveryId && { p_delivery_id: of.deliveryId }),
  });
  if (error) throw databaseError(error);
  return data.map(({ id, owner_id, round }) => ({ deliveryId: id, ownerId: owner_id, round }));
}
