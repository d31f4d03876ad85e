'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { Input } from '@/components/ui/input';
import { MAX_TITLE_LENGTH } from '@/lib/chat/schema';
import type { ChatSessionView } from '@/lib/chat/views';
import { deleteSession, renameSession } from '@/lib/client/chat-requests';

/** One conversation in the list: opened, renamed in its place, deleted after asking once more. */
export function SessionRow({ session, isCurrent }: { session: ChatSessionView; isCurrent: boolean }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const [isRenaming, setIsRenaming] = useState(false);
  const title = session.title || 'A new conversation';
  const refresh = () => queryClient.invalidateQueries({ queryKey: ['chat-sessions'] });
  const rename = useMutation({
    mutationFn: (name: string) => renameSession(session.session_id, name),
    onSuccess: async () => {
      await refresh();
      setIsRenaming(false);
    },
  });
  const remove = useMutation({
    mutationFn: () => deleteSession(session.session_id),
    onSuccess: async () => {
      if (isCurrent) router.push('/chat');
      await refresh();
    },
  });
  if (isRenaming) {
    return (
      <li>
        <form
          className="space-y-1"
          onSubmit={(event) => {
            event.preventDefault();
            const name = String(new FormData(event.currentTarget).get('title')).trim();
            if (name && name !== session.title) rename.mutate(name);
            else setIsRenaming(false);
          }}
        >
          <Input
            name="title"
            aria-label="Name of the conversation"
            autoFocus
            data-keeps-escape
            defaultValue={session.title}
            maxLength={MAX_TITLE_LENGTH}
            onKeyDown={(event) => {
              if (event.key === 'Escape') setIsRenaming(false);
            }}
          />
          {rename.isError ? <Alert variant="destructive">{errorSentence(rename.error)}</Alert> : null}
        </form>
      </li>
    );
  }
  return (
    <li className="flex items-center rounded-lg hover:bg-accent hover:text-accent-foreground has-aria-[current]:bg-secondary">
      <Link
        href={`/chat/${session.session_id}`}
        aria-current={isCurrent ? 'page' : undefined}
        className="min-w-0 flex-1 truncate px-3 py-2 font-semibold"
      >
        {title}
      </Link>
      <Button
        variant="ghost"
        size="icon"
        className="size-9"
        aria-label={`Rename “${title}”`}
        onClick={() => setIsRenaming(true)}
      >
        <Pencil aria-hidden className="size-4" />
      </Button>
      <AlertDialog>
        <AlertDialogTrigger asChild>
          <Button variant="ghost" size="icon" className="size-9" aria-label={`Delete “${title}”`}>
            <Trash2 aria-hidden className="size-4" />
          </Button>
        </AlertDialogTrigger>
        <ConfirmContent title="Delete this conversation?" action="Delete" change={remove}>
          “{title}” goes away with everything that was said in it. This cannot be undone.
        </ConfirmContent>
      </AlertDialog>
    </li>
  );
}
