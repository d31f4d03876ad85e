'use client';

import { useEffect, useRef } from 'react';

type Session = {
  /** False: the device's own controls are left alone. */
  isOn: boolean;
  isPlaying: boolean;
  title: string;
  /** What of it: "Page 2 of 4". */
  part: string;
  pictureUrl: string | null;
  onPlay: () => void;
  onPause: () => void;
  onNext: (() => void) | null;
  onPrevious: (() => void) | null;
};

/** What a lock screen, a headset and a car show of the voice, and what their buttons do. Nothing where the browser has none. */
export function useMediaSession(session: Session): void {
  const { isOn, isPlaying, title, part, pictureUrl } = session;
  const latest = useRef(session);
  latest.current = session;

  useEffect(() => {
    if (!isOn || !('mediaSession' in navigator)) return;
    navigator.mediaSession.metadata = new MediaMetadata({
      title,
      artist: part,
      album: 'Storyloom',
      artwork: pictureUrl ? [{ src: pictureUrl, sizes: '640x360' }] : [],
    });
  }, [isOn, title, part, pictureUrl]);

  useEffect(() => {
    if (!('mediaSession' in navigator)) return;
    navigator.mediaSession.playbackState = !isOn ? 'none' : isPlaying ? 'playing' : 'paused';
  }, [isOn, isPlaying]);

  useEffect(() => {
    if (!isOn || !('mediaSession' in navigator)) return;
    const { mediaSession } = navigator;
    const handlers: [MediaSessionAction, () => void][] = [
      ['play', () => latest.current.onPlay()],
      ['pause', () => latest.current.onPause()],
      ['nexttrack', () => latest.current.onNext?.()],
      ['previoustrack', () => latest.current.onPrevious?.()],
    ];
    for (const [action, handler] of handlers) mediaSession.setActionHandler(action, handler);
    return () => {
      for (const [action] of handlers) mediaSession.setActionHandler(action, null);
      mediaSession.metadata = null;
      mediaSession.playbackState = 'none';
    };
  }, [isOn]);
}
