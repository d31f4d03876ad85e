'use client';

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SceneView } from '@/lib/story/views';
import { alignWords, findSpokenWord, splitIntoTokens } from './align-words';
import { playRange } from './play-range';

/** A breath between two pages. */
const PAGE_TURN_PAUSE_MS = 700;

type ReadAloud = {
  audio: RefObject<HTMLAudioElement | null>;
  isReading: boolean;
  /** Index of the spoken word in the page's text, -1 for none. */
  spokenWord: number;
  /** Why there is no sound, when the browser refused or the file is broken. */
  hasFailed: boolean;
  start: () => void;
  stop: () => void;
  /** Says one word of the page; null where nobody knows when it is spoken. */
  hearWord: ((wordIndex: number) => void) | null;
  /** For the audio element's `onEnded`. */
  handleEnded: () => void;
  handleError: () => void;
};

/**
 * Reads the shown page aloud, word by word, and turns the page when its narration ends. The word is found from the audio's
 * own clock on every frame, so it stays true after a stall or a pause. Turning a page by hand goes on reading there.
 */
export function useReadAloud(scene: SceneView, nextPage: (() => void) | null): ReadAloud {
  const audio = useRef<HTMLAudioElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [spokenWord, setSpokenWord] = useState(-1);
  const [hasFailed, setHasFailed] = useState(false);
  const turnTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const endWord = useRef<() => void>(undefined);

  const startsMs = useMemo(() => {
    const words = splitIntoTokens(scene.text).filter((token) => token.isWord);
    return alignWords(
      words.map((token) => token.text),
      scene.words,
    );
  }, [scene.text, scene.words]);

  const play = () => {
    audio.current?.play().catch((error: unknown) => {
      // A turned page or a pause interrupts the play that was asked for before: that is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      setHasFailed(true);
      setIsReading(false);
    });
  };
  const playLatest = useRef(play);
  playLatest.current = play;

  // biome-ignore lint/correctness/useExhaustiveDependencies: scene.id is the reason to play again, not something the effect reads
  useEffect(() => {
    setSpokenWord(-1);
    endWord.current = undefined;
    if (isReading) playLatest.current();
    return () => clearTimeout(turnTimer.current);
  }, [isReading, scene.id]);

  useEffect(() => {
    if (!isReading) return;
    let frame = requestAnimationFrame(function follow() {
      const element = audio.current;
      if (element && !element.ended) setSpokenWord(findSpokenWord(startsMs, element.currentTime * 1_000));
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [isReading, startsMs]);

  return {
    audio,
    isReading,
    spokenWord: isReading ? spokenWord : -1,
    hasFailed,
    start: () => {
      endWord.current?.();
      setHasFailed(false);
      setIsReading(true);
      // Inside the press itself: phones only allow sound that a finger asked for.
      play();
    },
    stop: () => {
      audio.current?.pause();
      setIsReading(false);
    },
    hearWord:
      scene.audio_url === null || startsMs.length === 0
        ? null
        : (wordIndex) => {
            const element = audio.current;
            const fromMs = startsMs[wordIndex];
            if (!element || fromMs === undefined) return;
            endWord.current?.();
            setHasFailed(false);
            endWord.current = playRange(element, {
              fromMs,
              toMs: startsMs[wordIndex + 1] ?? Number.POSITIVE_INFINITY,
              onError: () => setHasFailed(true),
            });
          },
    handleEnded: () => {
      // The last word of a page can be heard alone.
      if (!isReading) return;
      setSpokenWord(-1);
      if (nextPage) turnTimer.current = setTimeout(nextPage, PAGE_TURN_PAUSE_MS);
      else setIsReading(false);
    },
    handleError: () => {
      if (!isReading) return;
      setHasFailed(true);
      setIsReading(false);
    },
  };
}
