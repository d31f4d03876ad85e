'use client';

import { useEffect, useMemo, useRef, useState } from 'react';
import { Alert } from '@/components/ui/alert';
import { alignWords, findSpokenWord, splitIntoTokens } from './align-words';
import type { BookStory } from './book-story';
import { buildPageStarts, findPageAt } from './find-listening-place';
import { followSpokenWord, markSpokenWord } from './mark-spoken-word';
import { SpokenText } from './spoken-text';

const NO_MEANINGS: ReadonlyMap<string, string> = new Map();

type ListenPanelProps = { story: BookStory; direction: 'ltr' | 'rtl' };

/**
 * The whole story as one small sound file, with its words underneath: for the dark, the car, and connections on which a
 * picture takes a minute. A press on a word goes there. No picture is fetched.
 */
export function ListenPanel({ story, direction }: ListenPanelProps) {
  const { scenes, audio } = story;
  const player = useRef<HTMLAudioElement>(null);
  const words = useRef<HTMLDivElement>(null);
  const [hasFailed, setHasFailed] = useState(false);
  const pageStarts = useMemo(() => buildPageStarts(scenes, audio?.duration_ms ?? 0), [scenes, audio]);
  const wordStarts = useMemo(
    () =>
      scenes.map(({ text, words: timings }) =>
        alignWords(
          splitIntoTokens(text)
            .filter(({ isWord }) => isWord)
            .map((token) => token.text),
          timings,
        ),
      ),
    [scenes],
  );

  useEffect(() => {
    const element = player.current;
    if (!element || !pageStarts) return;
    let frame = 0;
    let shown = '';
    let wordBefore: HTMLElement | null = null;
    const show = () => {
      const timeMs = element.currentTime * 1_000;
      const page = findPageAt(pageStarts, timeMs);
      const word = findSpokenWord(wordStarts[page] ?? [], timeMs - (pageStarts[page] ?? 0));
      const place = `${page}.${word}`;
      if (place === shown) return;
      shown = place;
      markSpokenWord(words.current, -1);
      const texts = words.current?.querySelectorAll('[data-testid="story-text"]');
      const marked = markSpokenWord(texts?.[page] ?? null, word);
      followSpokenWord(marked, wordBefore);
      wordBefore = marked;
    };
    const follow = () => {
      show();
      frame = requestAnimationFrame(follow);
    };
    const start = () => {
      cancelAnimationFrame(frame);
      follow();
    };
    const stop = () => cancelAnimationFrame(frame);
    element.addEventListener('play', start);
    element.addEventListener('seeked', show);
    element.addEventListener('pause', stop);
    return () => {
      stop();
      element.removeEventListener('play', start);
      element.removeEventListener('seeked', show);
      element.removeEventListener('pause', stop);
    };
  }, [pageStarts, wordStarts]);

  const helps = useMemo(
    () =>
      scenes.map((_, page) => ({
        onAsk: () => undefined,
        onHear: pageStarts
          ? (wordIndex: number) => {
              const element = player.current;
              const startMs = wordStarts[page]?.[wordIndex];
              if (!element || startMs === undefined) return;
              element.currentTime = ((pageStarts[page] ?? 0) + startMs) / 1_000;
              element.play().catch(() => setHasFailed(true));
            }
          : null,
      })),
    [scenes, pageStarts, wordStarts],
  );

  if (!audio) return null;
  return (
    <section aria-label="Listen" data-can-hear={pageStarts ? true : undefined} className="space-y-5">
      <div className="sticky top-0 z-10 -mx-4 space-y-3 border-b bg-background px-4 py-3 sm:mx-0 sm:px-0">
        {/* biome-ignore lint/a11y/useMediaCaption: its words stand below and light up as they are spoken */}
        <audio
          ref={player}
          controls
          preload="none"
          src={audio.audio_url}
          onError={() => setHasFailed(true)}
          onPlay={() => setHasFailed(false)}
          aria-label={`The whole story: ${story.title}`}
          className="w-full"
        />
        {hasFailed ? (
          <Alert variant="destructive">
            The sound could not be played just now. You can still read the story yourself.
          </Alert>
        ) : null}
      </div>
      <div ref={words} lang={story.language} dir={direction} className="mx-auto max-w-prose space-y-8">
        {scenes.map((scene, index) => (
          <div key={scene.id} className="space-y-3">
            {scene.title ? (
              <h2 dir="auto" className="font-semibold text-2xl">
                {scene.title}
              </h2>
            ) : null}
            <SpokenText text={scene.text} meanings={NO_MEANINGS} help={helps[index] ?? NO_HELP} />
          </div>
        ))}
      </div>
    </section>
  );
}

const NO_HELP = { onAsk: () => undefined, onHear: null };
