import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

/** A story on the loom: its name, how far it is, its pages. */
export function MakingSkeleton() {
  return (
    <SkeletonPage label="Fetching what is on the loom" className="space-y-8">
      <div className="space-y-4">
        <Skeleton className="h-11 w-3/5 max-w-md" />
        <Skeleton className="h-5 w-4/5 max-w-xl" />
        <Skeleton className="h-3.5 w-full rounded-full" />
        <div className="flex flex-wrap gap-3">
          <Skeleton className="h-8 w-28 rounded-full" />
          <Skeleton className="h-8 w-32 rounded-full" />
          <Skeleton className="h-8 w-24 rounded-full" />
        </div>
      </div>
      <div className="grid gap-6 sm:grid-cols-2">
        <Skeleton className="aspect-video rounded-xl" />
        <Skeleton className="aspect-video rounded-xl max-sm:hidden" />
      </div>
    </SkeletonPage>
  );
}
