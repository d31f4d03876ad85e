'use client';

import { Feather, Pencil, RotateCcw } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';
import type { ChatMessage } from '@/lib/chat/schema';
import { messageText } from './merge-messages';
import { MessageEditor } from './message-editor';
import { ProposalCard } from './proposal-card';
import { ReadAloudButton } from './read-aloud-button';
import { StoryJobCard } from './story-job-card';

type MessageViewProps = {
  sessionId: string;
  message: ChatMessage;
  isBeingWritten: boolean;
  isLast: boolean;
  /** While an answer is written nothing can be asked anew. */
  isLocked: boolean;
  isMakingStory: boolean;
  /** The other wording that is being written; null when none is. */
  editedText: string | null;
  /** Why that wording was not taken. */
  editRefusal: unknown;
  /** Opens the editor with these words, null closes it. */
  onEditing: (text: string | null) => void;
  onEdit: (text: string) => void;
  onRegenerate: () => void;
  onMakeStory: () => void;
};

/** One thing said, as speech in a book: the storyteller's on the page, one's own on a slip beside it. */
export function MessageView({ message, ...props }: MessageViewProps) {
  const isEditing = props.editedText !== null;
  const isOwn = message.role === 'user';
  return (
    <article
      aria-label={isOwn ? 'You' : 'The storyteller'}
      className={cn(isOwn && 'ml-auto w-fit max-w-[85%]')}
    >
      {isEditing ? (
        <MessageEditor
          text={props.editedText ?? ''}
          refusal={props.editRefusal}
          onCancel={() => props.onEditing(null)}
          onSend={props.onEdit}
        />
      ) : (
        <div className={cn('space-y-3', isOwn && 'rounded-2xl rounded-br-sm bg-secondary px-4 py-3')}>
          {message.parts.map((part, index) => (
            <MessagePart
              // biome-ignore lint/suspicious/noArrayIndexKey: parts only ever grow at their end
              key={index}
              part={part}
              isMakingStory={props.isMakingStory}
              onMakeStory={props.onMakeStory}
            />
          ))}
        </div>
      )}
      {props.isLocked || isEditing ? null : isOwn ? (
        <Button
          size="sm"
          variant="ghost"
          className="ml-auto flex"
          onClick={() => props.onEditing(messageText(message))}
        >
          <Pencil aria-hidden className="size-4" />
          Say it differently
        </Button>
      ) : (
        <div className="-ml-3 flex flex-wrap items-center">
          {messageText(message).trim() ? (
            <ReadAloudButton sessionId={props.sessionId} messageId={message.id} />
          ) : null}
          {props.isLast ? (
            <Button size="sm" variant="ghost" onClick={props.onRegenerate}>
              <RotateCcw aria-hidden className="size-4" />
              Answer anew
            </Button>
          ) : null}
        </div>
      )}
      {message.metadata?.status === 'stopped' ? (
        <p className="text-muted-foreground text-sm">You stopped this answer.</p>
      ) : null}
      {props.isBeingWritten ? (
        <Feather aria-hidden className="mt-1 size-5 animate-breathe text-thread" />
      ) : null}
    </article>
  );
}

type MessagePartProps = {
  part: ChatMessage['parts'][number];
  isMakingStory: boolean;
  onMakeStory: () => void;
};

function MessagePart({ part, isMakingStory, onMakeStory }: MessagePartProps) {
  switch (part.type) {
    case 'text':
      return (
        <p className="wrap-anywhere whitespace-pre-wrap font-story text-lg leading-relaxed">{part.text}</p>
      );
    case 'data-dossier':
      return part.data.changes.length > 0 ? (
        <p className="w-fit rounded-2xl bg-success-soft px-3 py-1 text-sm text-success">
          Noted: {part.data.changes.join(' · ')}
        </p>
      ) : null;
    case 'data-story':
      return <StoryJobCard jobId={part.data.jobId} />;
    case 'tool-proposeStory':
      return part.state === 'input-available' || part.state === 'output-available' ? (
        <ProposalCard {...part.input} isStarting={isMakingStory} onMakeStory={onMakeStory} />
      ) : null;
    case 'tool-startStory':
      return part.state === 'output-available' ? <StoryJobCard jobId={part.output.jobId} /> : null;
    default:
      return null;
  }
}
