'use client';

import { type KeyboardEvent, useRef } from 'react';
import type { FilmView } from '@/lib/story/views';

type FilmPlayerProps = { film: FilmView; title: string; language?: string | undefined };

const STEP_S = 5;
const LONG_STEP_S = 10;

/**
 * The film with the browser's own controls. Captions are already drawn into it, so the caption track stays off until
 * somebody turns it on. While it has the focus, its keys are those people know from other players.
 */
export function FilmPlayer({ film, title, language = 'en' }: FilmPlayerProps) {
  const video = useRef<HTMLVideoElement>(null);
  const control = (event: KeyboardEvent) => {
    const player = video.current;
    if (!player || event.altKey || event.ctrlKey || event.metaKey || event.target !== player) return;
    const act = findAct(event.key, player);
    if (!act) return;
    // Else the browser's controls would do it once more.
    event.preventDefault();
    act();
  };
  return (
    <div className="mx-auto w-fit max-w-full space-y-2">
      <video
        ref={video}
        controls
        playsInline
        preload="metadata"
        poster={film.poster_url ?? undefined}
        width={film.width}
        height={film.height}
        aria-label={`Film: ${title}`}
        onKeyDown={control}
        className="max-h-[78dvh] w-auto max-w-full rounded-xl bg-black shadow-page"
      >
        <source src={film.video_url} type="video/mp4" />
        <track kind="captions" src={film.captions_url} srcLang={language} label={nameOf(language)} />
      </video>
      <p className="text-muted-foreground text-sm max-sm:hidden">
        Keys in the film: space plays, ← → five seconds, J L ten, C captions, M sound, F full screen.
      </p>
    </div>
  );
}

function findAct(key: string, player: HTMLVideoElement): (() => void) | null {
  const seek = (seconds: number) => () => {
    player.currentTime = Math.min(Math.max(player.currentTime + seconds, 0), player.duration || 0);
  };
  switch (key.toLowerCase()) {
    case ' ':
    case 'k':
      return () => void (player.paused ? player.play().catch(() => undefined) : player.pause());
    case 'arrowright':
      return seek(STEP_S);
    case 'arrowleft':
      return seek(-STEP_S);
    case 'l':
      return seek(LONG_STEP_S);
    case 'j':
      return seek(-LONG_STEP_S);
    case 'home':
      return seek(Number.NEGATIVE_INFINITY);
    case 'end':
      return seek(Number.POSITIVE_INFINITY);
    case 'm':
      return () => {
        player.muted = !player.muted;
      };
    case 'c':
      return () => {
        const track = player.textTracks[0];
        if (track) track.mode = track.mode === 'showing' ? 'disabled' : 'showing';
      };
    case 'f':
      return () =>
        void (document.fullscreenElement
          ? document.exitFullscreen()
          : player.requestFullscreen?.().catch(() => undefined));
    default:
      return null;
  }
}

/** "English", "العربية": as its own readers call it. */
function nameOf(language: string): string {
  try {
    return new Intl.DisplayNames([language], { type: 'language' }).of(language) ?? language;
  } catch (error) {
    if (error instanceof RangeError) return language;
    throw error;
  }
}
