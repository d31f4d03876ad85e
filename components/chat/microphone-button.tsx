'use client';

import { LoaderCircle, Mic, Square } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useDictation } from './use-dictation';

type MicrophoneButtonProps = {
  /** Words as they are recognised; the ones with `isFinal` false are replaced by the next call. */
  onText: (text: string, isFinal: boolean) => void;
  disabled?: boolean;
};

/** Say it instead of writing it. Pressing again ends it. */
export function MicrophoneButton({ onText, disabled }: MicrophoneButtonProps) {
  const { state, problem, start, stop } = useDictation(onText);
  const isListening = state === 'listening';
  const isBusy = state === 'starting' || state === 'transcribing';
  const Icon = isBusy ? LoaderCircle : isListening ? Square : Mic;
  return (
    <>
      <Button
        variant={isListening ? 'destructive' : 'outline'}
        size="icon"
        aria-label={isListening ? 'Stop dictating' : 'Dictate'}
        aria-pressed={isListening}
        disabled={isBusy || (disabled && !isListening)}
        onClick={() => (isListening ? stop() : start())}
      >
        <Icon aria-hidden className={isBusy ? 'animate-spin motion-reduce:animate-none' : undefined} />
      </Button>
      <p role="status" className={problem ? 'basis-full text-sm text-muted-foreground' : 'sr-only'}>
        {problem ??
          { idle: '', starting: '', listening: 'Listening…', transcribing: 'Writing it down…' }[state]}
      </p>
    </>
  );
}
