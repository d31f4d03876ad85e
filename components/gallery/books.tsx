'use client';

import type { UseInfiniteQueryResult } from '@tanstack/react-query';
import { useCallback, useRef } from 'react';
import { cn } from '@/components/ui/cn';
import type { PendingDeletions } from '@/lib/client/pending-deletions';
import type { ShelfPages } from '@/lib/client/shelf-query';
import type { ReaderView } from '@/lib/household/household-views';
import { BookCard } from './book-card';
import { MoreBooks } from './more-books';
import { buildShelfHref, type ShelfAddress } from './shelf-address';
import { useShelfPlace } from './use-shelf-place';

type BooksProps = {
  address: ShelfAddress;
  shelf: UseInfiniteQueryResult<ShelfPages>;
  readers: readonly ReaderView[];
  pending: PendingDeletions;
};

/** Books that are seen without scrolling, or nearly: their covers are fetched first. */
const FIRST_SEEN = 4;

/** The books as far as they were fetched. Those far away are not drawn (`content-visibility`), so there can be hundreds. */
export function Books({ address, shelf, readers, pending }: BooksProps) {
  const list = useRef<HTMLUListElement>(null);
  const hrefAt = useCallback((cursor: string | null) => buildShelfHref({ ...address, cursor }), [address]);
  useShelfPlace(list, hrefAt);
  const { data, isPlaceholderData, hasNextPage, isFetchingNextPage, fetchNextPage } = shelf;
  const fetchMore = useCallback(() => void fetchNextPage({ cancelRefetch: false }), [fetchNextPage]);
  const names = new Map(readers.map(({ id, name }) => [id, name]));
  const books = (data?.pages ?? []).flatMap((page, index) =>
    page.stories
      .filter(({ id }) => !pending.has(id))
      .map((story) => ({ story, cursor: data?.pageParams[index] ?? null })),
  );
  const next = data?.pages.at(-1)?.next_cursor ?? null;
  const start = data?.pageParams[0] ?? null;
  return (
    <>
      {start === null ? null : (
        <p className="mt-4">
          {/* A whole new page: what stands before is not fetched here. */}
          <a href={hrefAt(null)} className="font-bold text-primary underline underline-offset-4">
            From the beginning of the shelf
          </a>
        </p>
      )}
      <ul
        ref={list}
        aria-busy={isPlaceholderData}
        className={cn(
          '-mx-2 mt-4 grid grid-cols-2 gap-y-6 transition-opacity sm:-mx-3 sm:grid-cols-3 lg:grid-cols-4',
          isPlaceholderData && 'opacity-60',
        )}
      >
        {books.map(({ story, cursor }, index) => (
          <li
            key={story.id}
            data-story={story.id}
            data-cursor={cursor ?? ''}
            className="px-2 py-2 [contain-intrinsic-size:auto_17rem] [content-visibility:auto] sm:px-3"
          >
            <BookCard
              story={story}
              readerName={story.reader_id ? names.get(story.reader_id) : undefined}
              isFirst={index < FIRST_SEEN}
            />
          </li>
        ))}
      </ul>
      {hasNextPage && next !== null && !isPlaceholderData ? (
        <MoreBooks
          href={hrefAt(next)}
          isFetching={isFetchingNextPage}
          error={shelf.isFetchNextPageError ? shelf.error : null}
          fetchMore={fetchMore}
        />
      ) : null}
    </>
  );
}
