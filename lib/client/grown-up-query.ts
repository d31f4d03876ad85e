import { type QueryClient, queryOptions } from '@tanstack/react-query';
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

/** @param until null once the proof has ended: what only a grown-up may see is asked for anew, and refused */
export async function tellGrownUpMode(queryClient: QueryClient, until: string | null): Promise<void> {
  queryClient.setQueryData(grownUpQueryOptions.queryKey, { until });
  if (until === null) void queryClient.resetQueries({ queryKey: ['stories', 'one'] });
  await queryClient.invalidateQueries(householdQueryOptions);
}
