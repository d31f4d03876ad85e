import { Skeleton } from '@/components/ui/skeleton';

export default function StoriesLoading() {
  return (
    <div role="status" aria-label="Fetching your stories">
      <h1 className="font-semibold text-4xl sm:text-5xl">Stories</h1>
      <div className="mt-8 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
        {['first', 'second', 'third'].map((place) => (
          <Skeleton key={place} className="aspect-[4/3] rounded-xl" />
        ))}
      </div>
    </div>
  );
}
