import { queryOptions } from '@tanstack/react-query';
import type { JobCallsView, UsageView } from '@/lib/story/spend-views';
import { requestJson } from './request-json';

/** Every call of a model that a job made, and what it cost. */
export function jobCallsQueryOptions(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', 'calls', jobId],
    queryFn: ({ signal }) => requestJson<JobCallsView>(`/api/v1/stories/jobs/${jobId}/calls`, { signal }),
  });
}

/** What the caller spent today, and may still spend. */
export const usageQueryOptions = queryOptions({
  queryKey: ['usage'],
  queryFn: ({ signal }) => requestJson<UsageView>('/api/v1/usage', { signal }),
});

/** What a page needs of the answer of `POST /api/v1/stories/quote`. */
export type StoryQuote = {
  total_micros: number;
  is_allowed: boolean;
  /** null: no cap. */
  caps: { story_micros: number | null };
};

/** What a story would cost. @param body the request as JSON, as it would be sent to start the story */
export function quoteQueryOptions(body: string) {
  return queryOptions({
    queryKey: ['quote', body],
    queryFn: ({ signal }) =>
      requestJson<StoryQuote>('/api/v1/stories/quote', { method: 'POST', body: JSON.parse(body), signal }),
  });
}
