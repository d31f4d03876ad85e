'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { switchWebhook, testWebhook, webhooksQueryOptions } from '@/lib/client/webhook-requests';
import type { WebhookView } from '@/lib/webhooks/schemas';
import { DeleteWebhookButton } from './delete-webhook-button';
import { WebhookSecret } from './webhook-secret';

/** One address: whether it is told, a try, its secret, its end. */
export function WebhookRow({ webhook }: { webhook: WebhookView }) {
  const queryClient = useQueryClient();
  const switching = useMutation({
    mutationFn: () => switchWebhook(webhook.id, !webhook.enabled),
    onSettled: () => queryClient.invalidateQueries(webhooksQueryOptions),
  });
  const testing = useMutation({
    mutationFn: () => testWebhook(webhook.id),
    onSuccess: () => queryClient.invalidateQueries({ queryKey: ['webhook-deliveries'] }),
  });
  const failure = switching.error ?? testing.error;
  return (
    <li className="py-4">
      <div className="flex flex-wrap items-center gap-x-3 gap-y-2">
        <p className="min-w-52 flex-1 break-all font-bold">{webhook.url}</p>
        {webhook.enabled ? (
          <Badge variant="success">On</Badge>
        ) : (
          <Badge variant="warning">{webhook.disabled_reason === 'gone' ? 'Gone' : 'Off'}</Badge>
        )}
      </div>
      {webhook.disabled_reason === 'gone' ? (
        <p className="mt-1 text-muted-foreground text-sm">
          It answered 410, which means “never again”. Switch it on when that has changed.
        </p>
      ) : null}
      <div className="mt-2 flex flex-wrap items-center gap-2">
        <Button
          variant="secondary"
          size="sm"
          aria-label={`Send a test to ${webhook.url}`}
          aria-disabled={testing.isPending}
          onClick={() => testing.isPending || testing.mutate()}
        >
          {testing.isPending ? 'Sending…' : 'Send a test'}
        </Button>
        <Button
          variant="ghost"
          size="sm"
          aria-label={`Switch ${webhook.enabled ? 'off' : 'on'} ${webhook.url}`}
          aria-disabled={switching.isPending}
          onClick={() => switching.isPending || switching.mutate()}
        >
          Switch {webhook.enabled ? 'off' : 'on'}
        </Button>
        <DeleteWebhookButton webhook={webhook} />
      </div>
      <p role="status" className="text-muted-foreground text-sm">
        {testing.isSuccess ? 'A test is on its way: see below how it went.' : null}
      </p>
      {failure ? (
        <p role="alert" className="font-semibold text-destructive text-sm">
          {errorSentence(failure)}
        </p>
      ) : null}
      <WebhookSecret webhookId={webhook.id} />
    </li>
  );
}
