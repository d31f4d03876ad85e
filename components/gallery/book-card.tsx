'use client';

import Link from 'next/link';
import { memo } from 'react';
import { ClosedBook } from '@/components/household/closed-book';
import { formatDuration } from '@/components/reader/format-duration';
import { ageGroupLabel } from '@/components/story/story-choices';
import { HIDDEN_TITLES } from '@/lib/household/review';
import type { StorySummaryView } from '@/lib/story/views';
import { BookCover } from './book-cover';
import { BookMenuButton } from './book-menu-button';
import { FavouriteButton } from './favourite-button';

type BookCardProps = {
  story: StorySummaryView;
  /** Whose it is, of the household's readers. */
  readerName: string | undefined;
  isFirst: boolean;
};

/** A book on the shelf. The whole of it is the link, by its title; the heart and the menu lie above that. */
export const BookCard = memo(function BookCard({ story, readerName, isFirst }: BookCardProps) {
  const isMaking = story.status === 'making' || story.status === 'draft';
  const isFailed = story.status === 'failed';
  const { review } = story;
  const isClosed = review === 'waiting' || review === 'declined';
  // Also for a grown-up, who is told its title here: a child may look over their shoulder.
  const title = isClosed ? HIDDEN_TITLES[review] : story.title;
  const jobId = isMaking || isFailed ? story.job_id : null;
  return (
    <article className="group relative flex h-full flex-col">
      <div className="shelf-board">
        <div className="book-spine relative aspect-[4/3] overflow-hidden rounded-r-md rounded-l-sm bg-secondary shadow-cover transition-transform duration-300 ease-settle group-has-[a:focus-visible]:outline-3 group-has-[a:focus-visible]:outline-ring group-has-[a:focus-visible]:outline-offset-2 motion-safe:group-hover:-translate-y-1">
          {isClosed ? (
            <ClosedBook />
          ) : (
            <BookCover
              url={story.cover_url}
              title={title}
              language={story.language}
              isFirst={isFirst}
              isMaking={isMaking}
            />
          )}
          {story.duration_ms === null || isClosed ? null : (
            <span className="absolute right-2 bottom-2 rounded-full bg-black/75 px-2 py-0.5 font-bold text-white text-xs tabular-nums">
              <span className="sr-only">Film of </span>
              {formatDuration(story.duration_ms)}
            </span>
          )}
          {isMaking || isFailed ? (
            <span className="absolute bottom-2 left-4 rounded-full bg-popover px-2.5 py-0.5 font-bold text-popover-foreground text-xs shadow-page">
              {isFailed ? 'Not finished' : 'On the loom'}
            </span>
          ) : null}
        </div>
      </div>
      <div className="mt-2 flex items-start gap-1">
        <div className="min-w-0 flex-1 pt-1.5">
          <h2
            lang={isClosed ? undefined : story.language}
            dir="auto"
            className="line-clamp-2 font-semibold text-base leading-snug [overflow-wrap:anywhere] sm:text-lg"
          >
            <Link
              href={jobId === null ? `/stories/${story.id}` : `/jobs/${jobId}`}
              prefetch={false}
              className="outline-none after:absolute after:inset-0"
            >
              {title}
            </Link>
          </h2>
          <p className="mt-1 text-muted-foreground text-sm">{describe(story, readerName)}</p>
        </div>
        <BookMenuButton story={story} title={title} isClosed={isClosed} />
      </div>
      {isClosed ? null : (
        <FavouriteButton
          story={{ id: story.id, title, favourite: story.favourite }}
          className="absolute top-1 right-1 z-10 hover:bg-transparent"
        />
      )}
    </article>
  );
});

function describe(story: StorySummaryView, readerName: string | undefined): string {
  const age = ageGroupLabel(story.age_group);
  const pages = story.num_scenes === 1 ? '1 page' : `${story.num_scenes} pages`;
  return [readerName ? `For ${readerName}` : `${age[0]?.toUpperCase()}${age.slice(1)}`, pages].join(' · ');
}
