'use client';

import { Pause, Volume2 } from 'lucide-react';
import { useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { Button } from '@/components/ui/button';
import { pictureAtWidth } from '@/lib/story/picture-widths';
import { SpeedChoice, VoiceTrouble } from './book-notices';
import type { PageShow } from './book-page';
import type { BookStory } from './book-story';
import type { WordHelp } from './hard-word';
import { followSpokenWord, markSpokenWord } from './mark-spoken-word';
import { PagedBook } from './paged-book';
import { ReadingControls } from './reading-controls';
import type { ReadingRuler } from './reading-ruler';
import { ScrolledBook } from './scrolled-book';
import { useMediaSession } from './use-media-session';
import { useIsOffline } from './use-network';
import type { PageTurning } from './use-page-turning';
import { useReadAloud } from './use-read-aloud';
import type { ReadingChoice } from './use-reading-settings';
import { useWordWalk } from './use-word-walk';

type OpenBookProps = {
  story: BookStory;
  /** Kept by whoever shows the book, so that it lies open at the same page after a look at the film. */
  turning: PageTurning;
  reading: ReadingChoice;
  isFull: boolean;
  isRtl: boolean;
  onWishPictures: (() => void) | undefined;
  onBrokenFile: (() => void) | undefined;
};

/** The book as it is read: pages or a scroll of them, and the voice. */
export function OpenBook(props: OpenBookProps) {
  const { story, turning, reading, isFull, isRtl, onWishPictures, onBrokenFile } = props;
  const { scenes } = story;
  const { pageIndex } = turning;
  const { settings } = reading;
  const scene = scenes[pageIndex] ?? scenes[0];
  const isPaged = settings.view === 'page';
  const words = useRef<HTMLDivElement>(null);
  const isOffline = useIsOffline();

  const wordBefore = useRef<HTMLElement>(null);
  const showWord = (wordIndex: number) => {
    const page =
      words.current?.querySelectorAll('[data-testid="story-text"]')[isPaged ? 0 : pageIndex] ?? null;
    if (!isPaged || wordIndex < 0) markSpokenWord(words.current, -1);
    const word = markSpokenWord(page, wordIndex);
    followSpokenWord(word, wordBefore.current);
    wordBefore.current = word;
  };
  const voice = useReadAloud({
    scenes,
    pageIndex,
    turnTo: turning.turnTo,
    speed: settings.speed,
    onWord: showWord,
  });
  const [hasSpoken, setHasSpoken] = useState(false);
  useEffect(() => {
    if (voice.isReading) setHasSpoken(true);
  }, [voice.isReading]);
  useMediaSession({
    isOn: hasSpoken,
    isPlaying: voice.isReading,
    title: story.title,
    part: `Page ${pageIndex + 1} of ${scenes.length}`,
    pictureUrl: scene.image_url && !onWishPictures ? pictureAtWidth(scene.image_url, 640) : null,
    onPlay: voice.start,
    onPause: voice.stop,
    onNext: turning.turnForward,
    onPrevious: turning.turnBack,
  });

  const meanings = useMemo(
    () => new Map(story.reading?.hard_words.map(({ word, meaning }) => [word, meaning])),
    [story.reading],
  );
  const latest = useRef(voice);
  latest.current = voice;
  const canHear = voice.hearWord !== null;
  const pageCount = scenes.length;
  // The words are drawn once: their helps are the same objects for as long as the book is open.
  const helps = useMemo(
    () =>
      Array.from(
        { length: pageCount },
        (_, index): WordHelp => ({
          onAsk: () => latest.current.stop(),
          onHear: canHear ? (wordIndex) => latest.current.hearWord?.(index, wordIndex) : null,
        }),
      ),
    [pageCount, canHear],
  );
  const getHelp = useCallback((index: number) => helps[index] ?? NO_HELP, [helps]);
  const walk = useWordWalk(voice.hearWord && ((wordIndex) => voice.hearWord?.(pageIndex, wordIndex)));
  const show = useMemo(
    (): PageShow => ({ loading: 'first', isFull, onWishPictures, onBrokenPicture: onBrokenFile }),
    [isFull, onWishPictures, onBrokenFile],
  );
  const Ruler = useRuler(settings.ruler);
  const pages = { story, turning, show, meanings, getHelp, ruler: Ruler ? <Ruler /> : null };
  const hasNarration = scenes.some(({ audio_url }) => audio_url !== null);

  return (
    <section
      aria-label="The book"
      data-can-hear={canHear || undefined}
      className={isFull ? 'flex min-h-0 flex-1 flex-col' : undefined}
      {...turning.swipeHandlers}
    >
      <div
        ref={words}
        {...walk}
        {...(walk
          ? { role: 'group', 'aria-label': 'Words: with the arrow keys you hear one after another' }
          : {})}
        className={isFull ? 'book-stage' : 'rounded-md'}
      >
        {isPaged ? <PagedBook {...pages} /> : <ScrolledBook {...pages} />}
      </div>
      <p role="status" className="sr-only">
        Page {pageIndex + 1} of {scenes.length}
      </p>
      <ReadingControls
        turning={turning}
        pageCount={scenes.length}
        isRtl={isRtl}
        isSticky={!isPaged || isFull}
      >
        {hasNarration ? (
          <>
            <Button
              size="lg"
              onClick={voice.isReading ? voice.stop : voice.start}
              disabled={scene.audio_url === null}
              className="max-sm:min-w-0 max-sm:flex-1 max-sm:px-3"
            >
              {voice.isReading ? <Pause aria-hidden /> : <Volume2 aria-hidden />}
              {voice.isReading ? 'Pause' : 'Read to me'}
            </Button>
            <SpeedChoice speed={settings.speed} onSpeedChange={(speed) => reading.change({ speed })} />
          </>
        ) : (
          <span aria-hidden className="px-2 text-muted-foreground tabular-nums">
            {pageIndex + 1} / {scenes.length}
          </span>
        )}
      </ReadingControls>
      {voice.hasFailed ? <VoiceTrouble isOffline={isOffline} /> : null}
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand on the page and light up as they are spoken */}
      <audio
        ref={voice.audio}
        src={voice.source}
        preload={voice.isReading ? 'auto' : 'none'}
        onEnded={voice.handleEnded}
        onError={() => {
          voice.handleError();
          if (voice.isReading) onBrokenFile?.();
        }}
      />
    </section>
  );
}

const NO_HELP: WordHelp = { onAsk: () => undefined, onHear: null };

/** The ruler's code comes when it is switched on; without a network the page goes on without it. */
function useRuler(isOn: boolean): typeof ReadingRuler | null {
  const [part, setPart] = useState<{ Ruler: typeof ReadingRuler } | null>(null);
  useEffect(() => {
    if (!isOn || part) return;
    let isHere = true;
    import('./reading-ruler').then(
      ({ ReadingRuler: Ruler }) => isHere && setPart({ Ruler }),
      () => undefined,
    );
    return () => {
      isHere = false;
    };
  }, [isOn, part]);
  return isOn && part ? part.Ruler : null;
}
