import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import { connection } from 'next/server';
import { SampleCard } from '@/components/story/sample-card';
import { StoryForm } from '@/components/story/story-form';
import { isStoryPaid } from '@/lib/ai/paid-models';
import { readersQueryOptions } from '@/lib/client/household-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { readSampleStory } from '@/lib/sample/sample-story';
import { MAX_PROMPT_LENGTH } from '@/lib/story/schema';
import { readPageReaders } from './read-page-household';

export default async function HomePage() {
  // Which models are chosen is known where the page is asked for, not where it was built.
  await connection();
  const queryClient = createQueryClient();
  const [readers, sample] = await Promise.all([readPageReaders(), readSampleStory()]);
  if (readers) queryClient.setQueryData(readersQueryOptions.queryKey, readers);
  return (
    <div className="mx-auto max-w-3xl">
      <div className="text-center">
        <h1 className="font-semibold text-4xl sm:text-5xl">What story shall we weave?</h1>
        <p className="mx-auto mt-3 max-w-xl text-muted-foreground sm:text-lg">
          Say who it is about and what they wish for. You get a picture book with a voice, and a film.
        </p>
      </div>
      <div className="mt-6 space-y-10 sm:mt-8">
        <HydrationBoundary state={dehydrate(queryClient)}>
          <StoryForm maxPromptLength={MAX_PROMPT_LENGTH} isPaid={isStoryPaid()} />
        </HydrationBoundary>
        <SampleCard sample={sample} />
      </div>
    </div>
  );
}
