import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { DeliveriesPanel } from '@/components/webhooks/deliveries-panel';
import { WebhooksPanel } from '@/components/webhooks/webhooks-panel';
import { getPageCaller } from '@/lib/auth/caller';
import { createQueryClient } from '@/lib/client/query-client';
import { deliveriesQueryOptions, webhooksQueryOptions } from '@/lib/client/webhook-requests';
import { listDeliveries } from '@/lib/webhooks/deliveries';
import { listWebhooks } from '@/lib/webhooks/endpoints';

export const metadata: Metadata = { title: 'Webhooks' };

export default async function WebhooksPage() {
  const caller = await getPageCaller();
  if (!caller) {
    return (
      <PageMessage
        title="Nobody to tell for"
        action={
          <Link href="/login" className={buttonVariants()}>
            Sign in
          </Link>
        }
      >
        Sign in to say which programs are told when your stories are finished.
      </PageMessage>
    );
  }
  const [webhooks, deliveries] = await Promise.all([
    listWebhooks(caller.client),
    listDeliveries(caller.client, { limit: 20 }),
  ]);
  const queryClient = createQueryClient();
  queryClient.setQueryData(webhooksQueryOptions.queryKey, webhooks);
  queryClient.setQueryData(deliveriesQueryOptions().queryKey, { pages: [deliveries], pageParams: [''] });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div className="mx-auto max-w-3xl">
        <h1 className="font-semibold text-4xl">Webhooks</h1>
        <p className="mt-3 text-lg text-muted-foreground">
          Who is told when a story is finished, and how it went.{' '}
          <Link href="/account" className={buttonVariants({ variant: 'link', size: 'inline' })}>
            Back to your account
          </Link>
        </p>
        <WebhooksPanel />
        <DeliveriesPanel />
      </div>
    </HydrationBoundary>
  );
}
