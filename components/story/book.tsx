'use client';

import { Pause, Volume2 } from 'lucide-react';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { cn } from '@/components/ui/cn';
import type { SceneView, StoryView } from '@/lib/story/views';
import { PageControls } from './page-controls';
import { SpokenText } from './spoken-text';
import { StoryPicture } from './story-picture';
import { usePageTurning } from './use-page-turning';
import { useReadAloud } from './use-read-aloud';

type BookProps = { story: StoryView & { scenes: [SceneView, ...SceneView[]] } };

/** The story one page at a time: picture, words, and the voice. */
export function Book({ story }: BookProps) {
  const { scenes } = story;
  const turning = usePageTurning(scenes.length, true);
  const scene = scenes[turning.pageIndex] ?? scenes[0];
  const reading = useReadAloud(scene, turning.turnForward);
  const isLastPage = turning.turnForward === null;
  const hasNarration = scenes.some((candidate) => candidate.audio_url !== null);

  return (
    <section aria-label="The book" {...turning.swipeHandlers}>
      <Card className="overflow-hidden p-4 sm:p-6 lg:p-8">
        <div
          key={scene.id}
          className={cn(
            'grid animate-rise items-center gap-6 lg:gap-10',
            story.aspect_ratio === '16:9' ? 'lg:grid-cols-[3fr_2fr]' : 'lg:grid-cols-2',
          )}
        >
          <StoryPicture scene={scene} aspectRatio={story.aspect_ratio} isComing={story.status === 'making'} />
          <div className="max-w-prose">
            <SpokenText text={scene.text} spokenWord={reading.spokenWord} />
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
            className="max-sm:order-first max-sm:w-full"
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
