'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { jobCallsQueryOptions } from '@/lib/client/spend-query';
import { JOB_EVENT_TYPES } from '@/lib/story/job-event-types';
import type { JobEventView } from '@/lib/story/views';
import { applyJobEvent } from './apply-job-event';
import { watchReturn } from './watch-return';

/** Several pictures finish within a moment of each other: one reading of the story serves them all. */
const STORY_REFRESH_DELAY_MS = 120;
/** Who was asked and what it cost is read at most so often while events come. */
const CALLS_REFRESH_DELAY_MS = 1_000;
/** A stream that broke is opened again after so long, the last for ever; polling serves meanwhile. */
const REOPEN_AFTER_MS = [2_000, 5_000, 15_000] as const;

/**
 * Follows a job's event stream into the query cache while `enabled`. A stream that breaks is opened again, after the last event
 * that came; whoever comes back from sleep, from another tab or to a network catches up at once. The flag says whether the stream
 * is up: while it is not, polling must serve.
 */
export function useJobEvents(jobId: string, enabled: boolean): { isStreaming: boolean } {
  const queryClient = useQueryClient();
  const [isStreaming, setIsStreaming] = useState(false);

  useEffect(() => {
    if (!enabled) return;
    const jobQuery = jobQueryOptions(jobId);
    let source: EventSource | undefined;
    let lastEventId = '';
    let failures = 0;
    let reopenTimer: ReturnType<typeof setTimeout> | undefined;
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
      lastEventId = received.lastEventId;
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
    const close = () => {
      clearTimeout(reopenTimer);
      source?.close();
      setIsStreaming(false);
    };
    const open = () => {
      close();
      const after = lastEventId ? `?last_event_id=${lastEventId}` : '';
      source = new EventSource(`/api/v1/stories/jobs/${jobId}/events${after}`);
      source.onopen = () => {
        failures = 0;
        setIsStreaming(true);
      };
      // The browser's own attempts give up for good after some answers, and do not say when: ours go on.
      source.onerror = () => {
        close();
        const waitMs = REOPEN_AFTER_MS[Math.min(failures, REOPEN_AFTER_MS.length - 1)];
        failures += 1;
        reopenTimer = setTimeout(open, waitMs);
      };
      for (const type of JOB_EVENT_TYPES) source.addEventListener(type, receive);
    };
    const catchUp = () => {
      queryClient.invalidateQueries({ queryKey: jobQuery.queryKey });
      refreshStory();
      // A connection that slept through may be dead without knowing it.
      open();
    };

    open();
    const stopWatching = watchReturn({
      onReturn: catchUp,
      // What still seems open may be dead. Storyloom may also run on this very machine: asking tells.
      onOffline: () => {
        queryClient.invalidateQueries({ queryKey: jobQuery.queryKey });
        open();
      },
    });
    return () => {
      stopWatching();
      close();
      clearTimeout(refreshTimer);
      clearTimeout(callsTimer);
    };
  }, [jobId, enabled, queryClient]);

  return { isStreaming };
}
