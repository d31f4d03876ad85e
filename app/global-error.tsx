'use client';

import { PageMessage } from '@/components/layout/page-message';
import { Button } from '@/components/ui/button';
import './globals.css';

/** Stands in for the whole document when even the layout could not be rendered, e.g. without the sign-in service. */
export default function GlobalErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <html lang="en">
      <body>
        <title>Something went wrong · Storyloom</title>
        <main>
          <PageMessage
            title="The loom is standing still"
            action={<Button onClick={() => retry()}>Try again</Button>}
          >
            Storyloom cannot reach its bookshelf right now. Your stories are safe.
          </PageMessage>
        </main>
      </body>
    </html>
  );
}
