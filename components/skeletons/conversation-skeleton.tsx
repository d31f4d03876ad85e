import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

/** A conversation that is being opened: what was said, and where one writes. */
export function ConversationSkeleton() {
  return (
    <SkeletonPage label="Opening the conversation" className="mx-auto flex max-w-3xl flex-col gap-6">
      <Skeleton className="h-10 w-2/3" />
      <Skeleton className="h-16 w-3/5 self-end rounded-2xl" />
      <Skeleton className="h-28 w-4/5 rounded-2xl" />
      <Skeleton className="h-16 w-2/5 self-end rounded-2xl" />
      <Skeleton className="mt-auto h-28 w-full rounded-2xl" />
    </SkeletonPage>
  );
}
