'use client';

import { useQuery } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { Pager } from '@/components/layout/pager';
import { Alert } from '@/components/ui/alert';
import { Skeleton } from '@/components/ui/skeleton';
import { JOBS_PER_PAGE, jobsQueryOptions } from '@/lib/client/query-options';
import type { JobStatus } from '@/lib/story/schema';
import { JobRow } from './job-row';
import { isJobRunning, NO_JOBS_SENTENCES } from './job-status';
import { JobStatusFilter } from './job-status-filter';
import { NoJobs } from './no-jobs';

const POLL_WHILE_RUNNING_MS = 2_000;

/** The caller's jobs, newest first; moves by itself while one of them is running. */
export function JobList({ status, page }: { status: JobStatus | null; page: number }) {
  const { data, error } = useQuery({
    ...jobsQueryOptions({ status, offset: (page - 1) * JOBS_PER_PAGE }),
    refetchInterval: (query) => (query.state.data?.jobs.some(isJobRunning) ? POLL_WHILE_RUNNING_MS : false),
  });
  if (data?.total === 0 && status === null) return <NoJobs />;
  return (
    <>
      <h1 className="font-semibold text-4xl sm:text-5xl">The loom</h1>
      <p className="mt-2 text-lg text-muted-foreground">Every story you started, and how far it is.</p>
      <JobStatusFilter status={status} />
      {data ? null : error ? (
        <Alert variant="destructive">{errorSentence(error)}</Alert>
      ) : (
        <Skeleton className="h-24 rounded-xl" />
      )}
      {data?.jobs.length === 0 ? (
        <p className="mt-8 text-lg text-muted-foreground">
          {status ? NO_JOBS_SENTENCES[status] : 'There are no stories this far back.'}
        </p>
      ) : (
        <ul className="mt-6 space-y-4">
          {data?.jobs.map((job) => (
            <li key={job.job_id}>
              <JobRow job={job} />
            </li>
          ))}
        </ul>
      )}
      <Pager
        path="/jobs"
        search={status ? { status } : {}}
        page={page}
        pageCount={Math.ceil((data?.total ?? 0) / JOBS_PER_PAGE)}
      />
    </>
  );
}
