import { infiniteQueryOptions, queryOptions } from '@tanstack/react-query';
import type {
  CreatedWebhookView,
  DeliveryDetailView,
  DeliveryListView,
  DeliveryView,
  WebhookSecretsView,
  WebhookView,
} from '@/lib/webhooks/schemas';
import { requestJson } from './request-json';

const POLL_MS = 3_000;

/** The caller's webhooks, newest first (`app/api/webhooks`). */
export const webhooksQueryOptions = queryOptions({
  queryKey: ['webhooks'],
  queryFn: async ({ signal }) =>
    (await requestJson<{ webhooks: WebhookView[] }>('/api/webhooks', { signal })).webhooks,
});

/** What was told to whom, newest first; asked again while something is still under way. */
export function deliveriesQueryOptions(jobId?: string) {
  return infiniteQueryOptions({
    queryKey: ['webhook-deliveries', { jobId: jobId ?? null }],
    initialPageParam: '',
    queryFn: async ({ pageParam, signal }) => {
      const search = new URLSearchParams({ limit: '20' });
      if (pageParam) search.set('cursor', pageParam);
      if (jobId) search.set('job_id', jobId);
      return requestJson<DeliveryListView>(`/api/webhooks/deliveries?${search}`, { signal });
    },
    getNextPageParam: (page) => page.next_cursor,
    refetchInterval: ({ state }) => {
      const deliveries = state.data?.pages.flatMap((page) => page.deliveries) ?? [];
      return deliveries.some(isSoon) ? POLL_MS : false;
    },
  });
}

/** One that waits for hours is not worth asking for every moment. */
function isSoon(delivery: DeliveryView): boolean {
  return delivery.state === 'pending' && Date.parse(delivery.next_attempt_at ?? '') < Date.now() + 60_000;
}

/** @param attempts how many it has had, as far as is known: with another one there is something new to read */
export function deliveryQueryOptions(deliveryId: string, attempts: number) {
  return queryOptions({
    queryKey: ['webhook-delivery', deliveryId, attempts],
    queryFn: ({ signal }) =>
      requestJson<DeliveryDetailView>(`/api/webhooks/deliveries/${deliveryId}`, { signal }),
  });
}

export function createWebhook(body: { url: string }): Promise<CreatedWebhookView> {
  return requestJson('/api/webhooks', { method: 'POST', body });
}

export function switchWebhook(webhookId: string, enabled: boolean): Promise<WebhookView> {
  return requestJson(`/api/webhooks/${webhookId}`, { method: 'PATCH', body: { enabled } });
}

export function deleteWebhook(webhookId: string): Promise<unknown> {
  return requestJson(`/api/webhooks/${webhookId}`, { method: 'DELETE' });
}

export function testWebhook(webhookId: string): Promise<DeliveryDetailView> {
  return requestJson(`/api/webhooks/${webhookId}/test`, { method: 'POST' });
}

export function replayDelivery(deliveryId: string): Promise<DeliveryDetailView> {
  return requestJson(`/api/webhooks/deliveries/${deliveryId}/replay`, { method: 'POST' });
}

/** Without an id: what signs the calls to the `webhook_url` of single requests. */
export function readWebhookSecrets(webhookId?: string): Promise<WebhookSecretsView> {
  return requestJson(webhookId ? `/api/webhooks/${webhookId}/secret` : '/api/webhooks/secret');
}

export function rotateWebhookSecret(webhookId?: string): Promise<WebhookSecretsView> {
  return requestJson(webhookId ? `/api/webhooks/${webhookId}/rotate` : '/api/webhooks/secret/rotate', {
    method: 'POST',
  });
}
