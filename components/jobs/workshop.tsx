'use client';

import { useQuery } from '@tanstack/react-query';
import { ArrowUpRight, ChevronLeft, ChevronRight } from 'lucide-react';
import dynamic from 'next/dynamic';
import Link from 'next/link';
import { useSearchParams } from 'next/navigation';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { buttonVariants } from '@/components/ui/button';
import { Skeleton } from '@/components/ui/skeleton';
import { jobsSummaryQueryOptions, workshopQueryOptions } from '@/lib/client/workshop-query';
import type { JobsSummaryView } from '@/lib/story/job-list-views';
import type { JobListView } from '@/lib/story/views';
import { FailureReasons } from './failure-reasons';
import { JobRow } from './job-row';
import { isJobRunning, NO_JOBS_SENTENCES } from './job-status';
import { NoJobs } from './no-jobs';
import { QueueDepth } from './queue-depth';
import {
  buildListRequest,
  buildWorkshopHref,
  changeWorkshop,
  isWholeWorkshop,
  parseWorkshopAddress,
  type WorkshopAddress,
} from './workshop-address';
import { WorkshopFilters } from './workshop-filters';
import { WorkshopTable } from './workshop-table';

/** Often enough to see something move, and calm while nothing does. */
const POLL_WHILE_RUNNING_MS = 2_500;
const POLL_AT_REST_MS = 30_000;

// Below the list, and drawn only where there is something to draw.
const StageChart = dynamic(() => import('./stage-chart').then((module) => module.StageChart), {
  ssr: false,
  loading: () => <Skeleton className="h-56 rounded-2xl" />,
});

/** Everything the caller ever had made, live: what waits and runs, what failed and why, and how long things take. */
export function Workshop({ nowMs }: { nowMs: number }) {
  const address = parseWorkshopAddress(new URLSearchParams(useSearchParams()));
  const list = useQuery({
    ...workshopQueryOptions(buildListRequest(address, nowMs)),
    refetchInterval: (query) =>
      query.state.data?.jobs.some(isJobRunning) ? POLL_WHILE_RUNNING_MS : POLL_AT_REST_MS,
    refetchOnWindowFocus: 'always',
    refetchOnReconnect: 'always',
  });
  const { data: summary } = useQuery({
    ...jobsSummaryQueryOptions,
    refetchInterval: (query) => {
      const queue = query.state.data?.queue;
      return queue && queue.waiting + queue.running > 0 ? 2 * POLL_WHILE_RUNNING_MS : POLL_AT_REST_MS;
    },
  });
  if (list.data?.total === 0 && isWholeWorkshop(address)) return <NoJobs />;
  return (
    <div className="space-y-8">
      <div className="flex flex-wrap items-end justify-between gap-4">
        <div>
          <h1 className="font-semibold text-4xl sm:text-5xl">The loom</h1>
          <p className="mt-2 text-lg text-muted-foreground">Every story you started, and how far it is.</p>
        </div>
        {summary?.dashboard_url ? <DashboardLink href={summary.dashboard_url} /> : null}
      </div>
      {summary ? <QueueDepth summary={summary} /> : <Skeleton className="h-24 rounded-2xl" />}
      <WorkshopFilters address={address} />
      {list.isError ? (
        <Alert variant="destructive">
          <p>
            {errorSentence(list.error)}{' '}
            <Link href="/jobs" className="underline">
              To the beginning of the list
            </Link>
          </p>
        </Alert>
      ) : null}
      {list.data ? (
        <JobsShown list={list.data} address={address} isOld={list.isPlaceholderData} />
      ) : list.isError ? null : (
        <Skeleton className="h-40 rounded-2xl" />
      )}
      {summary ? <Figures summary={summary} /> : null}
    </div>
  );
}

function JobsShown({
  list,
  address,
  isOld,
}: {
  list: JobListView;
  address: WorkshopAddress;
  isOld: boolean;
}) {
  return (
    <section aria-label="Jobs" aria-busy={isOld} className="space-y-6">
      <p role="status" className="text-muted-foreground tabular-nums">
        {list.total === 0 ? sayNothing(address) : list.total === 1 ? '1 story' : `${list.total} stories`}
      </p>
      {list.jobs.length === 0 ? (
        <Link href="/jobs" className={buttonVariants({ variant: 'outline' })}>
          Show all
        </Link>
      ) : (
        <>
          <WorkshopTable jobs={list.jobs} address={address} />
          <ul className="space-y-4 lg:hidden">
            {list.jobs.map((job) => (
              <li key={job.job_id}>
                <JobRow job={job} />
              </li>
            ))}
          </ul>
        </>
      )}
      {address.cursor || list.next_cursor ? (
        <nav aria-label="Pages of this list" className="flex flex-wrap items-center justify-center gap-4">
          {address.cursor ? (
            <Link
              href={buildWorkshopHref(changeWorkshop(address, {}))}
              className={buttonVariants({ variant: 'outline' })}
            >
              <ChevronLeft aria-hidden />
              To the beginning
            </Link>
          ) : null}
          {list.next_cursor ? (
            <Link
              href={buildWorkshopHref(changeWorkshop(address, { cursor: list.next_cursor }))}
              className={buttonVariants({ variant: 'outline' })}
            >
              More
              <ChevronRight aria-hidden />
            </Link>
          ) : null}
        </nav>
      ) : null}
    </section>
  );
}

/** A kind word where a view of the list is empty. */
function sayNothing({ status, kind, period, text }: WorkshopAddress): string {
  return status && !kind && !period && !text ? NO_JOBS_SENTENCES[status] : 'Nothing here fits.';
}

function Figures({ summary }: { summary: JobsSummaryView }) {
  return (
    <div className="grid gap-6 lg:grid-cols-2">
      {summary.stages.length > 0 ? <StageChart stages={summary.stages} /> : null}
      {summary.failures.length > 0 ? <FailureReasons failures={summary.failures} /> : null}
    </div>
  );
}

/** For whoever runs this Storyloom: every run of the durable functions, step by step. */
function DashboardLink({ href }: { href: string }) {
  return (
    <a href={href} target="_blank" rel="noreferrer" className={buttonVariants({ variant: 'outline' })}>
      The runs in Inngest
      <ArrowUpRight aria-hidden />
      <span className="sr-only">(opens in a new tab)</span>
    </a>
  );
}
