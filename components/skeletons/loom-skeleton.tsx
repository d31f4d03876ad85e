import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

const ROWS = ['first', 'second', 'third', 'fourth'];

/** The workshop, before it is known what is in it. */
export function LoomSkeleton() {
  return (
    <SkeletonPage label="Fetching the stories on your loom" className="space-y-8">
      <div>
        <h1 className="font-semibold text-4xl sm:text-5xl">The loom</h1>
        <p className="mt-2 text-lg text-muted-foreground">Every story you started, and how far it is.</p>
      </div>
      <Skeleton className="h-24 rounded-2xl" />
      <div className="flex flex-wrap gap-2">
        <Skeleton className="h-11 w-20 rounded-full" />
        <Skeleton className="h-11 w-32 rounded-full" />
        <Skeleton className="h-11 w-28 rounded-full" />
      </div>
      <div className="space-y-4">
        {ROWS.map((place) => (
          <div key={place} className="flex items-center gap-4 rounded-xl border bg-card p-5">
            <div className="min-w-0 flex-1 space-y-3">
              <Skeleton className="h-6 w-1/2" />
              <Skeleton className="h-3.5 w-full rounded-full" />
            </div>
            <Skeleton className="h-7 w-24 rounded-full" />
          </div>
        ))}
      </div>
    </SkeletonPage>
  );
}
