'use client';

import { useEffect, useEffectEvent, useState } from 'react';
import type { ChatEventView } from '@/lib/chat/views';
import { type FollowState, followSession } from './follow-session';

/**
 * Follows a conversation's log while `enabled` and the tab is visible: closed when hidden, reopened after the last event
 * that was read. `afterEventId`: the last event the page already knows.
 */
export function useSessionEvents(
  sessionId: string,
  { enabled, afterEventId }: { enabled: boolean; afterEventId: number },
  onEvent: (event: ChatEventView) => void,
): FollowState {
  const [state, setState] = useState<FollowState>('following');
  const receive = useEffectEvent(onEvent);

  useEffect(() => {
    if (!enabled) return;
    let lastEventId = afterEventId;
    let connection: AbortController | undefined;
    const followWhileVisible = () => {
      connection?.abort();
      if (document.visibilityState !== 'visible') return;
      connection = new AbortController();
      void followSession({
        sessionId,
        afterEventId: lastEventId,
        signal: connection.signal,
        onEvent: (event) => {
          lastEventId = Math.max(lastEventId, event.id);
          receive(event);
        },
        onState: setState,
      });
    };
    followWhileVisible();
    document.addEventListener('visibilitychange', followWhileVisible);
    return () => {
      document.removeEventListener('visibilitychange', followWhileVisible);
      connection?.abort();
    };
  }, [sessionId, enabled, afterEventId]);
  return state;
}
