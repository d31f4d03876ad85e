import { Skeleton } from '@/components/ui/skeleton';
import { SkeletonPage } from './skeleton-page';

const PANELS = ['first', 'second', 'third'];

/** A page of panels, one under the other: the account, the household, models, webhooks. */
export function PanelsSkeleton() {
  return (
    <SkeletonPage label="Fetching your things" className="mx-auto max-w-3xl">
      <Skeleton className="h-11 w-64" />
      <Skeleton className="mt-4 h-6 w-4/5" />
      <div className="mt-8 space-y-6">
        {PANELS.map((place) => (
          <div key={place} className="space-y-4 rounded-xl border bg-card p-5 sm:p-7">
            <Skeleton className="h-7 w-40" />
            <Skeleton className="h-5 w-full" />
            <Skeleton className="h-11 w-36 rounded-full" />
          </div>
        ))}
      </div>
    </SkeletonPage>
  );
}
