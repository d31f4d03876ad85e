import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiKeysPanel } from '@/components/account/api-keys-panel';
import { HouseholdCard } from '@/components/account/household-card';
import { ModelsCard } from '@/components/account/models-card';
import { ProfilePanel } from '@/components/account/profile-panel';
import { SpendCard } from '@/components/account/spend-card';
import { WebhooksCard } from '@/components/account/webhooks-card';
import { SignOutButton } from '@/components/auth/sign-out-button';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';
import { isStoryPaid } from '@/lib/ai/paid-models';
import { listApiKeys } from '@/lib/auth/api-keys';
import { getPageCaller } from '@/lib/auth/caller';
import { getProfile } from '@/lib/auth/profile';
import { apiKeysQueryOptions } from '@/lib/client/api-key-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { getUsageView } from '@/lib/ledger/job-spend';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const caller = await getPageCaller();
  if (!caller || caller.isGuest) {
    return (
      <PageMessage
        title="No account yet"
        action={
          <>
            <Link href="/login" className={buttonVariants()}>
              {caller ? 'Keep my stories' : 'Sign in'}
            </Link>
            {caller ? (
              <Link href="/account/household" className={buttonVariants({ variant: 'secondary' })}>
                Your household
              </Link>
            ) : null}
          </>
        }
      >
        {caller
          ? 'You are a guest so far. With an account you keep your stories, and programs of yours can make some too.'
          : 'Sign in to see your account and the keys of your programs.'}
      </PageMessage>
    );
  }
  const [profile, keys, usage] = await Promise.all([
    getProfile(caller),
    listApiKeys(caller.client),
    getUsageView(caller.client),
  ]);
  const queryClient = createQueryClient();
  queryClient.setQueryData(apiKeysQueryOptions.queryKey, keys);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div className="mx-auto max-w-3xl">
        <h1 className="font-semibold text-4xl">Your account</h1>
        <p className="mt-3 text-lg text-muted-foreground">
          Who you are here, and which programs may act for you.
        </p>
        <ProfilePanel email={caller.email ?? ''} userId={caller.userId} displayName={profile.display_name} />
        <HouseholdCard />
        <SpendCard usage={usage} isPaid={isStoryPaid()} />
        <ApiKeysPanel />
        <div className="mt-6 min-[24rem]:hidden">
          <SignOutButton />
        </div>
        <ModelsCard />
        <WebhooksCard />
      </div>
    </HydrationBoundary>
  );
}
