'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useDeferredValue, useEffect, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { useAccount } from '@/components/layout/use-account';
import { Alert } from '@/components/ui/alert';
import { Input } from '@/components/ui/input';
import { sessionsQueryOptions } from '@/lib/client/chat-requests';
import { SessionRow } from './session-row';

const SEARCH_DELAY_MS = 250;

/** All conversations, newest first, and a search in them. Somebody nobody knows yet has none to fetch. */
export function SessionsList({ currentId }: { currentId: string | undefined }) {
  const account = useAccount();
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const sessions = useQuery({
    ...sessionsQueryOptions(useDeferredValue(query)),
    enabled: account.kind !== 'visitor',
    placeholderData: keepPreviousData,
  });
  // Signed out meanwhile: what was fetched before is not for whoever looks now.
  const found = account.kind === 'visitor' ? [] : sessions.data;
  return (
    <div className="space-y-3">
      <Input
        type="search"
        aria-label="Search your conversations"
        placeholder="Search…"
        value={typed}
        onChange={(event) => setTyped(event.target.value)}
      />
      {sessions.isError ? <Alert variant="destructive">{errorSentence(sessions.error)}</Alert> : null}
      {found?.length === 0 ? (
        <p className="px-2 text-muted-foreground">
          {query ? 'Nothing was said about that.' : 'No conversation yet.'}
        </p>
      ) : null}
      <ul className="space-y-1">
        {found?.map((session) => (
          <SessionRow
            key={session.session_id}
            session={session}
            isCurrent={session.session_id === currentId}
          />
        ))}
      </ul>
    </div>
  );
}
