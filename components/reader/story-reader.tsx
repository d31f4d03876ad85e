'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { useCallback, useEffect } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { storyQueryOptions } from '@/lib/client/query-options';
import { type ErrorCode, isAppError } from '@/lib/errors';
import { Book } from './book';
import type { BookOpening } from './book-opening';
import { hasPages } from './book-story';
import { EarlierStoryLink } from './earlier-story-link';
import { MadeBy } from './made-by';
import { ReadingLevelCard } from './reading-level-card';
import { SequelButton } from './sequel-button';
import { StoryActions } from './story-actions';
import { StoryCast } from './story-cast';
import { StoryFacts } from './story-facts';
import { StoryGone } from './story-gone';
import { TalkLink } from './talk-link';

const POLL_WHILE_MAKING_MS = 2_500;

type StoryReaderProps = { storyId: string; opening?: BookOpening | undefined };

/** A story to read, hear and watch. Everything that is still being made appears by itself. */
export function StoryReader({ storyId, opening }: StoryReaderProps) {
  const router = useRouter();
  const {
    data: story,
    error,
    refetch,
  } = useQuery({
    ...storyQueryOptions(storyId),
    refetchInterval: (query) => {
      const shown = query.state.data;
      return shown?.status === 'making' || shown?.mending_job_id ? POLL_WHILE_MAKING_MS : false;
    },
    // A window somebody comes back to: was it deleted or mended meanwhile, here or elsewhere?
    refetchOnWindowFocus: 'always',
  });
  const code: ErrorCode | null = isAppError(error) ? error.code : null;
  // It waits for a grown-up again: the page asks, as when it is opened.
  useEffect(() => {
    if (code === 'approval_required') router.refresh();
  }, [code, router]);
  const ask = useCallback(() => void refetch(), [refetch]);
  if (!story) {
    return error ? (
      <Alert variant="destructive">
        <p>{errorSentence(error)}</p>
        <Button variant="outline" size="sm" className="ml-auto" onClick={ask}>
          Try again
        </Button>
      </Alert>
    ) : (
      <Skeleton className="h-96 rounded-xl" />
    );
  }
  const isGone = code === 'not_found';
  return (
    <article className="space-y-8">
      <header className="space-y-4">
        {isGone ? <StoryGone /> : null}
        <h1 dir="auto" lang={story.language} className="font-semibold text-4xl leading-tight sm:text-5xl">
          {story.title || 'A new story'}
        </h1>
        <StoryFacts story={story} />
        <TalkLink sessionId={story.session_id} />
        <EarlierStoryLink earlier={story.sequel_of} />
        {story.status === 'making' && story.job_id ? (
          <Alert>
            <p>
              This story is still on the loom.{' '}
              <Link className="font-bold underline underline-offset-4" href={`/jobs/${story.job_id}`}>
                Watch it being made
              </Link>
            </p>
          </Alert>
        ) : null}
      </header>
      {hasPages(story) ? (
        <Book story={story} opening={opening} onBrokenFile={ask} />
      ) : (
        <Alert>There are no pages yet.</Alert>
      )}
      {isGone ? null : (
        <>
          {story.status === 'ready' ? <SequelButton story={story} /> : null}
          <StoryActions story={story} />
        </>
      )}
      <footer className="space-y-8 pt-2">
        <div className="stitch" />
        <StoryCast characters={story.characters} />
        <ReadingLevelCard reading={story.reading} ageGroup={story.age_group} />
        <MadeBy models={story.models} />
      </footer>
    </article>
  );
}
