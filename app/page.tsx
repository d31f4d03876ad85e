import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import Link from 'next/link';
import { connection } from 'next/server';
import { SewingThread } from '@/components/layout/sewing-thread';
import { StoryForm } from '@/components/story/story-form';
import { isStoryPaid } from '@/lib/ai/paid-models';
import { readersQueryOptions } from '@/lib/client/household-requests';
import { createQueryClient } from '@/lib/client/query-client';
import { MAX_PROMPT_LENGTH } from '@/lib/story/schema';
import { readPageReaders } from './read-page-household';

export default async function HomePage() {
  // Which models are chosen is known where the page is asked for, not where it was built.
  await connection();
  const queryClient = createQueryClient();
  const readers = await readPageReaders();
  if (readers) queryClient.setQueryData(readersQueryOptions.queryKey, readers);
  return (
    <div className="mx-auto max-w-3xl">
      <div className="text-center">
        <h1 className="font-semibold text-4xl leading-tight sm:text-5xl">What story shall we weave?</h1>
        <p className="mx-auto mt-4 max-w-xl text-lg text-muted-foreground">
          Say who it is about and what they wish for. You get a picture book with a voice that reads it, and a
          film.
        </p>
        <p className="mt-3">
          <Link
            href="/chat"
            className="font-bold text-primary underline underline-offset-4 hover:decoration-2"
          >
            …or talk it into being
          </Link>
        </p>
      </div>
      <SewingThread />
      <HydrationBoundary state={dehydrate(queryClient)}>
        <StoryForm maxPromptLength={MAX_PROMPT_LENGTH} isPaid={isStoryPaid()} />
      </HydrationBoundary>
    </div>
  );
}
