'use client';

import { memo, type ReactNode } from 'react';
import { cn } from '@/components/ui/cn';
import type { AspectRatio } from '@/lib/story/schema';
import type { SceneView } from '@/lib/story/views';
import type { BookStory } from './book-story';
import type { WordHelp } from './hard-word';
import { SpokenText, splitParagraphs } from './spoken-text';
import { type PictureLoading, StoryPicture } from './story-picture';

/** A wide picture gets more room than the words beside it, a tall one less. */
const BOOK_COLUMNS: Record<AspectRatio, string> = {
  '16:9': 'lg:grid-cols-[3fr_2fr]',
  '4:3': 'lg:grid-cols-2',
  '1:1': 'lg:grid-cols-2',
  '9:16': 'lg:grid-cols-[2fr_3fr]',
};

/** A page longer than this is higher than its picture: the picture stays beside what is read. */
const HIGH_TEXT = 900;

const PAGE_SIZES = '(min-width: 1152px) 640px, (min-width: 1024px) 56vw, 92vw';
const FULL_SIZES = '(min-width: 1024px) 58vw, 96vw';

export type PageShow = {
  loading: PictureLoading;
  isFull: boolean;
  /** Of a slow connection: pictures wait until this is pressed. */
  onWishPictures: (() => void) | undefined;
  onBrokenPicture: (() => void) | undefined;
};

type BookPageProps = {
  story: Pick<BookStory, 'aspect_ratio' | 'status' | 'moral'>;
  scene: SceneView;
  isLast: boolean;
  show: PageShow;
  meanings: ReadonlyMap<string, string>;
  help: WordHelp;
  /** Lies over the words: the reading ruler. */
  overWords?: ReactNode;
};

/** One page: its picture and its words. */
export const BookPage = memo(function BookPage(props: BookPageProps) {
  const { story, scene, isLast, show, meanings, help, overWords } = props;
  return (
    <PageSpread aspectRatio={story.aspect_ratio} isHigh={scene.text.length > HIGH_TEXT}>
      <StoryPicture
        scene={scene}
        aspectRatio={story.aspect_ratio}
        isComing={story.status === 'making'}
        sizes={show.isFull ? FULL_SIZES : PAGE_SIZES}
        loading={show.loading}
        onWish={show.onWishPictures}
        onBroken={show.onBrokenPicture}
      />
      <div className="relative min-w-0 max-w-prose">
        <Chapter title={scene.title} />
        <SpokenText text={scene.text} meanings={meanings} help={help} />
        {isLast ? <TheEnd moral={story.moral} /> : null}
        {overWords}
      </div>
    </PageSpread>
  );
});

type PageCopyProps = Pick<BookPageProps, 'story' | 'scene' | 'isLast' | 'show'>;

/** The same to look at only, while it is turned: nobody hears it, presses it or comes to it with the keyboard. */
export function PageCopy({ story, scene, isLast, show }: PageCopyProps) {
  return (
    <PageSpread aspectRatio={story.aspect_ratio} isHigh={scene.text.length > HIGH_TEXT}>
      <StoryPicture
        scene={scene}
        aspectRatio={story.aspect_ratio}
        isComing={story.status === 'making'}
        sizes={show.isFull ? FULL_SIZES : PAGE_SIZES}
        loading="first"
        onWish={show.onWishPictures}
      />
      <div className="min-w-0 max-w-prose">
        <Chapter title={scene.title} />
        <div className="story-text space-y-4">
          {splitParagraphs(scene.text).map((paragraph, index) => (
            // biome-ignore lint/suspicious/noArrayIndexKey: the text of a page does not change order
            <p key={index} dir="auto">
              {paragraph}
            </p>
          ))}
        </div>
        {isLast ? <TheEnd moral={story.moral} /> : null}
      </div>
    </PageSpread>
  );
}

type PageSpreadProps = { aspectRatio: AspectRatio; isHigh: boolean; children: ReactNode };

function PageSpread({ aspectRatio, isHigh, children }: PageSpreadProps) {
  return (
    <div
      className={cn(
        'grid gap-6 lg:gap-10',
        isHigh ? 'items-start lg:[&>.story-picture]:sticky lg:[&>.story-picture]:top-4' : 'items-center',
        BOOK_COLUMNS[aspectRatio],
      )}
    >
      {children}
    </div>
  );
}

function Chapter({ title }: { title: string }) {
  if (!title) return null;
  return (
    <h2 dir="auto" className="mb-4 font-semibold font-title text-2xl text-balance">
      {title}
    </h2>
  );
}

function TheEnd({ moral }: { moral: string }) {
  return (
    <div className="mt-6 space-y-3">
      <div className="stitch" />
      <p lang="en" dir="ltr" className="font-semibold font-title text-2xl">
        The end
      </p>
      {moral ? (
        <p dir="auto" className="text-lg text-muted-foreground italic">
          {moral}
        </p>
      ) : null}
    </div>
  );
}
