import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { SampleInvitation } from '@/components/story/sample-invitation';
import { buttonVariants } from '@/components/ui/button';

/** Nobody has told a story here yet. */
export function EmptyShelf() {
  return (
    <>
      <PageMessage
        title="Your shelf is still empty"
        action={
          <Link href="/" className={buttonVariants()}>
            Start a story
          </Link>
        }
      >
        Every story you make finds its place here. The first one takes less than a minute.
      </PageMessage>
      <SampleInvitation />
    </>
  );
}
