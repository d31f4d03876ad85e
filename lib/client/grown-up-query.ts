import { type QueryClient, queryOptions } from '@tanstack/react-query';
import { isHidden } from '@/lib/household/review';
import type { StoryView } from '@/lib/story/views';
import { householdQueryOptions } from './household-requests';

/** Until when this browser's proof of a grown-up counts; null: there is none, or the household has no PIN. */
export type GrownUpMode = { until: string | null };

/** As the server read it out of the proof when it rendered the page; after that whoever gives or ends the proof writes it here. */
export const grownUpQueryOptions = queryOptions({
  queryKey: ['grown-up'],
  queryFn: (): GrownUpMode => ({ until: null }),
  staleTime: Number.POSITIVE_INFINITY,
  gcTime: Number.POSITIVE_INFINITY,
});

/** @param until null once the proof has ended: what only a grown-up may see is forgotten */
export async function tellGrownUpMode(queryClient: QueryClient, until: string | null): Promise<void> {
  queryClient.setQueryData(grownUpQueryOptions.queryKey, { until });
  if (until === null) {
    queryClient.removeQueries({
      queryKey: ['stories', 'one'],
      predicate: ({ state }) => isHidden((state.data as StoryView | undefined)?.review ?? 'none'),
    });
  }
  await queryClient.invalidateQueries(householdQueryOptions);
}
