'use client';

import { useQuery } from '@tanstack/react-query';
import Link from 'next/link';
import { useEffect, useState } from 'react';
import { jobErrorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Progress } from '@/components/ui/progress';
import { restoreVersion } from '@/lib/client/mend-requests';
import { jobQueryOptions } from '@/lib/client/query-options';
import { hasJobEnded } from '@/lib/story/nouns';
import type { JobStage } from '@/lib/story/schema';
import type { StoryView } from '@/lib/story/views';
import { MendTrouble } from './mend-trouble';
import { useMend } from './use-mend';

const POLL_MS = 1_200;

const DOING: Record<JobStage, string> = {
  waiting: 'It waits for its turn.',
  writing: 'The words are looked over.',
  illustrating: 'Picture and voice are made.',
  filming: 'The film is put together.',
  done: 'Nearly there.',
};

/** What a change makes again, as far as it is; and a way on where it could not be made. */
export function MendingProgress({ story }: { story: StoryView }) {
  const [jobId, setJobId] = useState(story.mending_job_id);
  const { mend, isPending, error } = useMend(story);
  useEffect(() => {
    if (story.mending_job_id) setJobId(story.mending_job_id);
  }, [story.mending_job_id]);
  const { data: job } = useQuery({
    ...jobQueryOptions(jobId ?? ''),
    enabled: jobId !== null,
    refetchInterval: ({ state }) => (state.data && hasJobEnded(state.data) ? false : POLL_MS),
  });
  if (!job) return null;
  if (job.status === 'completed') return null;
  if (job.status === 'failed' || job.status === 'cancelled') {
    // A later change has begun another one.
    if (story.mending_job_id && story.mending_job_id !== job.job_id) return null;
    return (
      <div className="grid gap-3">
        <Alert variant="warning">
          <p>
            {job.status === 'cancelled'
              ? 'The change is saved, but making the rest of it was stopped.'
              : `The change is saved, but not all of it could be made. ${jobErrorSentence(job.error_code, job.error)}`}
          </p>
          <Button
            size="sm"
            variant="outline"
            className="ml-auto"
            disabled={isPending}
            onClick={() =>
              mend({
                send: (key) => restoreVersion(story.id, { number: story.version }, key),
                said: 'The rest is being made.',
              })
            }
          >
            Make the rest
          </Button>
        </Alert>
        <MendTrouble error={error} storyId={story.id} kept="Nothing is lost." />
      </div>
    );
  }
  return (
    <div role="status" className="grid gap-2 rounded-lg bg-secondary px-4 py-3 text-secondary-foreground">
      <p>
        <span className="font-bold">Being mended.</span> {DOING[job.stage]} You can go on reading meanwhile.{' '}
        <Link href={`/jobs/${job.job_id}`} className="underline underline-offset-4">
          Watch it
        </Link>
      </p>
      <Progress
        value={Math.round(job.progress * 100)}
        aria-label="How far the mending is"
        className="bg-card"
      />
    </div>
  );
}
