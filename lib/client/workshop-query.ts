import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import type { JobsSummaryView } from '@/lib/story/job-list-views';
import type { JobListView } from '@/lib/story/views';
import { requestJson } from './request-json';

/** A page of the caller's jobs. While another view of the list is fetched, the one before stays. */
export function workshopQueryOptions(request: Record<string, string | number>) {
  const search = new URLSearchParams(Object.entries(request).map(([name, value]) => [name, String(value)]));
  return queryOptions({
    queryKey: ['jobs', 'list', search.toString()],
    queryFn: ({ signal }) => requestJson<JobListView>(`/api/v1/stories/jobs?${search}`, { signal }),
    placeholderData: keepPreviousData,
  });
}

/** What waits, what failed and what things take here. */
export const jobsSummaryQueryOptions = queryOptions({
  queryKey: ['jobs', 'summary'],
  queryFn: ({ signal }) => requestJson<JobsSummaryView>('/api/v1/stories/jobs/summary', { signal }),
});
