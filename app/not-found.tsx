import type { Metadata } from 'next';
import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not found' };

export default function NotFoundPage() {
  return (
    <PageMessage
      title="This page slipped out of the book"
      action={
        <>
          <Link href="/" className={buttonVariants()}>
            Start a story
          </Link>
          <Link href="/stories" className={buttonVariants({ variant: 'outline' })}>
            To my stories
          </Link>
        </>
      }
    >
      There is nothing here. It may have been deleted, or it belongs to someone else.
    </PageMessage>
  );
}
