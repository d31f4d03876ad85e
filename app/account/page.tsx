import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import Link from 'next/link';
import { ApiKeysPanel } from '@/components/account/api-keys-panel';
import { DevicesPanel } from '@/components/account/devices-panel';
import { EraseCard } from '@/components/account/erase-card';
import { GuestAccount } from '@/components/account/guest-account';
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
import { listDevices } from '@/lib/auth/devices';
import { getProfile } from '@/lib/auth/profile';
import { apiKeysQueryOptions } from '@/lib/client/api-key-requests';
import { devicesQueryOptions } from '@/lib/client/device-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { getUsageView } from '@/lib/ledger/job-spend';

export const metadata: Metadata = { title: 'Account' };

export default async function AccountPage() {
  const caller = await getPageCaller();
  if (!caller) {
    return (
      <PageMessage
        title="No account yet"
        action={
          <Link href="/login" className={buttonVariants()}>
            Sign in
          </Link>
        }
      >
        Sign in to see your account, your devices and the keys of your programs.
      </PageMessage>
    );
  }
  if (caller.isGuest) return <GuestAccount />;
  const [profile, keys, usage, devices] = await Promise.all([
    getProfile(caller),
    listApiKeys(caller.client),
    getUsageView(caller.client),
    listDevices(caller.client),
  ]);
  const queryClient = createQueryClient();
  queryClient.setQueryData(apiKeysQueryOptions.queryKey, keys);
  queryClient.setQueryData(devicesQueryOptions.queryKey, devices);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <div className="mx-auto max-w-3xl">
        <h1 className="font-semibold text-4xl">Your account</h1>
        <p className="mt-3 text-lg text-muted-foreground">
          Who you are here, where you are signed in, and which programs may act for you.
        </p>
        <ProfilePanel email={caller.email ?? ''} userId={caller.userId} displayName={profile.display_name} />
        <div className="mt-6 min-[24rem]:hidden">
          <SignOutButton />
        </div>
        <DevicesPanel />
        <HouseholdCard />
        <SpendCard usage={usage} isPaid={isStoryPaid()} />
        <ApiKeysPanel />
        <ModelsCard />
        <WebhooksCard />
        <EraseCard />
      </div>
    </HydrationBoundary>
  );
}
