import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata, Viewport } from 'next';
import { cookies } from 'next/headers';
import type { ReactNode } from 'react';
import { GrownUpBar } from '@/components/household/grown-up-bar';
import { GrownUpProvider } from '@/components/household/grown-up-provider';
import { ConnectionBanner } from '@/components/layout/connection-banner';
import { PageStage } from '@/components/layout/page-stage';
import { SiteFooter } from '@/components/layout/site-footer';
import { SiteHeader } from '@/components/layout/site-header';
import { QueryProvider } from '@/components/query-provider';
import { Toaster } from '@/components/ui/toast';
import { getPageCaller } from '@/lib/auth/caller';
import { type Account, accountQueryOptions } from '@/lib/client/account-query';
import { grownUpQueryOptions } from '@/lib/client/grown-up-query';
import { householdQueryOptions } from '@/lib/client/household-requests';
import {
  findTheme,
  GROUNDS,
  type LightChoice,
  lightQueryOptions,
  readLightChoice,
  type Theme,
} from '@/lib/client/page-light';
import { createQueryClient } from '@/lib/client/query-client';
import { interfaceFont, storyFont, titleFont } from './fonts';
import { readPageHousehold } from './read-page-household';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Storyloom', template: '%s · Storyloom' },
  description: 'Say what the story is about. Get a picture book with a voice that reads it, and a film.',
  applicationName: 'Storyloom',
  appleWebApp: { title: 'Storyloom', statusBarStyle: 'default' },
  // Numbers in a story are no telephone's.
  formatDetection: { telephone: false, date: false, address: false, email: false },
};

export async function generateViewport(): Promise<Viewport> {
  const { theme } = await readPageLight();
  return {
    // Under the edges of a phone's screen too: the page's foot keeps clear of them itself.
    viewportFit: 'cover',
    themeColor: theme
      ? GROUNDS[theme]
      : [
          { media: '(prefers-color-scheme: light)', color: GROUNDS.light },
          { media: '(prefers-color-scheme: dark)', color: GROUNDS.dark },
        ],
  };
}

export default async function RootLayout({ children }: { children: ReactNode }) {
  const queryClient = createQueryClient();
  const [account, { household, grownUpUntil }, { choice, theme }] = await Promise.all([
    readAccount(),
    readPageHousehold(),
    readPageLight(),
  ]);
  queryClient.setQueryData(accountQueryOptions.queryKey, account);
  queryClient.setQueryData(grownUpQueryOptions.queryKey, { until: grownUpUntil });
  queryClient.setQueryData(lightQueryOptions.queryKey, choice);
  if (household) queryClient.setQueryData(householdQueryOptions.queryKey, household);
  return (
    <html
      lang="en"
      className={`${titleFont.variable} ${interfaceFont.variable} ${storyFont.variable}`}
      data-theme={theme ?? undefined}
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
            <ConnectionBanner />
            <GrownUpBar />
            <main
              id="content"
              tabIndex={-1}
              className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 outline-none sm:px-6 sm:py-12"
            >
              <PageStage>{children}</PageStage>
            </main>
            <SiteFooter />
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
async function readPageLight(): Promise<{ choice: LightChoice; theme: Theme }> {
  const [{ household }, jar] = await Promise.all([readPageHousehold(), cookies()]);
  const choice = readLightChoice((name) => jar.get(name)?.value);
  return { choice, theme: findTheme(choice, household?.is_bedtime ?? false) };
}
