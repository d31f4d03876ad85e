import Link from 'next/link';
import { PageMessage } from '@/components/layout/page-message';
import { buttonVariants } from '@/components/ui/button';

/** In the place of a conversation that was deleted while somebody looked at it. */
export function ConversationGone() {
  return (
    <PageMessage
      title="This conversation is not here any more"
      action={
        // A document of its own: the page of a conversation that was begun here is the one of a new one.
        <a href="/chat" className={buttonVariants()}>
          New conversation
        </a>
      }
    >
      It was deleted, or it belongs to someone else now. Stories that were made from it stay{' '}
      <Link href="/stories" className="underline underline-offset-4">
        on your shelf
      </Link>
      .
    </PageMessage>
  );
}
