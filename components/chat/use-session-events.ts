'use client';

import { parseJsonEventStream } from 'ai';
import { useEffect, useEffectEvent } from 'react';
import { type ChatEventView, chatEventViewSchema } from '@/lib/chat/views';

const RECONNECT_DELAY_MS = 1_000;

/**
 * Follows a conversation's log while `enabled` and the tab is visible: closed when hidden, reopened after the last event
 * that was read. `EventSource` cannot be reopened at a place of ours, hence fetch. `afterEventId`: the last event the
 * page already knows.
 */
export function useSessionEvents(
  sessionId: string,
  { enabled, afterEventId }: { enabled: boolean; afterEventId: number },
  onEvent: (event: ChatEventView) => void,
): void {
  const receive = useEffectEvent(onEvent);

  useEffect(() => {
    if (!enabled) return;
    let lastEventId = afterEventId;
    let connection: AbortController | undefined;

    const read = async (signal: AbortSignal) => {
      const response = await fetch(`/api/sessions/${sessionId}/events`, {
        headers: { accept: 'text/event-stream', 'last-event-id': String(lastEventId) },
        signal,
      });
      // Deleted, or not ours any more: asking again would not help.
      if (response.status === 404 || response.status === 401) return false;
      if (!response.ok || !response.body) return true;
      const events = parseJsonEventStream({ stream: response.body, schema: chatEventViewSchema });
      for (const reader = events.getReader(); ; ) {
        const { done, value } = await reader.read();
        if (done) return true;
        if (signal.aborted) return false;
        if (!value.success) throw value.error;
        lastEventId = Math.max(lastEventId, value.value.id);
        receive(value.value);
      }
    };
    const follow = async (signal: AbortSignal) => {
      while (!signal.aborted) {
        try {
          if (!(await read(signal))) return;
        } catch (error) {
          if (signal.aborted) return;
          console.warn('The conversation’s events broke off.', error);
        }
        await new Promise((resolve) => setTimeout(resolve, RECONNECT_DELAY_MS));
      }
    };
    const followWhileVisible = () => {
      connection?.abort();
      if (document.visibilityState !== 'visible') return;
      connection = new AbortController();
      void follow(connection.signal);
    };
    followWhileVisible();
    document.addEventListener('visibilitychange', followWhileVisible);
    return () => {
      document.removeEventListener('visibilitychange', followWhileVisible);
      connection?.abort();
    };
  }, [sessionId, enabled, afterEventId]);
}
