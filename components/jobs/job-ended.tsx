'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BookOpen, CircleAlert, Hand, RotateCcw, Sparkles } from 'lucide-react';
import Link from 'next/link';
import { useRouter } from 'next/navigation';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { jobQueryOptions } from '@/lib/client/query-options';
import { repeatStory, retryJob } from '@/lib/client/story-requests';
import type { JobView, StoryView } from '@/lib/story/views';
import { explainFailure } from './failure-advice';

/** What is said of a job that failed or was stopped, and the ways on. A story that was to be mended can be read all the while. */
export function JobEnded({ job, story }: { job: JobView; story: StoryView | undefined }) {
  if (job.status !== 'failed' && job.status !== 'cancelled') return null;
  const isMend = job.kind === 'mend';
  const { reason, advice } = explainFailure(job.error_code ?? 'internal', job.error);
  return (
    <div className="space-y-4">
      {job.status === 'failed' ? (
        <Alert variant="destructive">
          <CircleAlert aria-hidden />
          <p>
            {isMend ? 'This change did not work out.' : 'This story did not work out.'} {reason} {advice}
          </p>
        </Alert>
      ) : (
        <Alert variant="warning">
          <Hand aria-hidden />
          <p>
            {isMend
              ? 'This change was stopped before it was made.'
              : 'This story was stopped before it was finished.'}{' '}
            What is there is kept.
          </p>
        </Alert>
      )}
      <WaysOn job={job} story={story} />
    </div>
  );
}

function WaysOn({ job, story }: { job: JobView; story: StoryView | undefined }) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const show = ({ job_id }: { job_id: string }) => router.push(`/jobs/${job_id}`);
  const again = useMutation({
    mutationFn: () => retryJob(job.job_id),
    onSuccess: show,
    // Somebody else may have been faster.
    onError: () => queryClient.invalidateQueries({ queryKey: jobQueryOptions(job.job_id).queryKey }),
  });
  const anew = useMutation({ mutationFn: () => repeatStory(job, story), onSuccess: show });
  const isBusy = again.isPending || again.isSuccess || anew.isPending || anew.isSuccess;
  const error = again.error ?? anew.error;
  return (
    <div className="space-y-3">
      <div className="flex flex-wrap gap-3">
        <Button onClick={() => again.mutate()} disabled={isBusy}>
          <RotateCcw aria-hidden />
          {again.isPending || again.isSuccess ? 'Taking it up…' : 'Try again'}
        </Button>
        {job.kind === 'story' ? (
          <Button variant="outline" onClick={() => anew.mutate()} disabled={isBusy}>
            <Sparkles aria-hidden />
            Begin anew
          </Button>
        ) : story ? (
          <Button asChild variant="outline">
            <Link href={`/stories/${story.id}`}>
              <BookOpen aria-hidden />
              Back to the story
            </Link>
          </Button>
        ) : null}
      </div>
      <p className="text-muted-foreground text-sm">
        Trying again makes only what is missing.
        {job.kind === 'story' ? ' Beginning anew tells another story with the same wishes.' : null}
      </p>
      {error ? <Alert variant="destructive">{errorSentence(error)}</Alert> : null}
    </div>
  );
}
