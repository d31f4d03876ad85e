'use client';

import { useInfiniteQuery, useQueryClient } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { useMemo } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { useReaders } from '@/components/household/use-readers';
import { PageMessage } from '@/components/layout/page-message';
import { Button, buttonVariants } from '@/components/ui/button';
import { type ShelfPages, shelfQueryOptions } from '@/lib/client/shelf-query';
import { Books } from './books';
import { usePendingDeletions } from './deletions';
import { EmptyShelf } from './empty-shelf';
import { NoMatch } from './no-match';
import { countFilters, type ShelfAddress, toListRequest } from './shelf-address';
import { ShelfBar } from './shelf-bar';
import { useMakingBooks } from './use-making-books';
import { useShelfAddress } from './use-shelf-address';

/** The caller's stories as books: what the address says is shown, and every change of it is another address. */
export function Shelf() {
  const { address, change } = useShelfAddress();
  const readers = useReaders();
  const pending = usePendingDeletions();
  const shelf = useInfiniteQuery({ ...useShelfOptions(address), placeholderData: (before) => before });
  const stories = useMemo(() => shelf.data?.pages.flatMap((page) => page.stories) ?? [], [shelf.data]);
  useMakingBooks(stories);

  const [first] = shelf.data?.pages ?? [];
  if (!first) {
    return shelf.error ? (
      <PageMessage
        title="The shelf cannot be reached"
        action={<Button onClick={() => void shelf.refetch()}>Try again</Button>}
      >
        {errorSentence(shelf.error)}
      </PageMessage>
    ) : null;
  }
  const hidden = stories.filter(({ id }) => pending.has(id)).length;
  const total = Math.max(0, (shelf.data?.pages.at(-1) ?? first).total - hidden);
  const isNarrowed = countFilters(address) > 0;
  if (total === 0 && !isNarrowed && address.cursor === null && !shelf.isPlaceholderData)
    return <EmptyShelf />;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-semibold text-4xl sm:text-5xl">Stories</h1>
        <Link href="/" className={buttonVariants()}>
          <Plus aria-hidden />
          New story
        </Link>
      </div>
      <ShelfBar
        address={address}
        change={change}
        readers={readers}
        languages={first.languages}
        total={shelf.isPlaceholderData ? undefined : total}
      />
      <p role="status" className="mt-4 text-muted-foreground">
        {total === 0 ? '' : describeTotal(total, isNarrowed)}
      </p>
      {total === 0 ? (
        <NoMatch address={address} change={change} />
      ) : (
        <Books address={address} shelf={shelf} readers={readers} pending={pending} />
      )}
    </>
  );
}

function describeTotal(total: number, isNarrowed: boolean): string {
  const books = total === 1 ? '1 story' : `${total.toLocaleString('en')} stories`;
  return isNarrowed ? `${books} found` : books;
}

/**
 * The shelf of this address. Somebody who comes back to the middle of a shelf that was fetched from its beginning gets all of
 * that; who comes by a link begins where the link does.
 */
function useShelfOptions(address: ShelfAddress) {
  const queryClient = useQueryClient();
  return useMemo(() => {
    const request = toListRequest(address, null);
    const whole = shelfQueryOptions(request, null);
    const { cursor } = address;
    if (cursor === null) return whole;
    const known = queryClient.getQueryData<ShelfPages>(whole.queryKey);
    return known?.pageParams.includes(cursor) ? whole : shelfQueryOptions(request, cursor);
  }, [address, queryClient]);
}
