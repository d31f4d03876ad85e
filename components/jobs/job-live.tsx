'use client';

import { useQuery } from '@tanstack/react-query';
import { BookOpen, Clapperboard } from 'lucide-react';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { ClosedJob } from '@/components/household/closed-job';
import { FilmPlayer } from '@/components/reader/film-player';
import { TalkLink } from '@/components/reader/talk-link';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { JobCalls } from '@/components/webhooks/job-calls';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { HIDDEN_TITLES, isHidden } from '@/lib/household/review';
import type { JobView } from '@/lib/story/views';
import { CancelJobButton } from './cancel-job-button';
import { GrowingStory } from './growing-story';
import { JobEnded } from './job-ended';
import { JobSpend } from './job-spend';
import { isJobRunning } from './job-status';
import { JobSteps } from './job-steps';
import { useJobEvents } from './use-job-events';

const POLL_BESIDE_STREAM_MS = 20_000;
const POLL_WITHOUT_STREAM_MS = 2_500;

/** One job as it happens: its steps, the story as it grows, and what came out at the end. */
export function JobLive({ jobId }: { jobId: string }) {
  const [isStreamWanted, setIsStreamWanted] = useState(true);
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
    if (job) setIsStreamWanted(isJobRunning(job));
  }, [job]);

  if (!job) {
    if (jobQuery.isError) return <Alert variant="destructive">{errorSentence(jobQuery.error)}</Alert>;
    return <Skeleton className="h-64" />;
  }
  return (
    <div className="space-y-8">
      <header className="space-y-5">
        <div className="flex flex-wrap items-start justify-between gap-4">
          <div className="min-w-0 space-y-2">
            <JobTitle job={job} />
            <TalkLink sessionId={story?.session_id ?? null} />
          </div>
          {isRunning ? <CancelJobButton jobId={jobId} /> : null}
        </div>
        {isRunning ? <JobSteps job={job} /> : null}
        <JobEnded job={job} story={story} />
      </header>
      {job.status === 'completed' && story ? (
        <section aria-label="The film" className="space-y-5">
          <Button asChild size="lg" className="max-sm:w-full">
            <Link href={`/stories/${story.id}`}>
              <BookOpen aria-hidden />
              Open the story
            </Link>
          </Button>
          {story.film ? (
            <>
              <h2 className="flex items-center gap-2 font-semibold text-2xl">
                <Clapperboard aria-hidden className="size-6 text-thread" />
                The film
              </h2>
              <FilmPlayer film={story.film} title={story.title} />
            </>
          ) : null}
        </section>
      ) : null}
      {isClosed ? <ClosedJob job={job} /> : null}
      {isClosed ? null : <GrowingStory job={job} story={story} isRunning={isRunning} />}
      <JobSpend jobId={jobId} refetchMs={isRunning ? pollMs : false} />
      {isRunning ? null : <JobCalls jobId={jobId} />}
    </div>
  );
}

function JobTitle({ job }: { job: JobView }) {
  return (
    <div className="min-w-0 max-w-2xl">
      <h1 className="font-semibold text-3xl sm:text-5xl">{job.title || nameUntold(job)}</h1>
      <p className="mt-2 line-clamp-3 text-muted-foreground">“{job.prompt}”</p>
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
