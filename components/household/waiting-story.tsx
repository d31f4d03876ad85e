'use client';

import { useQuery } from '@tanstack/react-query';
import { KeyRound } from 'lucide-react';
import Link from 'next/link';
import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import type { BookOpening } from '@/components/reader/book-opening';
import { StoryReader } from '@/components/reader/story-reader';
import { Alert } from '@/components/ui/alert';
import { Button, buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { grownUpQueryOptions } from '@/lib/client/grown-up-query';
import { proveGrownUp } from '@/lib/client/prove-grown-up';
import { storyQueryOptions } from '@/lib/client/query-options';
import { isHidden } from '@/lib/household/review';
import { ApprovalBar } from './approval-bar';
import { ClosedBook } from './closed-book';
import { useHousehold } from './use-household';

type WaitingStoryProps = {
  /** A story's id, or its job's. */
  id: string;
  opening?: BookOpening | undefined;
};

/** A story that a grown-up looks at first: closed for everybody else, and for them the whole of it, with their answer. */
export function WaitingStory({ id, opening }: WaitingStoryProps) {
  const household = useHousehold();
  const isUnlocked = Boolean(useQuery(grownUpQueryOptions).data?.until);
  const [isGrownUp, setIsGrownUp] = useState(false);
  // Without a PIN whoever says so is one; with one, only while the proof counts.
  const mayLook = household?.has_pin ? isUnlocked : isGrownUp;
  const { data: story, error, refetch } = useQuery({ ...storyQueryOptions(id), enabled: mayLook });
  const open = async () => setIsGrownUp(!household?.has_pin || (await proveGrownUp()));
  if (!mayLook) return <ClosedStory onOpen={() => void open()} />;
  if (!story) {
    if (!error) return <Skeleton className="h-96 rounded-xl" />;
    return (
      <Alert variant="destructive">
        <p>{errorSentence(error)}</p>
        <Button variant="outline" size="sm" className="ml-auto" onClick={() => void refetch()}>
          Try again
        </Button>
      </Alert>
    );
  }
  return (
    <div className="space-y-8">
      {isHidden(story.review) ? <ApprovalBar story={story} /> : null}
      <StoryReader storyId={id} opening={opening} />
    </div>
  );
}

function ClosedStory({ onOpen }: { onOpen: () => void }) {
  return (
    <div className="mx-auto grid max-w-lg justify-items-center gap-5 py-8 text-center sm:py-14">
      <ClosedBook className="h-56 w-full rounded-2xl" />
      <h1 className="font-semibold text-3xl sm:text-4xl">A grown-up looks at it first</h1>
      <p className="text-lg text-muted-foreground">
        This story is kept closed until one of your grown-ups has seen it.
      </p>
      <div className="flex flex-wrap justify-center gap-3">
        <Button onClick={onOpen}>
          <KeyRound aria-hidden />I am a grown-up
        </Button>
        <Link href="/stories" className={buttonVariants({ variant: 'outline' })}>
          Back to the shelf
        </Link>
      </div>
    </div>
  );
}
