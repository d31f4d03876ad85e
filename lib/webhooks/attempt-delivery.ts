import 'server-only';
import { type FetchPublicWorld, fetchPublic } from '@/lib/egress/fetch-public';
import { getEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { type AttemptOutcome, type Judgement, judgeAttempt } from './judge-attempt';
import type { WebhookAttemptView } from './schemas';
import { listSigningSecrets } from './secrets';
import { signWebhook } from './sign-webhook';
import type { DueDelivery } from './take-deliveries';
import { buildWebhookId } from './webhook-id';

const TIMEOUT_MS = 15_000;

/** When to try again, in seconds from now; null: there is nothing more to do. */
export type NextTry = { waitSeconds: number | null };

/**
 * Tells a receiver once and writes down how it went. Told again after a crash it is told twice, under the same `webhook-id`.
 * The address is looked at anew each time: what was public yesterday may not be today.
 */
export async function attemptDelivery(
  admin: DatabaseClient,
  due: Pick<DueDelivery, 'deliveryId' | 'round'>,
  world: FetchPublicWorld = {},
): Promise<NextTry> {
  const delivery = await getDue(admin, due);
  if (!delivery) return { waitSeconds: null };
  // A test may go to an address that is switched off: to find out whether to switch it on.
  if (delivery.endpoint?.disabled_at && delivery.type !== 'webhook.test') {
    const attempt = buildAttempt(delivery.endpoint.url, { error: 'The endpoint is switched off.' }, 0);
    await recordAttempt(admin, due, attempt, { state: 'failed', gone: false });
    return { waitSeconds: null };
  }
  const url = delivery.endpoint?.url ?? delivery.url;
  const begun = performance.now();
  const outcome = await post(admin, delivery, url, world);
  const judgement = judgeAttempt(outcome, delivery.tries, { gaps: getEnv().webhookRetrySeconds });
  const attempt = buildAttempt(url, outcome, Math.round(performance.now() - begun));
  const counted = await recordAttempt(admin, due, attempt, judgement);
  log.info(
    {
      deliveryId: due.deliveryId,
      jobId: delivery.job_id,
      state: judgement.state,
      ...attempt,
      url: undefined,
    },
    'webhook attempted',
  );
  return { waitSeconds: counted && judgement.state === 'pending' ? judgement.waitSeconds : null };
}

async function getDue(admin: DatabaseClient, due: Pick<DueDelivery, 'deliveryId' | 'round'>) {
  const { data, error } = await admin
    .from('webhook_deliveries')
    .select(
      'owner_id, endpoint_id, job_id, url, event_id, type, payload, tries, endpoint:webhook_endpoints(url, disabled_at)',
    )
    .eq('id', due.deliveryId)
    .eq('round', due.round)
    .eq('state', 'pending')
    .maybeSingle();
  if (error) throw databaseError(error);
  return data;
}

async function post(
  admin: DatabaseClient,
  delivery: NonNullable<Awaited<ReturnType<typeof getDue>>>,
  url: string,
  world: FetchPublicWorld,
): Promise<AttemptOutcome> {
  const secrets = await listSigningSecrets(admin, {
    ownerId: delivery.owner_id,
    endpointId: delivery.endpoint_id,
  });
  if (secrets.length === 0) return { error: 'There is no secret to sign with. Rotate it, then replay.' };
  const body = JSON.stringify(delivery.payload);
  try {
    const answer = await fetchPublic(
      url,
      {
        method: 'POST',
        body,
        headers: {
          'content-type': 'application/json',
          'user-agent': 'Storyloom-Webhooks',
          ...signWebhook({ id: buildWebhookId(delivery.event_id), body, at: new Date() }, secrets),
        },
        timeoutMs: TIMEOUT_MS,
        ignoreBody: true,
      },
      world,
    );
    return { status: answer.status, retryAfter: answer.headers['retry-after'] };
  } catch (error) {
    if (isAppError(error) && error.code.startsWith('address_')) return { error: error.message };
    throw error;
  }
}

function buildAttempt(url: string, outcome: AttemptOutcome, durationMs: number): WebhookAttemptView {
  const status = 'status' in outcome ? outcome.status : null;
  const isSuccess = status !== null && status >= 200 && status < 300;
  return {
    at: new Date().toISOString(),
    url,
    status,
    error: 'error' in outcome ? outcome.error : isSuccess ? null : `It answered with status ${status}.`,
    duration_ms: durationMs,
  };
}

/** @returns false when a later round has taken over in the meantime */
async function recordAttempt(
  admin: DatabaseClient,
  due: Pick<DueDelivery, 'deliveryId' | 'round'>,
  attempt: WebhookAttemptView,
  judgement: Judgement,
): Promise<boolean> {
  const { data, error } = await admin.rpc('record_webhook_attempt', {
    p_delivery_id: due.deliveryId,
    p_round: due.round,
    p_attempt: attempt,
    p_state: judgement.state,
    ...(judgement.state === 'pending' && {
      p_next_attempt_at: new Date(Date.now() + judgement.waitSeconds * 1_000).toISOString(),
    }),
    p_gone: judgement.state === 'failed' && judgement.gone,
  });
  if (error) throw databaseError(error);
  return data;
}
