import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

const BOOKS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth'];

/** A shelf whose books are still being set out. */
export function ShelfSkeleton() {
  return (
    <SkeletonPage label="Fetching your stories">
      <h1 className="font-semibold text-4xl sm:text-5xl">Stories</h1>
      <Skeleton className="mt-6 h-12 w-full rounded-full" />
      <div className="mt-8 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {BOOKS.map((place) => (
          <div key={place} className="overflow-hidden rounded-xl border bg-card">
            <Skeleton className="aspect-video rounded-none" />
            <div className="space-y-3 p-5">
              <Skeleton className="h-6 w-3/4" />
              <Skeleton className="h-6 w-24 rounded-full" />
            </div>
          </div>
        ))}
      </div>
    </SkeletonPage>
  );
}
