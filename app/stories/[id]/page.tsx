import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cache } from 'react';
import { readOrNotFound } from '@/app/read-or-not-found';
import { readPageHousehold } from '@/app/read-page-household';
import { readPageOpening } from '@/app/read-page-opening';
import { WaitingStoryDoor } from '@/components/household/waiting-story-door';
import { StoryReader } from '@/components/reader/story-reader';
import { createQueryClient } from '@/lib/client/query-client';
import { storyQueryOptions } from '@/lib/client/query-options';
import { isAppError } from '@/lib/errors';
import { HIDDEN_TITLES, isHidden } from '@/lib/household/review';
import { getStoryView } from '@/lib/story/data';
import type { StoryView } from '@/lib/story/views';

/** Once for the title and the page together. Null for a story that nobody but a grown-up may see, who has not said so yet. */
const readStory = cache(async (id: string): Promise<StoryView | null> => {
  try {
    const [story, { grownUpUntil }] = await Promise.all([
      readOrNotFound(id, getStoryView),
      readPageHousehold(),
    ]);
    // Without a PIN whoever looks may be a child: the page asks, and its words are not in it before.
    return isHidden(story.review) && !grownUpUntil ? null : story;
  } catch (error) {
    if (isAppError(error) && error.code === 'approval_required') return null;
    throw error;
  }
});

export async function generateMetadata({ params }: PageProps<'/stories/[id]'>): Promise<Metadata> {
  const story = await readStory((await params).id);
  return { title: story && !isHidden(story.review) ? story.title || 'A new story' : HIDDEN_TITLES.waiting };
}

export default async function StoryPage({ params, searchParams }: PageProps<'/stories/[id]'>) {
  const { id } = await params;
  const [story, opening] = await Promise.all([readStory(id), readPageOpening(searchParams)]);
  const queryClient = createQueryClient();
  if (story) queryClient.setQueryData(storyQueryOptions(id).queryKey, story);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      {story && !isHidden(story.review) ? (
        <StoryReader storyId={id} opening={opening} />
      ) : (
        <WaitingStoryDoor id={id} opening={opening} />
      )}
    </HydrationBoundary>
  );
}
