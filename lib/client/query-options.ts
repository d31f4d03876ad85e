import { queryOptions } from '@tanstack/react-query';
import type { JobView, StoryView } from '@/lib/story/views';
import { requestJson } from './request-json';

/** One story; readable while it is still being made (scenes whose pictures are not there yet have null urls). */
export function storyQueryOptions(storyId: string) {
  return queryOptions({
    queryKey: ['stories', 'one', storyId],
    queryFn: ({ signal }) => requestJson<StoryView>(`/api/v1/stories/${storyId}`, { signal }),
  });
}

/** One job with its stage and progress. */
export function jobQueryOptions(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => requestJson<JobView>(`/api/v1/stories/jobs/${jobId}`, { signal }),
  });
}
