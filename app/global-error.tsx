'use client';

import { useEffect, useState } from 'react';
import { PageMessage } from '@/components/layout/page-message';
import { Button, buttonVariants } from '@/components/ui/button';
import { findTheme, readLightChoice, type Theme } from '@/lib/client/page-light';
import { interfaceFont, titleFont } from './fonts';
import './globals.css';

/** Stands in for the whole document when even the layout could not be rendered, e.g. without the sign-in service. */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
  const [theme, setTheme] = useState<Theme>(null);
  // The hours of the household are not to be had now; what was chosen in this browser is.
  useEffect(() => setTheme(findTheme(readLightChoice(readBrowserCookie), false)), []);
  return (
    <html
      lang="en"
      className={`${titleFont.variable} ${interfaceFont.variable}`}
      data-theme={theme ?? undefined}
    >
      <body>
        <title>Something went wrong · Storyloom</title>
        <main className="px-4">
          <PageMessage
            title="The loom is standing still"
            action={
              <>
                <Button onClick={() => retry()}>Try again</Button>
                {/* A plain link: the whole document is fetched anew. */}
                <a href="/" className={buttonVariants({ variant: 'outline' })}>
                  To the first page
                </a>
              </>
            }
          >
            Storyloom cannot reach its bookshelf right now. Your stories are safe.
          </PageMessage>
        </main>
      </body>
    </html>
  );
}

function readBrowserCookie(name: string): string | undefined {
  const prefix = `${name}=`;
  return document.cookie
    .split('; ')
    .find((cookie) => cookie.startsWith(prefix))
    ?.slice(prefix.length);
}
