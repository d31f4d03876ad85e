import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ModelsPanel } from '@/components/account/models-panel';
import { ProvidersPanel } from '@/components/account/providers-panel';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { readModelCatalog } from '@/lib/ai/model-catalog';
import { getPageCaller } from '@/lib/auth/caller';
import { modelsQueryOptions } from '@/lib/client/model-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { getAdminClient } from '@/lib/supabase/admin';

export const metadata: Metadata = { title: 'Models' };

export default async function ModelsPage() {
  const caller = await getPageCaller();
  if (!caller || caller.isGuest) {
    return (
      <PageMessage
        title="Who writes, paints and reads?"
        action={
          <Link href="/login" className={buttonVariants()}>
            {caller ? 'Keep my stories' : 'Sign in'}
          </Link>
        }
      >
        With an account you see which models make your stories, and whether their services answer.
      </PageMessage>
    );
  }
  const queryClient = createQueryClient();
  // Services are asked by the browser's request: nobody waits for them before there is a page. Old at once, so that it asks.
  const catalog = await readModelCatalog(getAdminClient(), { asksProviders: false });
  queryClient.setQueryData(modelsQueryOptions.queryKey, catalog, { updatedAt: 0 });
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div className="mx-auto max-w-3xl">
        <h1 className="font-semibold text-4xl">Models</h1>
        <p className="mt-3 text-lg text-muted-foreground">
          Who writes, paints and reads your stories here.{' '}
          <Link href="/account" className={buttonVariants({ variant: 'link', size: 'inline' })}>
            Back to your account
          </Link>
        </p>
        <ModelsPanel />
        <ProvidersPanel />
      </div>
    </HydrationBoundary>
  );
}
