import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { GrownUpBar } from '@/components/household/grown-up-bar';
import { GrownUpProvider } from '@/components/household/grown-up-provider';
import { SiteHeader } from '@/components/layout/site-header';
import { QueryProvider } from '@/components/query-provider';
import { Toaster } from '@/components/ui/toast';
import { getPageCaller } from '@/lib/auth/caller';
import { type Account, accountQueryOptions } from '@/lib/client/account-query';
import {
  isBedtimeLight,
  LIGHT_COOKIE,
  type Light,
  lightQueryOptions,
  readLight,
} from '@/lib/client/bedtime-light';
import { grownUpQueryOptions } from '@/lib/client/grown-up-query';
import { householdQueryOptions } from '@/lib/client/household-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { interfaceFont, storyFont, titleFont } from './fonts';
import { readPageHousehold } from './read-page-household';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Storyloom', template: '%s · Storyloom' },
  description: 'Say what the story is about. Get a picture book with a voice that reads it, and a film.',
};

export async function generateViewport(): Promise<Viewport> {
  const { isDim } = await readPageLight();
  return {
    themeColor: isDim
      ? '#17100a'
      : [
          { media: '(prefers-color-scheme: light)', color: '#fdf8ee' },
          { media: '(prefers-color-scheme: dark)', color: '#161329' },
        ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const queryClient = createQueryClient();
  const [account, { household, grownUpUntil }, { chosen, isDim }] = await Promise.all([
    readAccount(),
    readPageHousehold(),
    readPageLight(),
  ]);
  queryClient.setQueryData(accountQueryOptions.queryKey, account);
  queryClient.setQueryData(grownUpQueryOptions.queryKey, { until: grownUpUntil });
  queryClient.setQueryData(lightQueryOptions.queryKey, chosen);
  if (household) queryClient.setQueryData(householdQueryOptions.queryKey, household);
  return (
    <html
      lang="en"
      className={`${titleFont.variable} ${interfaceFont.variable} ${storyFont.variable}`}
      data-theme={isDim ? 'bedtime' : undefined}
    >
      <body className="flex flex-col">
        <a
          href="#content"
          className="sr-only z-50 rounded-md bg-primary px-4 py-2 font-bold text-primary-foreground focus:not-sr-only focus:fixed focus:top-2 focus:left-2"
        >
          Skip to the content
        </a>
        <QueryProvider>
          <HydrationBoundary state={dehydrate(queryClient)}>
            <SiteHeader />
            <GrownUpBar />
            <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 sm:px-6 sm:py-12">
              {children}
            </main>
            <GrownUpProvider />
            <Toaster />
          </HydrationBoundary>
        </QueryProvider>
      </body>
    </html>
  );
}

async function readAccount(): Promise<Account> {
  const caller = await getPageCaller();
  if (!caller) return { kind: 'visitor' };
  return caller.isGuest ? { kind: 'guest' } : { kind: 'member', email: caller.email ?? '' };
}

/** Known before the first view, so that nothing flashes: chosen in this browser, else by the household's hours. */
async function readPageLight(): Promise<{ chosen: Light | null; isDim: boolean }> {
  const [{ household }, jar] = await Promise.all([readPageHousehold(), cookies()]);
  const chosen = readLight(jar.get(LIGHT_COOKIE)?.value);
  return { chosen, isDim: isBedtimeLight(chosen, household?.is_bedtime ?? false) };
}
