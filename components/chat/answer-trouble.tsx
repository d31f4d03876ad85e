'use client';

import { CircleAlert, RotateCcw } from 'lucide-react';
import { jobErrorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import type { ChatMessage } from '@/lib/chat/schema';

type AnswerTroubleProps = {
  /** The stream was lost and is being taken up again; otherwise the answer is over. */
  isWaiting: boolean;
  message: ChatMessage | undefined;
  onRetry: () => void;
};

/** Below an answer that is not whole: why, and another try. What came of it stays above. */
export function AnswerTrouble({ isWaiting, message, onRetry }: AnswerTroubleProps) {
  const failure = message?.metadata?.status === 'failed' ? message.metadata.error : undefined;
  return (
    <Alert variant={isWaiting ? 'warning' : 'destructive'} className="flex-wrap items-center">
      <CircleAlert aria-hidden />
      <p className="flex-1">
        {isWaiting
          ? 'The storyteller fell silent. The rest appears here as soon as we hear it.'
          : `The answer broke off. ${sentenceOf(failure)}`}
      </p>
      <Button size="sm" variant="outline" onClick={onRetry}>
        <RotateCcw aria-hidden />
        Retry
      </Button>
    </Alert>
  );
}

function sentenceOf(error: { code: string; message: string } | undefined): string {
  // "internal" would speak of a lost connection, and the sentence before has said enough.
  return !error || error.code === 'internal'
    ? 'Shall we try again?'
    : jobErrorSentence(error.code, error.message);
}
