import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

const LINES = ['w-full', 'w-11/12', 'w-full', 'w-10/12', 'w-7/12'];

/** A book that is being fetched from the shelf. */
export function BookSkeleton() {
  return (
    <SkeletonPage label="Fetching the book" className="space-y-8">
      <div className="space-y-4">
        <Skeleton className="h-12 w-4/5 max-w-xl" />
        <div className="flex gap-2">
          <Skeleton className="h-7 w-20 rounded-full" />
          <Skeleton className="h-7 w-28 rounded-full" />
        </div>
      </div>
      <Skeleton className="h-12 w-56 rounded-full" />
      <div className="book-page grid items-center gap-6 p-4 sm:p-6 lg:grid-cols-[3fr_2fr] lg:gap-10 lg:p-8">
        <Skeleton className="aspect-video w-full" />
        <div className="space-y-4">
          {LINES.map((width, place) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: lines of nothing have no other name
            <Skeleton key={place} className={`h-5 ${width}`} />
          ))}
        </div>
      </div>
      <div className="flex justify-center gap-3">
        <Skeleton className="size-11 rounded-full" />
        <Skeleton className="h-13 w-44 rounded-full" />
        <Skeleton className="size-11 rounded-full" />
      </div>
    </SkeletonPage>
  );
}
