'use client';

import { useMutation } from '@tanstack/react-query';
import { BookHeart, CircleAlert, NotebookPen, RotateCcw } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { DossierPanel } from '@/components/dossier/dossier-panel';
import { errorSentence, jobErrorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { startStoryFromConversation } from '@/lib/client/chat-requests';
import { createIdempotencyKey } from '@/lib/client/story-requests';
import { Composer } from './composer';
import { messageText } from './merge-messages';
import { MessageView } from './message-view';
import { NotesDrawer } from './notes-drawer';
import { StoryJobCard } from './story-job-card';
import { type ConversationStart, useConversation } from './use-conversation';
import { Welcome } from './welcome';

/** Talking a story into being: what was said, the stories that came of it, and where to say more. */
export function Conversation({ start }: { start: ConversationStart }) {
  const { sessionId } = start;
  const conversation = useConversation(start);
  const { messages, isAnswering } = conversation;
  const last = messages.at(-1);
  const [isNotesOpen, setIsNotesOpen] = useState(false);
  const end = useRef<HTMLDivElement>(null);
  const storyKey = useRef<string>(undefined);

  const makeStory = useMutation({
    mutationFn: () => {
      // One key until it has worked: pressing again after a lost connection must not begin a second story.
      storyKey.current ??= createIdempotencyKey();
      return startStoryFromConversation(sessionId, storyKey.current);
    },
    onSuccess: () => {
      storyKey.current = undefined;
    },
  });

  const lastId = last?.id;
  useEffect(() => {
    if (lastId) end.current?.scrollIntoView({ block: 'end' });
  }, [lastId]);

  const shownJobs = new Set(messages.flatMap((message) => message.parts.flatMap(jobIdOfPart)));
  const failed = last?.role === 'assistant' && last.metadata?.status === 'failed';
  return (
    <div className="grid gap-8 min-[85rem]:grid-cols-[minmax(0,1fr)_20rem]">
      <section
        aria-labelledby="conversation-heading"
        className="mx-auto flex min-h-[calc(100dvh-12rem)] w-full min-w-0 max-w-3xl flex-col"
      >
        <h1 id="conversation-heading" className={messages.length > 0 ? 'sr-only' : 'font-semibold text-4xl'}>
          {messages.length > 0 ? 'Talk with the storyteller' : 'Tell me, what shall we dream up?'}
        </h1>
        <div className="flex-1 space-y-6 pb-6">
          {messages.length === 0 ? <Welcome onPick={(text) => void conversation.send(text)} /> : null}
          {messages.map((message) => (
            <MessageView
              key={message.id}
              sessionId={sessionId}
              message={message}
              isBeingWritten={isAnswering && message.id === lastId && message.role === 'assistant'}
              isLast={message.id === lastId}
              isLocked={isAnswering}
              isMakingStory={makeStory.isPending}
              onEdit={conversation.edit}
              onRegenerate={() => void conversation.regenerate()}
              onMakeStory={() => makeStory.mutate()}
            />
          ))}
          {conversation.status === 'submitted' ? (
            <p className="animate-breathe text-muted-foreground">The storyteller is thinking…</p>
          ) : null}
          {!isAnswering && (conversation.hasBrokenOff || failed) ? (
            <Alert variant="destructive" className="flex-wrap items-center">
              <CircleAlert aria-hidden />
              <p className="flex-1">
                The answer broke off. {jobErrorSentenceOf(failed ? last?.metadata?.error : undefined)}
              </p>
              <Button size="sm" variant="outline" onClick={() => void conversation.regenerate()}>
                <RotateCcw aria-hidden />
                Retry
              </Button>
            </Alert>
          ) : null}
          {conversation.stories
            .filter(({ jobId }) => !shownJobs.has(jobId))
            .map(({ jobId }) => (
              <StoryJobCard key={jobId} jobId={jobId} />
            ))}
          {makeStory.isError ? <Alert variant="destructive">{errorSentence(makeStory.error)}</Alert> : null}
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
          <Composer
            draftKey={start.isKnown ? sessionId : 'new'}
            isAnswering={isAnswering}
            refusal={conversation.refusal}
            onForgetRefusal={conversation.forgetRefusal}
            onSend={conversation.send}
            onStop={() => void conversation.stop()}
          />
          {messages.some(({ role }) => role === 'assistant') ? (
            <div className="flex flex-wrap gap-2 min-[85rem]:hidden">
              <Button
                variant="secondary"
                size="sm"
                disabled={isAnswering || makeStory.isPending}
                onClick={() => makeStory.mutate()}
              >
                <BookHeart aria-hidden />
                Make the story
              </Button>
              <Button
                variant="secondary"
                size="sm"
                aria-expanded={isNotesOpen}
                aria-controls="story-notes"
                onClick={() => setIsNotesOpen(!isNotesOpen)}
              >
                <NotebookPen aria-hidden />
                Notes
              </Button>
            </div>
          ) : null}
        </div>
      </section>
      <NotesDrawer isOpen={isNotesOpen} onClose={() => setIsNotesOpen(false)}>
        <DossierPanel
          projectId={conversation.projectId}
          liveVersion={conversation.dossierVersion}
          onStory={() => {
            setIsNotesOpen(false);
            if (!isAnswering && !makeStory.isPending) makeStory.mutate();
          }}
        />
      </NotesDrawer>
    </div>
  );
}

function jobErrorSentenceOf(error: { code: string; message: string } | undefined): string {
  // "internal" would speak of a lost connection, and the sentence before has said enough.
  return !error || error.code === 'internal'
    ? 'Shall we try again?'
    : jobErrorSentence(error.code, error.message);
}

function jobIdOfPart(part: Parameters<typeof MessageView>[0]['message']['parts'][number]): string[] {
  if (part.type === 'data-story') return [part.data.jobId];
  if (part.type === 'tool-startStory' && part.state === 'output-available') return [part.output.jobId];
  return [];
}
