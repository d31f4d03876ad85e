import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

const BOOKS = ['first', 'second', 'third', 'fourth', 'fifth', 'sixth', 'seventh', 'eighth'];

/** A shelf whose books are still being set out. */
export function ShelfSkeleton() {
  return (
    <SkeletonPage label="Fetching your stories">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-semibold text-4xl sm:text-5xl">Stories</h1>
        <Skeleton className="h-11 w-34 rounded-full" />
      </div>
      <div className="mt-6 flex items-center gap-2">
        <Skeleton className="h-12 min-w-0 flex-1 rounded-full" />
        <Skeleton className="h-12 w-28 rounded-full" />
      </div>
      <Skeleton className="mt-3 h-11 w-full rounded-full max-md:hidden" />
      <Skeleton className="mt-4 h-6 w-24" />
      <div className="-mx-2 mt-4 grid grid-cols-2 gap-y-6 sm:-mx-3 sm:grid-cols-3 lg:grid-cols-4">
        {BOOKS.map((place) => (
          <div key={place} className="px-2 py-2 sm:px-3">
            <div className="shelf-board">
              <Skeleton className="aspect-[4/3] rounded-r-md rounded-l-sm" />
            </div>
            <Skeleton className="mt-4 h-6 w-4/5" />
            <Skeleton className="mt-2 h-4 w-1/2" />
          </div>
        ))}
      </div>
    </SkeletonPage>
  );
}
