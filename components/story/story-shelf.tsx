'use client';

import { useQuery } from '@tanstack/react-query';
import { Plus } from 'lucide-react';
import Link from 'next/link';
import { errorSentence } from '@/components/error-sentence';
import { Pager } from '@/components/layout/pager';
import { Alert } from '@/components/ui/alert';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { STORIES_PER_PAGE, storiesQueryOptions } from '@/lib/client/query-options';
import { EmptyShelf } from './empty-shelf';
import { StoryCard } from './story-card';

const POLL_WHILE_MAKING_MS = 3_000;

/** The caller's stories, newest first; covers appear by themselves while a story is being made. */
export function StoryShelf({ page }: { page: number }) {
  const { data, error } = useQuery({
    ...storiesQueryOptions({ offset: (page - 1) * STORIES_PER_PAGE }),
    refetchInterval: (query) =>
      query.state.data?.stories.some((story) => story.status === 'making') ? POLL_WHILE_MAKING_MS : false,
  });
  if (!data) {
    return error ? (
      <Alert variant="destructive">{errorSentence(error)}</Alert>
    ) : (
      <Skeleton className="h-96" />
    );
  }
  if (data.total === 0) return <EmptyShelf />;
  return (
    <>
      <div className="flex flex-wrap items-end justify-between gap-4">
        <h1 className="font-semibold text-4xl sm:text-5xl">Stories</h1>
        <Link href="/" className={buttonVariants()}>
          <Plus aria-hidden />
          New story
        </Link>
      </div>
      {data.stories.length === 0 ? (
        <p className="mt-8 text-lg text-muted-foreground">There are no stories this far back.</p>
      ) : (
        <ul className="mt-8 grid gap-6 sm:grid-cols-2 lg:grid-cols-3">
          {data.stories.map((story) => (
            <li key={story.id}>
              <StoryCard story={story} />
            </li>
          ))}
        </ul>
      )}
      <Pager path="/stories" page={page} pageCount={Math.ceil(data.total / STORIES_PER_PAGE)} />
    </>
  );
}
