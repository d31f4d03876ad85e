'use client';

import { useQuery } from '@tanstack/react-query';
import { BookOpen, Clapperboard } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { ClosedJob } from '@/components/household/closed-job';
import { PageMessage } from '@/components/layout/page-message';
import { TalkLink } from '@/components/reader/talk-link';
import { Alert } from '@/components/ui/alert';
import { Button, buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { JobCalls } from '@/components/webhooks/job-calls';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { isAppError } from '@/lib/errors';
import { HIDDEN_TITLES, isHidden } from '@/lib/household/review';
import type { JobView, StoryView } from '@/lib/story/views';
import { CancelJobButton } from './cancel-job-button';
import { ConnectionNotice } from './connection-notice';
import { GrowingStory } from './growing-story';
import { JobEnded } from './job-ended';
import { JobFinished } from './job-finished';
import { JobSpend } from './job-spend';
import { isJobRunning } from './job-status';
import { JobWarnings } from './job-warnings';
import { MakingPanel } from './making-panel';
import { useJobEvents } from './use-job-events';

const POLL_BESIDE_STREAM_MS = 10_000;
const POLL_WITHOUT_STREAM_MS = 4_000;

// The film comes last: its player is fetched when there is one.
const FilmPlayer = dynamic(() =>
  import('@/components/reader/film-player').then((module) => module.FilmPlayer),
);

/** One job as it happens: its parts, the story as it grows, and what came out at the end. */
export function JobLive({ jobId }: { jobId: string }) {
  const [isStreamWanted, setIsStreamWanted] = useState(true);
  const [wasWatched, setWasWatched] = useState(false);
  const { isStreaming } = useJobEvents(jobId, isStreamWanted);
  const pollMs = isStreaming ? POLL_BESIDE_STREAM_MS : POLL_WITHOUT_STREAM_MS;
  const jobQuery = useQuery({
    ...jobQueryOptions(jobId),
    refetchInterval: (query) => (query.state.data && isJobRunning(query.state.data) ? pollMs : false),
  });
  const job = jobQuery.data;
  const isRunning = job !== undefined && isJobRunning(job);
  // Nothing of it is shown here, not even to a grown-up: the story's own page asks who is looking.
  const isClosed = job !== undefined && isHidden(job.review);
  const storyQuery = useQuery({
    ...storyQueryOptions(job?.story_id ?? ''),
    enabled: Boolean(job?.story_id) && !isClosed,
    refetchInterval: isRunning ? pollMs : false,
  });
  const story = isClosed ? undefined : storyQuery.data;

  useEffect(() => {
    if (!job) return;
    setIsStreamWanted(isJobRunning(job));
    if (isJobRunning(job)) setWasWatched(true);
  }, [job]);

  if (isAppError(jobQuery.error) && jobQuery.error.code === 'not_found') return <JobGone />;
  if (!job) {
    if (jobQuery.isError) return <Alert variant="destructive">{errorSentence(jobQuery.error)}</Alert>;
    return <Skeleton className="h-64" />;
  }
  // Neither the stream nor asking gets through; one failed question beside a stream that runs means nothing.
  const isLost =
    isRunning &&
    !isStreaming &&
    (jobQuery.failureCount > 0 || jobQuery.errorUpdatedAt > jobQuery.dataUpdatedAt);
  return (
    <div className="space-y-8">
      <header className="space-y-6">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="min-w-0 space-y-2">
            <JobTitle job={job} />
            <TalkLink sessionId={story?.session_id ?? null} />
          </div>
          {isRunning ? <CancelJobButton jobId={jobId} /> : null}
        </div>
        {isRunning ? (
          <MakingPanel
            job={job}
            story={story}
            asOfMs={jobQuery.dataUpdatedAt}
            notice={<ConnectionNotice isLost={isLost} />}
          />
        ) : null}
        {job.status === 'completed' ? <JobFinished job={job} story={story} wasWatched={wasWatched} /> : null}
        <JobEnded job={job} story={story} />
        {isRunning ? null : <JobWarnings job={job} story={story} />}
        {isRunning && job.kind === 'mend' ? <ReadMeanwhile story={story} /> : null}
      </header>
      {isClosed ? <ClosedJob job={job} /> : null}
      {job.status === 'completed' && story?.film ? <FinishedFilm story={story} film={story.film} /> : null}
      {isClosed ? null : <GrowingStory job={job} story={story} isRunning={isRunning} />}
      <JobSpend jobId={jobId} refetchMs={isRunning ? pollMs : false} />
      {isRunning ? null : <JobCalls jobId={jobId} />}
    </div>
  );
}

function FinishedFilm({ story, film }: { story: StoryView; film: NonNullable<StoryView['film']> }) {
  return (
    <section aria-label="The film" className="animate-rise space-y-4">
      <h2 className="flex items-center gap-2 font-semibold text-2xl">
        <Clapperboard aria-hidden className="size-6 text-thread-strong" />
        The film
      </h2>
      <FilmPlayer film={film} title={story.title} />
    </section>
  );
}

/** A story that is mended stays open: the old page is there until the new one is. */
function ReadMeanwhile({ story }: { story: StoryView | undefined }) {
  if (!story) return null;
  return (
    <Button asChild variant="outline">
      <Link href={`/stories/${story.id}`}>
        <BookOpen aria-hidden />
        Read it meanwhile
      </Link>
    </Button>
  );
}

function JobGone() {
  return (
    <PageMessage
      title="This story is gone"
      action={
        <Link href="/stories" className={buttonVariants()}>
          To your stories
        </Link>
      }
    >
      It was deleted, perhaps while it was still being made.
    </PageMessage>
  );
}

function JobTitle({ job }: { job: JobView }) {
  const title = job.title || nameUntold(job);
  return (
    <div className="min-w-0 max-w-3xl">
      {isJobRunning(job) ? (
        <p className="mb-1 font-bold text-muted-foreground">
          {job.kind === 'mend' ? 'Being mended' : 'On the loom'}
        </p>
      ) : null}
      {/* A new name comes in like a page that is turned. */}
      <h1
        key={title}
        dir="auto"
        className="animate-rise font-semibold text-4xl [overflow-wrap:anywhere] sm:text-5xl"
      >
        {title}
      </h1>
      <p dir="auto" className="mt-2 line-clamp-3 text-muted-foreground [overflow-wrap:anywhere]">
        “{job.prompt}”
      </p>
    </div>
  );
}

/** What a story is called that has no title here: not yet, not for everybody, or not at all. */
function nameUntold(job: JobView): string {
  if (isJobRunning(job)) return 'A new story';
  return job.review === 'waiting' || job.review === 'declined'
    ? HIDDEN_TITLES[job.review]
    : 'A story without a name';
}
