'use client';

import { LoaderCircle, Square, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Ends whatever another button is playing: one voice at a time. */
let silenceOther: (() => void) | null = null;

/** Has the narrator read an answer; pressing again stops. */
export function ReadAloudButton({ sessionId, messageId }: { sessionId: string; messageId: string }) {
  const [state, setState] = useState<'idle' | 'loading' | 'playing' | 'failed'>('idle');
  const player = useRef<HTMLAudioElement | null>(null);
  const silence = useRef(() => {
    player.current?.pause();
    player.current = null;
    setState('idle');
  });
  useEffect(() => {
    const own = silence.current;
    return () => {
      player.current?.pause();
      player.current = null;
      if (silenceOther === own) silenceOther = null;
    };
  }, []);

  function play() {
    silenceOther?.();
    silenceOther = silence.current;
    setState('loading');
    const audio = new Audio(`/api/sessions/${sessionId}/messages/${messageId}/audio`);
    player.current = audio;
    // A player that was stopped or replaced has nothing to say any more.
    const when = (next: typeof state) => () => {
      if (player.current === audio) setState(next);
    };
    audio.onplaying = when('playing');
    audio.onended = when('idle');
    audio.onerror = when('failed');
    audio.play().catch(when('failed'));
  }

  const isOn = state === 'loading' || state === 'playing';
  const Icon = state === 'loading' ? LoaderCircle : isOn ? Square : Volume2;
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        aria-label={isOn ? 'Stop reading' : 'Read aloud'}
        aria-pressed={isOn}
        onClick={isOn ? silence.current : play}
      >
        <Icon
          aria-hidden
          className={state === 'loading' ? 'animate-spin motion-reduce:animate-none' : undefined}
        />
      </Button>
      <span role="status" className={state === 'failed' ? 'text-sm text-muted-foreground' : 'sr-only'}>
        {state === 'failed' ? 'This could not be read aloud just now.' : ''}
      </span>
    </>
  );
}
