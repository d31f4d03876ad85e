import { infiniteQueryOptions } from '@tanstack/react-query';
import type { DecisionListView } from '@/lib/safety/decision-views';
import { requestJson } from './request-json';

export type DecisionView = DecisionListView['decisions'][number];

/** What the guardrails did lately, newest first (`app/api/v1/safety/decisions`). */
export const decisionsQueryOptions = infiniteQueryOptions({
  queryKey: ['safety-decisions'],
  initialPageParam: '',
  queryFn: ({ pageParam, signal }) => {
    const search = new URLSearchParams({ limit: '10' });
    if (pageParam) search.set('cursor', pageParam);
    return requestJson<DecisionListView>(`/api/v1/safety/decisions?${search}`, { signal });
  },
  getNextPageParam: (page: DecisionListView) => page.next_cursor,
});
