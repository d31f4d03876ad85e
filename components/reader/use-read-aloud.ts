'use client';

import { type RefObject, useEffect, useMemo, useRef, useState } from 'react';
import type { SceneView } from '@/lib/story/views';
import { alignWords, findSpokenWord, splitIntoTokens } from './align-words';
import { playRange } from './play-range';
import { useVoiceFiles } from './use-voice-files';

/** A breath between two pages. */
const PAGE_TURN_PAUSE_MS = 700;

export type ReadAloud = {
  /** For the audio element. */
  audio: RefObject<HTMLAudioElement | null>;
  source: string | undefined;
  isReading: boolean;
  /** There was no sound: the browser refused, the file is broken, or it did not come. */
  hasFailed: boolean;
  start: () => void;
  stop: () => void;
  /** Says one word of a page; while the page is read, goes on from there. Null where nobody knows when a word is spoken. */
  hearWord: ((pageIndex: number, wordIndex: number) => void) | null;
  handleEnded: () => void;
  handleError: () => void;
};

type ReadAloudOptions = {
  scenes: readonly [SceneView, ...SceneView[]];
  pageIndex: number;
  turnTo: (pageIndex: number) => void;
  speed: number;
  /** The word of the open page that is spoken, -1 for none. Called when it changes, not on every frame. */
  onWord: (wordIndex: number) => void;
};

/**
 * Reads the open page aloud, word by word, and turns the page when its narration ends. The word is found from the audio's
 * own clock on every frame, so it stays true after a stall or a pause, at any speed. Turning a page by hand goes on reading
 * there. The voice goes on while the screen is dark or another tab is looked at: whoever listens in bed hears the end.
 */
export function useReadAloud({ scenes, pageIndex, turnTo, speed, onWord }: ReadAloudOptions): ReadAloud {
  const scene = scenes[pageIndex] ?? scenes[0];
  const audio = useRef<HTMLAudioElement>(null);
  const [isReading, setIsReading] = useState(false);
  const [hasFailed, setHasFailed] = useState(false);
  const turnTimer = useRef<ReturnType<typeof setTimeout>>(undefined);
  const endWord = useRef<() => void>(undefined);
  /** A word of a page that is being turned to. */
  const awaitedWord = useRef<number>(undefined);
  const spokenWord = useRef(-1);
  const getVoice = useVoiceFiles(scenes, { pageIndex, isReading });
  // Once per page: a file that arrives while its page is read must not change what is playing.
  // biome-ignore lint/correctness/useExhaustiveDependencies: see above
  const source = useMemo(() => getVoice(scene.audio_url), [scene.audio_url, scene.id]);

  const startsMs = useMemo(() => {
    const words = splitIntoTokens(scene.text).filter((token) => token.isWord);
    return alignWords(
      words.map((token) => token.text),
      scene.words,
    );
  }, [scene.text, scene.words]);

  const showWord = (wordIndex: number) => {
    if (spokenWord.current === wordIndex) return;
    spokenWord.current = wordIndex;
    onWord(wordIndex);
  };
  const fail = () => {
    setHasFailed(true);
    setIsReading(false);
  };
  const play = () => {
    audio.current?.play().catch((error: unknown) => {
      // A turned page or a pause interrupts the play that was asked for before: that is no failure.
      if (error instanceof DOMException && error.name === 'AbortError') return;
      fail();
    });
  };
  const sayWord = (wordIndex: number) => {
    const element = audio.current;
    const fromMs = startsMs[wordIndex];
    if (!element || fromMs === undefined) return;
    endWord.current?.();
    setHasFailed(false);
    showWord(wordIndex);
    const toMs = startsMs[wordIndex + 1] ?? Number.POSITIVE_INFINITY;
    endWord.current = playRange(element, { fromMs, toMs, onError: fail, onEnd: () => showWord(-1) });
  };
  const latest = useRef({ play, sayWord, showWord });
  latest.current = { play, sayWord, showWord };

  // biome-ignore lint/correctness/useExhaustiveDependencies: scene.id is the reason to play again, not something the effect reads
  useEffect(() => {
    latest.current.showWord(-1);
    endWord.current = undefined;
    const word = awaitedWord.current;
    awaitedWord.current = undefined;
    if (isReading) latest.current.play();
    else if (word !== undefined) latest.current.sayWord(word);
    return () => clearTimeout(turnTimer.current);
  }, [isReading, scene.id]);

  // biome-ignore lint/correctness/useExhaustiveDependencies: another source begins at the usual speed
  useEffect(() => {
    const element = audio.current;
    if (!element) return;
    element.defaultPlaybackRate = speed;
    element.playbackRate = speed;
    element.preservesPitch = true;
  }, [speed, source]);

  useEffect(() => {
    if (!isReading) return;
    let frame = requestAnimationFrame(function follow() {
      const element = audio.current;
      if (element && !element.ended)
        latest.current.showWord(findSpokenWord(startsMs, element.currentTime * 1_000));
      frame = requestAnimationFrame(follow);
    });
    return () => cancelAnimationFrame(frame);
  }, [isReading, startsMs]);

  const stop = () => {
    audio.current?.pause();
    setIsReading(false);
  };
  const turn = () => turnTo(pageIndex + 1);
  const isLast = pageIndex >= scenes.length - 1;
  return {
    audio,
    source,
    isReading,
    hasFailed,
    start: () => {
      endWord.current?.();
      setHasFailed(false);
      setIsReading(true);
      // Inside the press itself: phones only allow sound that a finger asked for.
      play();
    },
    stop,
    hearWord: scenes.some(({ audio_url, words }) => audio_url !== null && words.length > 0)
      ? (page, wordIndex) => {
          if (page !== pageIndex) {
            awaitedWord.current = wordIndex;
            turnTo(page);
          } else if (isReading && audio.current && startsMs[wordIndex] !== undefined) {
            audio.current.currentTime = startsMs[wordIndex] / 1_000;
          } else sayWord(wordIndex);
        }
      : null,
    handleEnded: () => {
      // The last word of a page can be heard alone.
      if (!isReading) return;
      showWord(-1);
      if (isLast) setIsReading(false);
      // Nobody sees a breath on a dark screen, where timers sleep and a silent page may not speak again.
      else if (document.hidden) turn();
      else turnTimer.current = setTimeout(turn, PAGE_TURN_PAUSE_MS);
    },
    handleError: () => {
      if (isReading) fail();
    },
  };
}
