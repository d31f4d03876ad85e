import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

/** The first page: the question, and the box for the answer. */
export function StartSkeleton() {
  return (
    <SkeletonPage label="Opening the first page" className="mx-auto max-w-3xl">
      <Skeleton className="mx-auto h-12 w-4/5" />
      <Skeleton className="mx-auto mt-5 h-6 w-3/5" />
      <Skeleton className="mt-12 h-44 w-full rounded-2xl" />
      <div className="mt-8 flex flex-wrap gap-2">
        <Skeleton className="h-11 w-20 rounded-full" />
        <Skeleton className="h-11 w-20 rounded-full" />
        <Skeleton className="h-11 w-24 rounded-full" />
      </div>
    </SkeletonPage>
  );
}
