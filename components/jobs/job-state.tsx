import { Badge } from '@/components/ui/badge';
import { Progress } from '@/components/ui/progress';
import type { ListedJobView } from '@/lib/story/views';
import { explainFailure } from './failure-advice';
import { isJobRunning, JOB_STATUS_LABELS, jobStageSentence } from './job-status';
import { describeTimeLeft } from './time-left';

/** How a job is, in a list: its state, how far it is while it runs, and why it failed when it did. */
export function JobState({ job }: { job: ListedJobView }) {
  const { label, variant } = JOB_STATUS_LABELS[job.status];
  const isWaiting = job.status === 'completed' && job.review === 'waiting';
  const percent = Math.round(job.progress * 100);
  return (
    <div className="space-y-2">
      <Badge variant={isWaiting ? 'accent' : variant}>{isWaiting ? 'Waits for a grown-up' : label}</Badge>
      {isJobRunning(job) ? (
        <div className="space-y-1.5">
          <Progress value={percent} aria-label={`How much of “${job.title || job.prompt}” is made`} />
          <p className="text-muted-foreground text-sm tabular-nums">
            {jobStageSentence(job)}… {percent}%
            {job.time_left_ms === null ? null : `. ${describeTimeLeft(job.time_left_ms, job.progress)}`}
          </p>
        </div>
      ) : null}
      {job.status === 'failed' ? (
        <p className="text-muted-foreground text-sm">
          {explainFailure(job.error_code ?? 'internal', job.error).reason}
        </p>
      ) : null}
      {job.status === 'completed' && job.warnings.length > 0 ? (
        <p className="text-sm text-warning">
          {job.warnings.length === 1
            ? '1 thing did not go as planned'
            : `${job.warnings.length} things did not go as planned`}
        </p>
      ) : null}
    </div>
  );
}
