'use client';

import { PageMessage } from '@/components/layout/page-message';
import { Button } from '@/components/ui/button';

/** What broke stands in the server's log; a visitor is told what they can do. */
export default function ErrorPage({ retry }: { error: unknown; retry: () => void }) {
  return (
    <PageMessage title="A thread has snapped" action={<Button onClick={() => retry()}>Try again</Button>}>
      Something went wrong on our side. Your stories are safe.
    </PageMessage>
  );
}
