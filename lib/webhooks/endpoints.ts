import 'server-only';
import { randomUUID } from 'node:crypto';
import type { z } from 'zod';
import { checkPublicUrl } from '@/lib/egress/check-public-url';
import { AppError } from '@/lib/errors';
import { getAdminClient } from '@/lib/supabase/admin';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import {
  type CreatedWebhookView,
  type createWebhookSchema,
  type WebhookChange,
  type WebhookView,
  webhookViewSchema,
} from './schemas';
import { getWebhookSecrets } from './secrets';

/** Of one owner. Each end of a job costs a call to every one of them. */
const MAX_ENDPOINTS = 20;
const COLUMNS =
  'id, url, description, event_types, disabled_at, disabled_reason, created_at, updated_at' as const;

/**
 * Reads go through the caller's client. What is written is written by the service, whose routes have seen a grown-up's proof.
 *
 * @throws AppError `address_not_allowed`, `conflict` with too many
 */
export async function createWebhook(
  client: DatabaseClient,
  ownerId: string,
  wish: z.output<typeof createWebhookSchema>,
): Promise<CreatedWebhookView> {
  await checkPublicUrl(wish.url);
  const { count, error: countError } = await client
    .from('webhook_endpoints')
    .select('id', { count: 'exact', head: true });
  if (countError) throw databaseError(countError);
  if ((count ?? 0) >= MAX_ENDPOINTS)
    throw new AppError('conflict', `An account has at most ${MAX_ENDPOINTS} webhooks.`);
  const { data, error } = await getAdminClient()
    .from('webhook_endpoints')
    .insert({ id: randomUUID(), owner_id: ownerId, ...wish })
    .select(COLUMNS)
    .single();
  if (error) throw databaseError(error);
  const { secret } = await getWebhookSecrets(client, data.id);
  return { ...toView(data), secret };
}

/** Newest first. */
export async function listWebhooks(client: DatabaseClient): Promise<WebhookView[]> {
  const { data, error } = await client
    .from('webhook_endpoints')
    .select(COLUMNS)
    .order('created_at', { ascending: false })
    .order('id');
  if (error) throw databaseError(error);
  return data.map(toView);
}

/** @throws AppError `not_found` */
export async function getWebhook(client: DatabaseClient, id: string): Promise<WebhookView> {
  const { data, error } = await client.from('webhook_endpoints').select(COLUMNS).eq('id', id).maybeSingle();
  if (error) throw databaseError(error);
  return toView(data ?? notFound());
}

/** @throws AppError `not_found`, `address_not_allowed` */
export async function changeWebhook(
  client: DatabaseClient,
  id: string,
  { enabled, ...change }: WebhookChange,
): Promise<WebhookView> {
  if (change.url !== undefined) await checkPublicUrl(change.url);
  const before = await getWebhook(client, id);
  const { data, error } = await getAdminClient()
    .from('webhook_endpoints')
    .update({
      ...change,
      ...(enabled === true && { disabled_at: null, disabled_reason: null }),
      ...(enabled === false &&
        before.enabled && { disabled_at: new Date().toISOString(), disabled_reason: 'owner' }),
      // So that there is something to write when nothing changes.
      description: change.description ?? before.description,
    })
    .eq('id', id)
    .select(COLUMNS)
    .maybeSingle();
  if (error) throw databaseError(error);
  return toView(data ?? notFound());
}

/** Its deliveries go with it. @throws AppError `not_found` */
export async function deleteWebhook(client: DatabaseClient, id: string): Promise<void> {
  await getWebhook(client, id);
  const { data, error } = await getAdminClient()
    .from('webhook_endpoints')
    .delete()
    .eq('id', id)
    .select('id')
    .maybeSingle();
  if (error) throw databaseError(error);
  if (!data) notFound();
}

function toView(row: { disabled_at: string | null }): WebhookView {
  return webhookViewSchema.parse({ ...row, enabled: row.disabled_at === null });
}

function notFound(): never {
  throw new AppError('not_found', 'There is no such webhook.');
}
