'use client';

import { useQuery } from '@tanstack/react-query';
import { Card } from '@/components/ui/card';
import { webhooksQueryOptions } from '@/lib/client/webhook-requests';
import { NewWebhookForm } from './new-webhook-form';
import { WebhookRow } from './webhook-row';
import { WebhookSecret } from './webhook-secret';

/** The addresses that are told when a story ends, and what signs those calls. */
export function WebhooksPanel() {
  const { data: webhooks = [] } = useQuery(webhooksQueryOptions);
  return (
    <Card className="mt-8 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Addresses</h2>
      <p className="mt-2 text-muted-foreground">
        Each of them gets a call when one of your stories is finished, fails or is stopped.
      </p>
      <NewWebhookForm />
      {webhooks.length > 0 ? (
        <ul aria-label="Your webhooks" className="mt-6 divide-y border-y">
          {webhooks.map((webhook) => (
            <WebhookRow key={webhook.id} webhook={webhook} />
          ))}
        </ul>
      ) : (
        <p className="mt-6 text-muted-foreground">Nobody is told yet.</p>
      )}
      <div className="mt-6">
        <h3 className="font-semibold text-lg">Single requests</h3>
        <p className="mt-1 text-muted-foreground">
          A request that names a <code className="font-mono text-sm">webhook_url</code> of its own is signed
          with this secret of yours.
        </p>
        <WebhookSecret />
      </div>
    </Card>
  );
}
