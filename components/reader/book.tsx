'use client';

import { Pause, Volume2 } from 'lucide-react';
import { useMemo } from 'react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { AspectRatio } from '@/lib/story/schema';
import type { SceneView, StoryView } from '@/lib/story/views';
import { PageControls } from './page-controls';
import { SpokenText } from './spoken-text';
import { StoryPicture } from './story-picture';
import { usePageInView } from './use-page-in-view';
import type { PageTurning } from './use-page-turning';
import { useReadAloud } from './use-read-aloud';

type BookProps = {
  story: StoryView & { scenes: [SceneView, ...SceneView[]] };
  /** Kept by whoever shows the book, so that it lies open at the same page after a look at the film. */
  turning: PageTurning;
};

/** A wide picture gets more room than the words beside it, a tall one less. */
const BOOK_COLUMNS: Record<AspectRatio, string> = {
  '16:9': 'lg:grid-cols-[3fr_2fr]',
  '4:3': 'lg:grid-cols-2',
  '1:1': 'lg:grid-cols-2',
  '9:16': 'lg:grid-cols-[2fr_3fr]',
};

/** The story one page at a time: picture, words, and the voice. */
export function Book({ story, turning }: BookProps) {
  const { scenes } = story;
  const scene = scenes[turning.pageIndex] ?? scenes[0];
  const reading = useReadAloud(scene, turning.turnForward);
  const page = usePageInView(turning.pageIndex, reading.spokenWord);
  const meanings = useMemo(
    () => new Map(story.reading?.hard_words.map(({ word, meaning }) => [word, meaning])),
    [story.reading],
  );
  const isLastPage = turning.turnForward === null;
  const hasNarration = scenes.some((candidate) => candidate.audio_url !== null);

  return (
    <section aria-label="The book" {...turning.swipeHandlers}>
      <Card ref={page} className="scroll-mt-4 overflow-hidden p-4 sm:p-6 lg:p-8">
        <div
          key={scene.id}
          className={cn('grid animate-rise items-center gap-6 lg:gap-10', BOOK_COLUMNS[story.aspect_ratio])}
        >
          <StoryPicture scene={scene} aspectRatio={story.aspect_ratio} isComing={story.status === 'making'} />
          <div className="max-w-prose">
            {scene.title ? (
              <h2 className="mb-4 font-semibold font-title text-2xl text-balance">{scene.title}</h2>
            ) : null}
            <SpokenText
              text={scene.text}
              spokenWord={reading.spokenWord}
              meanings={meanings}
              help={{ onAsk: reading.stop, onHear: reading.hearWord }}
            />
            {isLastPage ? <TheEnd moral={story.moral} /> : null}
          </div>
        </div>
      </Card>
      <p role="status" className="sr-only">
        Page {turning.pageIndex + 1} of {scenes.length}
      </p>
      <PageControls turning={turning} pageCount={scenes.length}>
        {hasNarration ? (
          <Button
            size="lg"
            onClick={reading.isReading ? reading.stop : reading.start}
            disabled={scene.audio_url === null}
            className="max-sm:min-w-0 max-sm:flex-1 max-sm:px-3"
          >
            {reading.isReading ? <Pause aria-hidden /> : <Volume2 aria-hidden />}
            {reading.isReading ? 'Pause' : 'Read to me'}
          </Button>
        ) : null}
      </PageControls>
      {reading.hasFailed ? (
        <Alert variant="destructive" className="mt-4">
          The voice could not be played on this device. You can still read the page yourself.
        </Alert>
      ) : null}
      {/* biome-ignore lint/a11y/useMediaCaption: its words stand on the page and light up as they are spoken */}
      <audio
        ref={reading.audio}
        src={scene.audio_url ?? undefined}
        preload={reading.isReading ? 'auto' : 'none'}
        onEnded={reading.handleEnded}
        onError={reading.handleError}
      />
    </section>
  );
}

function TheEnd({ moral }: { moral: string }) {
  return (
    <div className="mt-6 space-y-3">
      <div className="stitch" />
      <p className="font-semibold font-title text-2xl">The end</p>
      {moral ? <p className="text-lg text-muted-foreground italic">{moral}</p> : null}
    </div>
  );
}
