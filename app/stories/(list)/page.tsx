import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { EmptyShelf } from '@/components/gallery/empty-shelf';
import { Shelf } from '@/components/gallery/shelf';
import { parseShelfAddress, type ShelfAddress, toListRequest } from '@/components/gallery/shelf-address';
import { type Caller, getPageCaller } from '@/lib/auth/caller';
import { readersQueryOptions } from '@/lib/client/household-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { type ShelfPages, shelfQueryOptions } from '@/lib/client/shelf-query';
import { isAppError } from '@/lib/errors';
import { listReaders } from '@/lib/household/readers';
import { readStoryList } from '@/lib/story/story-list';

export const metadata: Metadata = { title: 'Stories' };

export default async function StoriesPage({ searchParams }: PageProps<'/stories'>) {
  const caller = await getPageCaller();
  if (!caller) return <EmptyShelf />;
  const search = new URLSearchParams(
    Object.entries(await searchParams).flatMap(([name, value]) =>
      typeof value === 'string' ? [[name, value]] : [],
    ),
  );
  const address = parseShelfAddress(search);
  const [{ options, pages }, readers] = await Promise.all([
    readFirstPage(caller, address),
    listReaders(caller.client, caller.userId),
  ]);
  const queryClient = createQueryClient();
  queryClient.setQueryData<ShelfPages>(options.queryKey, pages);
  // Their filter must not push the others aside when it comes.
  queryClient.setQueryData(readersQueryOptions.queryKey, readers);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Shelf />
    </HydrationBoundary>
  );
}

/** A cursor that is none of ours, or of another order, is an old link: it shows the shelf from its beginning. */
async function readFirstPage(caller: Caller, address: ShelfAddress) {
  const request = toListRequest(address, null);
  const read = async (cursor: string | null) => ({
    options: shelfQueryOptions(request, address.cursor),
    pages: {
      pages: [await readStoryList(caller, toListRequest(address, cursor))],
      pageParams: [cursor],
    },
  });
  try {
    return await read(address.cursor);
  } catch (error) {
    if (address.cursor === null || !isAppError(error) || error.code !== 'invalid_request') throw error;
    return read(null);
  }
}
