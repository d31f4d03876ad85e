import 'server-only';
import type { z } from 'zod';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import {
  type DeliveryDetailView,
  type DeliveryListView,
  deliveryDetailViewSchema,
  type deliveryListQuerySchema,
  deliveryViewSchema,
} from './schemas';
import { buildWebhookId } from './webhook-id';

const COLUMNS =
  'id, event_id, type, endpoint_id, job_id, url, state, attempts, next_attempt_at, last_status, last_error, created_at, delivered_at' as const;

/** The caller's deliveries, newest first, a page at a time. */
export async function listDeliveries(
  client: DatabaseClient,
  query: z.output<typeof deliveryListQuerySchema>,
): Promise<DeliveryListView> {
  let select = client.from('webhook_deliveries').select(COLUMNS);
  if (query.state) select = select.eq('state', query.state);
  if (query.endpoint_id) select = select.eq('endpoint_id', query.endpoint_id);
  if (query.job_id) select = select.eq('job_id', query.job_id);
  if (query.cursor) {
    const { at, id } = readCursor(query.cursor);
    select = select.or(`created_at.lt."${at}",and(created_at.eq."${at}",id.lt.${id})`);
  }
  const { data, error } = await select
    .order('created_at', { ascending: false })
    .order('id', { ascending: false })
    // One more than asked for tells whether there is another page.
    .limit(query.limit + 1);
  if (error) throw databaseError(error);
  const page = data.slice(0, query.limit);
  const last = page.at(-1);
  return {
    deliveries: page.map((row) => deliveryViewSchema.parse(withWebhookId(row))),
    next_cursor: data.length > page.length && last ? buildCursor(last) : null,
  };
}

/** @throws AppError `not_found` */
export async function getDelivery(client: DatabaseClient, id: string): Promise<DeliveryDetailView> {
  const { data, error } = await client
    .from('webhook_deliveries')
    .select(`${COLUMNS}, payload, log`)
    .eq('id', id)
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) throw new AppError('not_found', 'There is no such delivery.');
  return deliveryDetailViewSchema.parse(withWebhookId(data));
}

/**
 * Tells it again, under its old id, with all its tries before it.
 * @throws AppError `not_found`, `conflict` while it is still being told
 */
export async function replayDelivery(
  client: DatabaseClient,
  id: string,
  send: (delivery: { deliveryId: string }) => Promise<void>,
): Promise<DeliveryDetailView> {
  const { error } = await client.rpc('replay_webhook_delivery', { p_delivery_id: id });
  if (error) throw databaseError(error);
  await send({ deliveryId: id });
  return getDelivery(client, id);
}

/** Sends an endpoint an event that only says that it works. @throws AppError `not_found` */
export async function testWebhook(
  client: DatabaseClient,
  endpointId: string,
  send: (delivery: { deliveryId: string }) => Promise<void>,
): Promise<DeliveryDetailView> {
  const { data: deliveryId, error } = await client.rpc('create_webhook_test', { p_endpoint_id: endpointId });
  if (error) throw databaseError(error);
  await send({ deliveryId });
  return getDelivery(client, deliveryId);
}

function withWebhookId<Row extends { event_id: string }>({ event_id, ...row }: Row) {
  return { ...row, webhook_id: buildWebhookId(event_id) };
}

function buildCursor(row: { created_at: string; id: string }): string {
  return Buffer.from(`${row.created_at} ${row.id}`).toString('base64url');
}

/** What is in it goes into a filter, so it must be nothing but a time and an id. */
function readCursor(cursor: string): { at: string; id: string } {
  const text = Buffer.from(cursor, 'base64url').toString();
  const [, at, id] = /^([\dT:.+Z-]{20,40}) ([0-9a-f-]{36})$/.exec(text) ?? [];
  if (!at || !id || Number.isNaN(Date.parse(at)))
    throw new AppError('invalid_request', 'This cursor is none of ours.', {
      fields: [{ path: 'cursor', message: 'Take it from next_cursor as it is.' }],
    });
  return { at, id };
}
