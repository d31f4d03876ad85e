import type { Metadata } from 'next';
import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';

export const metadata: Metadata = { title: 'Not here any more', robots: { index: false, follow: false } };

export default function SharedStoryNotFound() {
  return (
    <PageMessage
      title="This story is not shared any more"
      action={
        <Link href="/" className={buttonVariants()}>
          Make a story of your own
        </Link>
      }
    >
      Whoever sent you the link has put the book back on their shelf, or the address lost a letter on its way.
      Ask them for a new one.
    </PageMessage>
  );
}
