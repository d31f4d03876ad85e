'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert, CircleCheck, Hand, RotateCcw } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { errorSentence, jobErrorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { repeatStory } from '@/lib/client/story-requests';
import { isHidden } from '@/lib/household/review';
import type { JobView, StoryView } from '@/lib/story/views';
import { isJobRunning } from './job-status';

/** What is said when a job has ended, and for one that failed or was stopped the way to try again. */
export function JobEnded({ job, story }: { job: JobView; story: StoryView | undefined }) {
  if (isJobRunning(job)) return null;
  if (job.status === 'completed') {
    return (
      <div className="space-y-3">
        <Alert variant="success">
          <CircleCheck aria-hidden />
          <p>
            {isHidden(job.review)
              ? 'Your story is finished. A grown-up looks at it first.'
              : 'Your story is ready.'}
          </p>
        </Alert>
        {job.warnings.map((warning) => (
          <Alert key={`${warning.scene ?? 'all'} ${warning.message}`} variant="warning">
            <CircleAlert aria-hidden />
            <p>
              {warning.scene === undefined ? null : <strong>Page {warning.scene + 1}: </strong>}
              {warning.message}
            </p>
          </Alert>
        ))}
      </div>
    );
  }
  return (
    <div className="space-y-4">
      {job.status === 'failed' ? (
        <Alert variant="destructive">
          <CircleAlert aria-hidden />
          <p>This story did not work out. {jobErrorSentence(job.error_code, job.error)}</p>
        </Alert>
      ) : (
        <Alert variant="warning">
          <Hand aria-hidden />
          <p>This story was stopped before it was finished.</p>
        </Alert>
      )}
      <TryAgain job={job} story={story} />
    </div>
  );
}

function TryAgain({ job, story }: { job: JobView; story: StoryView | undefined }) {
  const router = useRouter();
  const again = useMutation({
    mutationFn: () => repeatStory(job, story),
    onSuccess: ({ job_id }) => router.push(`/jobs/${job_id}`),
  });
  return (
    <div className="space-y-3">
      <Button onClick={() => again.mutate()} disabled={again.isPending || again.isSuccess}>
        <RotateCcw aria-hidden />
        Try again
      </Button>
      {again.isError ? <Alert variant="destructive">{errorSentence(again.error)}</Alert> : null}
    </div>
  );
}
