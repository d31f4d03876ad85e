import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cache } from 'react';
import { readOrNotFound } from '@/app/read-or-not-found';
import { StoryReader } from '@/components/story/story-reader';
import { createQueryClient } from '@/lib/client/query-client';
import { storyQueryOptions } from '@/lib/client/query-options';
import { getStoryView } from '@/lib/story/data';

/** Once for the title and the page together. */
const readStory = cache((id: string) => readOrNotFound(id, getStoryView));

export async function generateMetadata({ params }: PageProps<'/stories/[id]'>): Promise<Metadata> {
  const story = await readStory((await params).id);
  return { title: story.title || 'A new story' };
}

export default async function StoryPage({ params }: PageProps<'/stories/[id]'>) {
  const story = await readStory((await params).id);
  const queryClient = createQueryClient();
  queryClient.setQueryData(storyQueryOptions(story.id).queryKey, story);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <StoryReader storyId={story.id} />
    </HydrationBoundary>
  );
}
