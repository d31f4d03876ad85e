'use client';

import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { Button, buttonVariants } from '@/components/ui/button';

type ErrorPageProps = { error: Error & { digest?: string }; retry: () => void };

/** What broke stands in the server's log, under this number; a visitor is told what they can do. */
export default function ErrorPage({ error, retry }: ErrorPageProps) {
  return (
    <PageMessage
      title="A thread has snapped"
      action={
        <>
          <Button onClick={() => retry()}>Try again</Button>
          <Link href="/stories" className={buttonVariants({ variant: 'outline' })}>
            To my stories
          </Link>
        </>
      }
    >
      <p>Something went wrong on our side. Your stories are safe.</p>
      {error.digest ? (
        <p className="mt-3 text-base">
          If it keeps happening, tell whoever runs this Storyloom: number{' '}
          <code className="rounded bg-muted px-1.5 py-0.5">{error.digest}</code>.
        </p>
      ) : null}
    </PageMessage>
  );
}
