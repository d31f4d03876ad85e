import Link from 'next/link';
import { formatCost } from '@/components/format-cost';
import { LocalTime } from '@/components/local-time';
import { ageGroupLabel } from '@/components/story/story-choices';
import { Card } from '@/components/ui/card';
import type { JobView, ListedJobView } from '@/lib/story/views';
import { JobState } from './job-state';
import { formatSpan } from './time-left';

/** A job on a narrow screen. */
export function JobRow({ job }: { job: ListedJobView }) {
  return (
    <Card className="relative space-y-3 p-5 transition-colors hover:bg-accent/40 has-[a:focus-visible]:outline-3 has-[a:focus-visible]:outline-ring has-[a:focus-visible]:outline-offset-2">
      <h2 className="font-semibold text-xl leading-snug">
        <Link
          href={`/jobs/${job.job_id}`}
          dir="auto"
          className="line-clamp-2 outline-none [overflow-wrap:anywhere] after:absolute after:inset-0"
        >
          {job.title || job.prompt}
        </Link>
      </h2>
      <JobState job={job} />
      <p className="flex flex-wrap gap-x-3 text-muted-foreground text-sm">
        <span>{job.kind === 'mend' ? 'A change' : ageGroupLabel(job.age_group)}</span>
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
  return <span>made in {formatSpan(Date.parse(job.finished_at) - Date.parse(job.started_at))}</span>;
}
