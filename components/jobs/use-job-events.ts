'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { jobCallsQueryOptions } from '@/lib/client/spend-query';
import { JOB_EVENT_TYPES } from '@/lib/story/job-event-types';
import type { JobEventView } from '@/lib/story/views';
import { applyJobEvent } from './apply-job-event';

/** Several pictures finish within a moment of each other: one reading of the story serves them all. */
const STORY_REFRESH_DELAY_MS = 120;
/** Who was asked and what it cost is read at most so often while events come. */
const CALLS_REFRESH_DELAY_MS = 1_000;

/**
 * Follows a job's event stream into the query cache while `enabled`. The browser itself reconnects with Last-Event-ID, so
 * nothing is missed; when it gives up, the returned flag says that the stream is down and polling must serve.
 */
export function useJobEvents(jobId: string, enabled: boolean): { isStreaming: boolean } {
  const queryClient = useQueryClient();
  const [isStreaming, setIsStreaming] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    const source = new EventSource(`/api/v1/stories/jobs/${jobId}/events`);
    const jobQuery = jobQueryOptions(jobId);
    let refreshTimer: ReturnType<typeof setTimeout> | undefined;
    let callsTimer: ReturnType<typeof setTimeout> | undefined;

    const refreshStory = () => {
      const storyId = queryClient.getQueryData(jobQuery.queryKey)?.story_id;
      if (storyId) queryClient.invalidateQueries({ queryKey: storyQueryOptions(storyId).queryKey });
    };
    const refreshStorySoon = () => {
      clearTimeout(refreshTimer);
      refreshTimer = setTimeout(refreshStory, STORY_REFRESH_DELAY_MS);
    };
    const refreshCalls = () => {
      clearTimeout(callsTimer);
      callsTimer = undefined;
      queryClient.invalidateQueries({ queryKey: jobCallsQueryOptions(jobId).queryKey });
    };
    const receive = (received: MessageEvent<string>) => {
      const event = JSON.parse(received.data) as JobEventView;
      queryClient.setQueryData(jobQuery.queryKey, (job) => (job ? applyJobEvent(job, event) : job));
      // Title, story id, warnings and errors are in the row, not in the event.
      if (event.type === 'story' || event.type === 'status' || event.type === 'warning') {
        queryClient.invalidateQueries({ queryKey: jobQuery.queryKey });
      }
      // The last status closes this stream, and a timer with it: what it tells must be read at once.
      if (event.type === 'status') refreshCalls();
      else callsTimer ??= setTimeout(refreshCalls, CALLS_REFRESH_DELAY_MS);
      if (event.type === 'status') refreshStory();
      else if (event.type !== 'stage') refreshStorySoon();
    };

    source.onopen = () => setIsStreaming(true);
    source.onerror = () => setIsStreaming(false);
    for (const type of JOB_EVENT_TYPES) source.addEventListener(type, receive);
    return () => {
      source.close();
      clearTimeout(refreshTimer);
      clearTimeout(callsTimer);
      setIsStreaming(false);
    };
  }, [jobId, enabled, queryClient]);

  return { isStreaming };
}
