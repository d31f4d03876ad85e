import Link from 'next/link';
import { formatCost } from '@/components/format-cost';
import { LocalTime } from '@/components/local-time';
import { ageGroupLabel } from '@/components/story/story-choices';
import { Badge } from '@/components/ui/badge';
import { Card } from '@/components/ui/card';
import { Progress } from '@/components/ui/progress';
import type { JobView, ListedJobView } from '@/lib/story/views';
import { isJobRunning, JOB_STATUS_LABELS, jobStageSentence } from './job-status';

export function JobRow({ job }: { job: ListedJobView }) {
  const { label, variant } = JOB_STATUS_LABELS[job.status];
  const isWaiting = job.status === 'completed' && job.review === 'waiting';
  const percent = Math.round(job.progress * 100);
  return (
    <Card className="relative space-y-3 p-5 transition-colors hover:bg-accent/40 has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:outline-offset-2">
      <div className="flex flex-wrap items-start justify-between gap-x-4 gap-y-2">
        <h2 className="min-w-0 flex-1 basis-60 font-semibold text-xl leading-snug">
          <Link
            href={`/jobs/${job.job_id}`}
            className="line-clamp-2 outline-none after:absolute after:inset-0"
          >
            {job.title || job.prompt}
          </Link>
        </h2>
        <Badge variant={isWaiting ? 'accent' : variant}>{isWaiting ? 'Waits for a grown-up' : label}</Badge>
      </div>
      {isJobRunning(job) ? (
        <div className="space-y-1.5">
          <Progress value={percent} aria-label={`How much of “${job.title || job.prompt}” is made`} />
          <p className="text-muted-foreground text-sm">
            {jobStageSentence(job)}… {percent}%
          </p>
        </div>
      ) : null}
      <p className="flex flex-wrap gap-x-3 text-muted-foreground text-sm">
        <span>{ageGroupLabel(job.age_group)}</span>
        <span>{job.num_scenes === 1 ? '1 page' : `${job.num_scenes} pages`}</span>
        <LocalTime iso={job.created_at} />
        <JobSeconds job={job} />
        {job.cost_micros > 0 ? <span>cost {formatCost(job.cost_micros)}</span> : null}
      </p>
    </Card>
  );
}

function JobSeconds({ job }: { job: JobView }) {
  if (!job.started_at || !job.finished_at || job.status !== 'completed') return null;
  const seconds = (Date.parse(job.finished_at) - Date.parse(job.started_at)) / 1_000;
  return <span>made in {seconds < 10 ? seconds.toFixed(1) : Math.round(seconds)} s</span>;
}
