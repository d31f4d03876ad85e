import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata, Viewport } from 'next';
import type { ReactNode } from 'react';
import { SiteHeader } from '@/components/layout/site-header';
import { QueryProvider } from '@/components/query-provider';
import { getPageCaller } from '@/lib/auth/caller';
import { type Account, accountQueryOptions } from '@/lib/client/account-query';
import { createQueryClient } from '@/lib/client/query-client';
import { interfaceFont, storyFont, titleFont } from './fonts';
import './globals.css';

export const metadata: Metadata = {
  title: { default: 'Storyloom', template: '%s · Storyloom' },
  description: 'Say what the story is about. Get a picture book with a voice that reads it, and a film.',
};

export const viewport: Viewport = {
  themeColor: [
    { media: '(prefers-color-scheme: light)', color: '#fdf8ee' },
    { media: '(prefers-color-scheme: dark)', color: '#161329' },
  ],
};

export default async function RootLayout({ children }: { children: ReactNode }) {
  const queryClient = createQueryClient();
  queryClient.setQueryData(accountQueryOptions.queryKey, await readAccount());
  return (
    <html lang="en" className={`${titleFont.variable} ${interfaceFont.variable} ${storyFont.variable}`}>
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
            <main id="content" className="mx-auto w-full max-w-6xl flex-1 px-4 py-8 sm:px-6 sm:py-12">
              {children}
            </main>
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
