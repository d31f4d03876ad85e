'use client';

import { type ReactNode, useEffect, useRef } from 'react';
import { buildPictureSourceSet, pictureAtWidth } from '@/lib/story/picture-widths';
import { BookPage, type PageShow } from './book-page';
import type { BookStory } from './book-story';
import type { WordHelp } from './hard-word';
import { TurningLeaf } from './turning-leaf';
import type { PageTurning } from './use-page-turning';

export type PagesProps = {
  story: BookStory;
  turning: PageTurning;
  show: PageShow;
  meanings: ReadonlyMap<string, string>;
  getHelp: (pageIndex: number) => WordHelp;
  ruler: ReactNode;
};

/** One page at a time. The next one's picture is fetched while this one is read; no other is. */
export function PagedBook({ story, turning, show, meanings, getHelp, ruler }: PagesProps) {
  const { pageIndex, turned } = turning;
  const scene = story.scenes[pageIndex] ?? story.scenes[0];
  const page = useRef<HTMLDivElement>(null);
  const shownIndex = useRef(pageIndex);

  // A page turned from the foot of a long one begins at its top.
  useEffect(() => {
    if (shownIndex.current === pageIndex) return;
    shownIndex.current = pageIndex;
    if (page.current && page.current.getBoundingClientRect().top < 0) {
      page.current.scrollIntoView({ block: 'start' });
    }
  }, [pageIndex]);

  const next = show.onWishPictures ? undefined : story.scenes[pageIndex + 1];
  useNextPicture(next?.image_url ?? null, next?.image_width ?? null);

  return (
    <div ref={page} data-book-page className="book-turn mr-1.5 scroll-mt-4">
      <div className="book-page p-4 sm:p-6 lg:p-8">
        <BookPage
          key={scene.id}
          story={story}
          scene={scene}
          isLast={pageIndex === story.scenes.length - 1}
          show={show}
          meanings={meanings}
          help={getHelp(pageIndex)}
          overWords={ruler}
        />
      </div>
      <TurningLeaf story={story} turned={turned} show={show} isOn />
    </div>
  );
}

/** As the img of that page will ask for it: the same widths, so it is the same file. */
function useNextPicture(url: string | null, fullWidth: number | null): void {
  useEffect(() => {
    if (url === null) return;
    const shown = document.querySelector<HTMLImageElement>('[data-book-page] img');
    const fetchNext = () => {
      const image = new Image();
      image.sizes = shown?.sizes ?? '100vw';
      const sourceSet = buildPictureSourceSet(url, fullWidth);
      if (sourceSet) image.srcset = sourceSet;
      image.src = pictureAtWidth(url, 960);
    };
    // The open page's own picture comes first.
    if (!shown || shown.complete) {
      fetchNext();
      return;
    }
    shown.addEventListener('load', fetchNext, { once: true });
    return () => shown.removeEventListener('load', fetchNext);
  }, [url, fullWidth]);
}
