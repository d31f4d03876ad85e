import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';

export function NoJobs() {
  return (
    <PageMessage
      title="Nothing on the loom"
      action={
        <Link href="/" className={buttonVariants()}>
          Start a story
        </Link>
      }
    >
      Here you can watch stories while they are being made, and find those that did not work out.
    </PageMessage>
  );
}
