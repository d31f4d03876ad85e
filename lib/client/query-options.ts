import { queryOptions } from '@tanstack/react-query';
import type { JobStatus } from '@/lib/story/schema';
import type { JobListView, JobView, StoryListView, StoryView } from '@/lib/story/views';
import { requestJson } from './request-json';

export const STORIES_PER_PAGE = 12;
export const JOBS_PER_PAGE = 20;

/** One story; readable while it is still being made (scenes whose pictures are not there yet have null urls). */
export function storyQueryOptions(storyId: string) {
  return queryOptions({
    queryKey: ['stories', 'one', storyId],
    queryFn: ({ signal }) => requestJson<StoryView>(`/api/v1/stories/${storyId}`, { signal }),
  });
}

/** A page of the caller's stories, newest first. */
export function storiesQueryOptions({ offset }: { offset: number }) {
  return queryOptions({
    queryKey: ['stories', 'list', { offset }],
    queryFn: ({ signal }) =>
      requestJson<StoryListView>(`/api/v1/stories?status=all&limit=${STORIES_PER_PAGE}&offset=${offset}`, {
        signal,
      }),
  });
}

/** One job with its stage and progress. */
export function jobQueryOptions(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', 'one', jobId],
    queryFn: ({ signal }) => requestJson<JobView>(`/api/v1/stories/jobs/${jobId}`, { signal }),
  });
}

/** A page of the caller's jobs, newest first; `status` null means all of them. */
export function jobsQueryOptions({ status, offset }: { status: JobStatus | null; offset: number }) {
  const search = new URLSearchParams({ limit: String(JOBS_PER_PAGE), offset: String(offset) });
  if (status) search.set('status', status);
  return queryOptions({
    queryKey: ['jobs', 'list', { status, offset }],
    queryFn: ({ signal }) => requestJson<JobListView>(`/api/v1/stories/jobs?${search}`, { signal }),
  });
}
