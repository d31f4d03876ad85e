'use client';

import { Pause, Volume2 } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';

/** Whoever is heard; a second voice makes the first one stop. */
let heard: HTMLAudioElement | undefined;

/** Reads one page aloud, as soon as its voice is there. The file comes when it is asked for. */
export function HearPage({ audioUrl, page }: { audioUrl: string; page: number }) {
  const audio = useRef<HTMLAudioElement>(null);
  const [isPlaying, setIsPlaying] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);

  useEffect(() => {
    const element = audio.current;
    return () => element?.pause();
  }, []);

  const press = () => {
    const element = audio.current;
    if (!element) return;
    if (!element.paused) return element.pause();
    if (heard !== element) heard?.pause();
    heard = element;
    setHasFailed(false);
    // A second press may stop it before it has begun; what is broken is told by `onError`.
    element.play().catch(() => setIsPlaying(false));
  };

  return (
    <div className="animate-rise">
      <Button variant="secondary" onClick={press} aria-label={isPlaying ? `Stop page ${page}` : undefined}>
        {isPlaying ? <Pause aria-hidden /> : <Volume2 aria-hidden />}
        {isPlaying ? 'Stop' : `Hear page ${page}`}
      </Button>
      {hasFailed ? (
        <p role="alert" className="mt-2 text-destructive text-sm">
          This voice could not be played. Press once more to try again.
        </p>
      ) : null}
      {/* biome-ignore lint/a11y/useMediaCaption: what it says is the text beside it */}
      <audio
        ref={audio}
        src={audioUrl}
        preload="none"
        onPlay={() => setIsPlaying(true)}
        onPause={() => setIsPlaying(false)}
        onEnded={() => setIsPlaying(false)}
        onError={() => {
          setIsPlaying(false);
          setHasFailed(true);
          audio.current?.load();
        }}
      />
    </div>
  );
}
