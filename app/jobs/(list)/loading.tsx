import { Skeleton } from '@/components/ui/skeleton';

export default function JobsLoading() {
  return (
    <div role="status" aria-label="Fetching your jobs" className="space-y-4">
      <Skeleton className="h-12 w-40" />
      {['first', 'second', 'third', 'fourth'].map((place) => (
        <Skeleton key={place} className="h-24 rounded-xl" />
      ))}
    </div>
  );
}
