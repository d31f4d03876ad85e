import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { HouseholdPanels } from '@/components/household/household-panels';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { getPageCaller } from '@/lib/auth/caller';
import { readersQueryOptions } from '@/lib/client/household-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { listReaders } from '@/lib/household/readers';

export const metadata: Metadata = { title: 'Your household' };

export default async function HouseholdPage() {
  const caller = await getPageCaller();
  if (!caller) {
    return (
      <PageMessage
        title="No household yet"
        action={
          <>
            <Link href="/" className={buttonVariants()}>
              Start a story
            </Link>
            <Link href="/login" className={buttonVariants({ variant: 'secondary' })}>
              Sign in
            </Link>
          </>
        }
      >
        With your first story, or with an account, you can say who reads here and when it is bedtime.
      </PageMessage>
    );
  }
  const queryClient = createQueryClient();
  queryClient.setQueryData(readersQueryOptions.queryKey, await listReaders(caller.client, caller.userId));
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <HouseholdPanels />
    </HydrationBoundary>
  );
}
