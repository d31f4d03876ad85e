import { BookX } from 'lucide-react';
import Link from 'next/link';
import { buttonVariants } from '@/components/ui/button';

/** The story was deleted while somebody read it: what is on the screen may be read to its end. */
export function StoryGone() {
  return (
    <div
      role="alert"
      className="flex flex-wrap items-center gap-x-4 gap-y-3 rounded-lg bg-warning-soft px-5 py-4 text-warning"
    >
      <BookX aria-hidden className="size-6 shrink-0" />
      <p className="min-w-56 flex-1">
        <strong>This story has been deleted.</strong> What is here can still be read to its end; it will not
        open again.
      </p>
      <div className="flex flex-wrap gap-2">
        <Link href="/stories" className={buttonVariants({ variant: 'outline' })}>
          To the other stories
        </Link>
        <Link href="/" className={buttonVariants()}>
          Make a new one
        </Link>
      </div>
    </div>
  );
}
