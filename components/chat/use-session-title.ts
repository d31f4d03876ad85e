'use client';

import { useQueryClient } from '@tanstack/react-query';
import { useEffect, useState } from 'react';
import type { ChatSessionView } from '@/lib/chat/views';

/** A conversation's name, which is found after its first turn: shown at once here, in the list and on the tab. */
export function useSessionTitle(sessionId: string, firstTitle: string) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(firstTitle);
  useEffect(() => {
    if (title) document.title = `${title} · Storyloom`;
  }, [title]);

  function receiveTitle(next: string) {
    setTitle(next);
    queryClient.setQueriesData<ChatSessionView[]>({ queryKey: ['chat-sessions', 'list'] }, (sessions) =>
      sessions?.map((session) => (session.session_id === sessionId ? { ...session, title: next } : session)),
    );
    // A search by title may find it now, and a conversation that was just begun may not be in the list yet.
    void queryClient.invalidateQueries({ queryKey: ['chat-sessions'] });
  }
  return { title, receiveTitle };
}
