import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { parsePageNumber } from '@/app/page-number';
import { EmptyShelf } from '@/components/story/empty-shelf';
import { StoryShelf } from '@/components/story/story-shelf';
import { getPageCaller } from '@/lib/auth/caller';
import { createQueryClient } from '@/lib/client/query-client';
import { STORIES_PER_PAGE, storiesQueryOptions } from '@/lib/client/query-options';
import { readStoryList } from '@/lib/story/story-list';

export const metadata: Metadata = { title: 'Stories' };

export default async function StoriesPage({ searchParams }: PageProps<'/stories'>) {
  const page = parsePageNumber((await searchParams).page);
  const caller = await getPageCaller();
  if (!caller) return <EmptyShelf />;
  const offset = (page - 1) * STORIES_PER_PAGE;
  const stories = await readStoryList(caller, {
    limit: STORIES_PER_PAGE,
    offset,
    status: 'all',
  });
  const queryClient = createQueryClient();
  queryClient.setQueryData(storiesQueryOptions({ offset }).queryKey, stories);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <StoryShelf page={page} />
    </HydrationBoundary>
  );
}
