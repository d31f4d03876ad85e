import { Skeleton } from '@/components/ui/skeleton';

export default function JobsLoading() {
  return (
    <div role="status" aria-label="Fetching the stories on your loom" className="space-y-4">
      <h1 className="font-semibold text-4xl sm:text-5xl">The loom</h1>
      {['first', 'second', 'third', 'fourth'].map((place) => (
        <Skeleton key={place} className="h-24 rounded-xl" />
      ))}
    </div>
  );
}
