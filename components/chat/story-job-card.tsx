'use client';

import { useQuery } from '@tanstack/react-query';
import { BookOpen, CircleCheck } from 'lucide-react';
import Link from 'next/link';
import { errorSentence } from '@/components/error-sentence';
import { ClosedBook } from '@/components/household/closed-book';
import { JobEnded } from '@/components/jobs/job-ended';
import { isJobRunning, sayFinished } from '@/components/jobs/job-status';
import { JobSteps } from '@/components/jobs/job-steps';
import { JobWarnings } from '@/components/jobs/job-warnings';
import { useJobEvents } from '@/components/jobs/use-job-events';
import { StoryPicture } from '@/components/reader/story-picture';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { isHidden } from '@/lib/household/review';

const POLL_BESIDE_STREAM_MS = 20_000;
const POLL_WITHOUT_STREAM_MS = 2_500;

/** A story that came of the conversation, as it is made and until it can be read. */
export function StoryJobCard({ jobId }: { jobId: string }) {
  const jobQuery = useQuery(jobQueryOptions(jobId));
  const job = jobQuery.data;
  const isRunning = job !== undefined && isJobRunning(job);
  const isClosed = job !== undefined && isHidden(job.review);
  const { isStreaming } = useJobEvents(jobId, isRunning);
  const refetchInterval = isRunning ? (isStreaming ? POLL_BESIDE_STREAM_MS : POLL_WITHOUT_STREAM_MS) : false;
  useQuery({ ...jobQueryOptions(jobId), refetchInterval });
  const { data: story } = useQuery({
    ...storyQueryOptions(job?.story_id ?? ''),
    enabled: Boolean(job?.story_id) && !isClosed,
    refetchInterval,
  });
  if (!job) {
    if (jobQuery.isError) return <Alert variant="destructive">{errorSentence(jobQuery.error)}</Alert>;
    return <Skeleton className="h-40 rounded-2xl" />;
  }
  const cover = story?.scenes.find((scene) => scene.image_url);
  return (
    <section aria-label="Your story" className="space-y-4 rounded-2xl border bg-card p-5 shadow-page">
      <h2 className="font-semibold text-2xl">{job.title || 'A new story'}</h2>
      {isClosed && !isRunning ? <ClosedBook className="h-40 max-w-sm rounded-xl" /> : null}
      {cover && story ? (
        <div className="max-w-sm">
          <StoryPicture scene={cover} aspectRatio={story.aspect_ratio} isComing={isRunning} />
        </div>
      ) : null}
      {isRunning ? <JobSteps job={job} /> : <JobEnded job={job} story={story} />}
      {job.status === 'completed' ? (
        <Alert variant="success">
          <CircleCheck aria-hidden />
          <p>{sayFinished(job)}</p>
        </Alert>
      ) : null}
      {isRunning ? null : <JobWarnings job={job} story={story} />}
      {job.status === 'completed' && job.story_id ? (
        <Button asChild>
          <Link href={`/stories/${job.story_id}`}>
            <BookOpen aria-hidden />
            {isClosed ? 'For the grown-ups' : 'Read it'}
          </Link>
        </Button>
      ) : null}
    </section>
  );
}
