'use client';

import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { MessageCirclePlus } from 'lucide-react';
import Link from 'next/link';
import { usePathname } from 'next/navigation';
import { useDeferredValue, useEffect, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { sessionsQueryOptions } from '@/lib/client/chat-requests';
import { SessionRow } from './session-row';

const SEARCH_DELAY_MS = 250;

/** All conversations, newest first; folded away on small screens. Somebody nobody knows yet has none to fetch. */
export function SessionsPanel({ isKnownVisitor }: { isKnownVisitor: boolean }) {
  const pathname = usePathname();
  const currentId = pathname.split('/')[2];
  const [isOpen, setIsOpen] = useState(false);
  const [typed, setTyped] = useState('');
  const [query, setQuery] = useState('');
  useEffect(() => {
    const timer = setTimeout(() => setQuery(typed.trim()), SEARCH_DELAY_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  const sessions = useQuery({
    ...sessionsQueryOptions(useDeferredValue(query)),
    enabled: isKnownVisitor || currentId !== undefined,
    placeholderData: keepPreviousData,
  });
  return (
    <aside aria-label="Your conversations" className="space-y-3">
      <div className="flex gap-2">
        <Button asChild variant="secondary" size="sm">
          <Link href="/chat">
            <MessageCirclePlus aria-hidden />
            New conversation
          </Link>
        </Button>
        <Button
          variant="ghost"
          size="sm"
          className="lg:hidden"
          aria-expanded={isOpen}
          aria-controls="conversations"
          onClick={() => setIsOpen(!isOpen)}
        >
          Conversations
        </Button>
      </div>
      <div id="conversations" className={isOpen ? 'space-y-3' : 'space-y-3 max-lg:hidden'}>
        <Input
          type="search"
          aria-label="Search your conversations"
          placeholder="Search…"
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
        />
        {sessions.isError ? <Alert variant="destructive">{errorSentence(sessions.error)}</Alert> : null}
        {sessions.data?.length === 0 ? (
          <p className="px-2 text-muted-foreground">
            {query ? 'Nothing was said about that.' : 'No conversation yet.'}
          </p>
        ) : null}
        <ul className="space-y-1">
          {sessions.data?.map((session) => (
            <SessionRow
              key={session.session_id}
              session={session}
              isCurrent={session.session_id === currentId}
            />
          ))}
        </ul>
      </div>
    </aside>
  );
}
