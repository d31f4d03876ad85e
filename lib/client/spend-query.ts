import { queryOptions } from '@tanstack/react-query';
import type { QuoteView } from '@/lib/ledger/quote-view';
import type { JobCallsView } from '@/lib/story/spend-views';
import { requestJson } from './request-json';

/** Every call of a model that a job made, and what it cost. */
export function jobCallsQueryOptions(jobId: string) {
  return queryOptions({
    queryKey: ['jobs', 'calls', jobId],
    queryFn: ({ signal }) => requestJson<JobCallsView>(`/api/v1/stories/jobs/${jobId}/calls`, { signal }),
  });
}

/** What a story would cost. @param body the request as JSON, as it would be sent to start the story */
export function quoteQueryOptions(body: string) {
  return queryOptions({
    queryKey: ['quote', body],
    queryFn: ({ signal }) =>
      requestJson<QuoteView>('/api/v1/stories/quote', { method: 'POST', body: JSON.parse(body), signal }),
  });
}
