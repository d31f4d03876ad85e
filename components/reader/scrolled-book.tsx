'use client';

import { useEffect, useRef } from 'react';
import { BookPage, type PageShow } from './book-page';
import type { PagesProps } from './paged-book';

/** The part of the screen a page has to cross to be the one that is read: a thin line above its middle. */
const READING_LINE = '-35% 0px -60% 0px';

/**
 * All pages below one another. The one that crosses the reading line is the open one; a page that is turned to by a key, a
 * dot or the voice is scrolled to. Pictures come when their page comes near.
 */
export function ScrolledBook({ story, turning, show, meanings, getHelp, ruler }: PagesProps) {
  const { pageIndex, turnTo } = turning;
  const list = useRef<HTMLOListElement>(null);
  /** What the scroll itself has said is open: that need not be scrolled to. */
  const seenIndex = useRef(0);
  /** While a page is scrolled to, those in between are not opened. */
  const target = useRef<number>(undefined);

  useEffect(() => {
    const pages = [...(list.current?.children ?? [])];
    const observer = new IntersectionObserver(
      (entries) => {
        const entry = entries.find(({ isIntersecting }) => isIntersecting);
        const index = entry ? pages.indexOf(entry.target) : -1;
        if (index < 0 || (target.current !== undefined && target.current !== index)) return;
        target.current = undefined;
        seenIndex.current = index;
        turnTo(index);
      },
      { rootMargin: READING_LINE },
    );
    for (const page of pages) observer.observe(page);
    const freely = () => {
      target.current = undefined;
    };
    window.addEventListener('wheel', freely, { passive: true });
    window.addEventListener('touchmove', freely, { passive: true });
    return () => {
      observer.disconnect();
      window.removeEventListener('wheel', freely);
      window.removeEventListener('touchmove', freely);
    };
  }, [turnTo]);

  useEffect(() => {
    if (seenIndex.current === pageIndex) return;
    seenIndex.current = pageIndex;
    target.current = pageIndex;
    const isCalm = window.matchMedia('(prefers-reduced-motion: reduce)').matches;
    list.current?.children[pageIndex]?.scrollIntoView({
      block: 'start',
      behavior: isCalm ? 'auto' : 'smooth',
    });
  }, [pageIndex]);

  // Another shape of the screen: the same page stays before the reader.
  const wasFull = useRef(show.isFull);
  useEffect(() => {
    if (wasFull.current === show.isFull) return;
    wasFull.current = show.isFull;
    target.current = pageIndex;
    list.current?.children[pageIndex]?.scrollIntoView({ block: 'start' });
  }, [show.isFull, pageIndex]);

  const later: PageShow = { ...show, loading: 'near' };
  return (
    <div className="relative">
      <ol ref={list} className="mr-1.5 space-y-8">
        {story.scenes.map((scene, index) => (
          <li key={scene.id} data-scroll-page={index} className="book-page scroll-mt-4 p-4 sm:p-6 lg:p-8">
            <BookPage
              story={story}
              scene={scene}
              isLast={index === story.scenes.length - 1}
              show={index === 0 ? show : later}
              meanings={meanings}
              help={getHelp(index)}
            />
          </li>
        ))}
      </ol>
      {ruler}
    </div>
  );
}
