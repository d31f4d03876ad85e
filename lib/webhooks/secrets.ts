import 'server-only';
import { AppError } from '@/lib/errors';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import type { WebhookSecretsView } from './schemas';
import { createWebhookSecret } from './sign-webhook';

/** How long the old secret goes on signing beside the new one. */
const OVERLAP_SECONDS = 24 * 3_600;

/**
 * The secrets that sign for one of the caller's endpoints, or, without an id, for the `webhook_url` of their single requests.
 * The first one is made when it is first asked for.
 *
 * @throws AppError `not_found` for an endpoint that is not the caller's
 */
export function getWebhookSecrets(client: DatabaseClient, endpointId?: string): Promise<WebhookSecretsView> {
  return takeSecrets(client, endpointId, undefined);
}

/** A new secret; the ones before sign for another day, so that nothing is refused while the receiver changes over. */
export function rotateWebhookSecret(
  client: DatabaseClient,
  endpointId?: string,
): Promise<WebhookSecretsView> {
  return takeSecrets(client, endpointId, OVERLAP_SECONDS);
}

async function takeSecrets(
  client: DatabaseClient,
  endpointId: string | undefined,
  overlapSeconds: number | undefined,
): Promise<WebhookSecretsView> {
  const { data, error } = await client.rpc('take_webhook_secrets', {
    p_secret: createWebhookSecret(),
    ...(endpointId && { p_endpoint_id: endpointId }),
    ...(overlapSeconds && { p_overlap_seconds: overlapSeconds }),
  });
  if (error) throw databaseError(error);
  const [newest] = data;
  if (!newest) throw new AppError('internal', 'The database gave no signing secret.');
  return {
    secret: newest.secret,
    secrets: data.map(({ secret, created_at, expires_at }) => ({ secret, created_at, expires_at })),
  };
}

/** For signing: of the owner, of one endpoint or of none, without those whose time is over. */
export async function listSigningSecrets(
  admin: DatabaseClient,
  of: { ownerId: string; endpointId: string | null },
): Promise<string[]> {
  const query = admin.from('webhook_secrets').select('secret, expires_at').eq('owner_id', of.ownerId);
  const { data, error } = await (of.endpointId
    ? query.eq('endpoint_id', of.endpointId)
    : query.is('endpoint_id', null)
  ).order('created_at', { ascending: false });
  if (error) throw databaseError(error);
  return data
    .filter(({ expires_at }) => expires_at === null || Date.parse(expires_at) > Date.now())
    .map(({ secret }) => secret);
}
