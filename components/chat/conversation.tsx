'use client';

import { useMutation } from '@tanstack/react-query';
import { BookHeart } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useRef, useState } from 'react';
import { DossierPanel } from '@/components/dossier/dossier-panel';
import { ReaderChoice } from '@/components/household/reader-choice';
import { RefusalAlert } from '@/components/household/refusal-alert';
import { useChosenReader } from '@/components/household/use-chosen-reader';
import { Alert } from '@/components/ui/alert';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { useMediaQuery } from '@/components/ui/use-media-query';
import { startStoryFromConversation } from '@/lib/client/chat-requests';
import { createIdempotencyKey } from '@/lib/client/story-requests';
import { AnswerTrouble } from './answer-trouble';
import { Composer } from './composer';
import { ConversationGone } from './conversation-gone';
import { messageText } from './merge-messages';
import { MessageView } from './message-view';
import { NotesSheet } from './notes-sheet';
import { StoryJobCard } from './story-job-card';
import { type ConversationStart, useConversation } from './use-conversation';
import { useDraft } from './use-draft';
import { Welcome } from './welcome';

/** Talking a story into being: what was said, the stories that came of it, and where to say more. */
export function Conversation({ start }: { start: ConversationStart }) {
  const { sessionId } = start;
  const conversation = useConversation(start);
  const { messages, isAnswering, title, dossierVersion } = conversation;
  const last = messages.at(-1);
  const lastSaid = start.messages.findLast(({ role }) => role === 'user');
  const draft = useDraft(conversation.isKnown ? sessionId : 'new', lastSaid && messageText(lastSaid));
  const [editing, setEditing] = useState<{ id: string; text: string }>();
  const hasRoomForNotes = useMediaQuery('(min-width: 85rem)');
  const [isNotesOpen, setIsNotesOpen] = useState(false);
  const [seenVersion, setSeenVersion] = useState(start.dossierVersion);
  const end = useRef<HTMLDivElement>(null);
  const storyKey = useRef<string>(undefined);
  const chosen = useChosenReader(() => {
    // For somebody else it is another story.
    storyKey.current = undefined;
  });

  const makeStory = useMutation({
    mutationFn: () => {
      // One key until it has worked: pressing again after a lost connection must not begin a second story.
      storyKey.current ??= createIdempotencyKey();
      return startStoryFromConversation(sessionId, { readerId: chosen.reader?.id }, storyKey.current);
    },
    onSuccess: () => {
      storyKey.current = undefined;
    },
  });

  const lastId = last?.id;
  useEffect(() => {
    if (lastId) end.current?.scrollIntoView({ block: 'end' });
  }, [lastId]);

  const send = (text: string) => void draft.sending(text, () => conversation.send(text));
  const edit = async (id: string, text: string) => {
    setEditing(undefined);
    // Refused: the words come back into the editor.
    if (!(await conversation.edit(id, text))) setEditing({ id, text });
  };
  const openNotes = (isOpen: boolean) => {
    setIsNotesOpen(isOpen);
    if (!isOpen) setSeenVersion(dossierVersion);
  };

  if (conversation.followState === 'gone') return <ConversationGone />;
  const shownJobs = new Set(messages.flatMap((message) => message.parts.flatMap(jobIdOfPart)));
  const notes = (
    <DossierPanel
      projectId={conversation.projectId}
      liveVersion={dossierVersion}
      seenVersion={seenVersion}
      onSeen={setSeenVersion}
      onStory={() => {
        openNotes(false);
        if (!isAnswering && !makeStory.isPending) makeStory.mutate();
      }}
    />
  );
  return (
    <div className="grid gap-8 min-[85rem]:grid-cols-[minmax(0,1fr)_20rem]">
      <section
        aria-labelledby="conversation-heading"
        className="mx-auto flex min-h-[calc(100dvh-12rem)] w-full min-w-0 max-w-3xl flex-col"
      >
        <ConversationHeading title={title} hasBegun={messages.length > 0} />
        <div className="flex-1 space-y-6 pb-6">
          {messages.length === 0 ? (
            <>
              <Welcome onPick={send} />
              <ReaderChoice chosen={chosen} />
            </>
          ) : null}
          {messages.map((message) => (
            <MessageView
              key={message.id}
              sessionId={sessionId}
              message={message}
              isBeingWritten={isAnswering && message.id === lastId && message.role === 'assistant'}
              isLast={message.id === lastId}
              isLocked={conversation.isBusy}
              isMakingStory={makeStory.isPending}
              editedText={editing?.id === message.id ? editing.text : null}
              editRefusal={editing?.id === message.id ? conversation.refusal : undefined}
              onEditing={(text) => {
                conversation.forgetRefusal();
                setEditing(text === null ? undefined : { id: message.id, text });
              }}
              onEdit={(text) => void edit(message.id, text)}
              onRegenerate={() => void conversation.regenerate()}
              onMakeStory={() => makeStory.mutate()}
            />
          ))}
          {conversation.status === 'submitted' ? (
            <p className="animate-breathe text-muted-foreground">The storyteller is thinking…</p>
          ) : null}
          {conversation.isWaiting || conversation.hasBrokenOff ? (
            <AnswerTrouble
              isWaiting={conversation.isWaiting}
              message={last}
              onRetry={() => void conversation.regenerate()}
            />
          ) : null}
          {conversation.stories
            .filter(({ jobId }) => !shownJobs.has(jobId))
            .map(({ jobId }) => (
              <StoryJobCard key={jobId} jobId={jobId} />
            ))}
          {makeStory.isError ? <RefusalAlert error={makeStory.error} /> : null}
          <div ref={end} className="scroll-mb-48" />
        </div>
        {/* Told once it is whole: words that arrive one by one would be read over each other. */}
        <p role="status" className="sr-only">
          {isAnswering
            ? 'The storyteller is answering.'
            : last?.role === 'assistant'
              ? `The storyteller said: ${messageText(last)}`
              : ''}
        </p>
        <div className="sticky bottom-0 space-y-2 bg-background pt-2 pb-3">
          {conversation.followState === 'signed-out' ? <SignedOut /> : null}
          <Composer
            draft={draft}
            isAnswering={isAnswering}
            refusal={editing ? undefined : conversation.refusal}
            onForgetRefusal={conversation.forgetRefusal}
            onSend={send}
            onStop={() => void conversation.stop()}
          />
          {messages.some(({ role }) => role === 'assistant') ? (
            <div className="flex flex-wrap gap-2 min-[85rem]:hidden">
              {chosen.reader ? (
                <Badge variant="accent" className="h-9">
                  For {chosen.reader.name}
                </Badge>
              ) : null}
              <Button
                variant="secondary"
                size="sm"
                disabled={isAnswering || makeStory.isPending}
                onClick={() => makeStory.mutate()}
              >
                <BookHeart aria-hidden />
                Make the story
              </Button>
              <NotesSheet
                isOpen={isNotesOpen && hasRoomForNotes === false}
                onOpenChange={openNotes}
                hasNews={dossierVersion > seenVersion}
              >
                {notes}
              </NotesSheet>
            </div>
          ) : null}
        </div>
      </section>
      {hasRoomForNotes === false ? null : (
        <div className="sticky top-20 max-h-[calc(100dvh-7rem)] self-start overflow-y-auto rounded-2xl border bg-card p-4 shadow-page max-[85rem]:hidden">
          <h2 className="mb-5 font-semibold font-title text-2xl">Story notes</h2>
          {notes}
        </div>
      )}
    </div>
  );
}

function ConversationHeading({ title, hasBegun }: { title: string; hasBegun: boolean }) {
  if (!hasBegun) {
    return (
      <h1 id="conversation-heading" className="font-semibold text-4xl">
        Tell me, what shall we dream up?
      </h1>
    );
  }
  return (
    <h1
      id="conversation-heading"
      className={title ? 'mb-6 line-clamp-2 wrap-anywhere font-semibold text-2xl' : 'sr-only'}
    >
      {title || 'Talk with the storyteller'}
    </h1>
  );
}

function SignedOut() {
  return (
    <Alert variant="warning">
      <p>
        You are signed out here.{' '}
        <Link href="/login" className="font-bold underline underline-offset-4">
          Sign in
        </Link>{' '}
        to go on; what you have written stays.
      </p>
    </Alert>
  );
}

function jobIdOfPart(part: Parameters<typeof MessageView>[0]['message']['parts'][number]): string[] {
  if (part.type === 'data-story') return [part.data.jobId];
  if (part.type === 'tool-startStory' && part.state === 'output-available') return [part.output.jobId];
  return [];
}
