import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { parsePageNumber } from '@/app/page-number';
import { JobList } from '@/components/jobs/job-list';
import { NoJobs } from '@/components/jobs/no-jobs';
import { getPageCaller } from '@/lib/auth/caller';
import { createQueryClient } from '@/lib/client/query-client';
import { JOBS_PER_PAGE, jobsQueryOptions } from '@/lib/client/query-options';
import { listJobViews } from '@/lib/story/list-jobs';
import { JOB_STATUSES } from '@/lib/story/schema';

export const metadata: Metadata = { title: 'The loom' };

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const search = await searchParams;
  const page = parsePageNumber(search.page);
  const status = JOB_STATUSES.find((candidate) => candidate === search.status) ?? null;
  const caller = await getPageCaller();
  if (!caller) return <NoJobs />;
  const offset = (page - 1) * JOBS_PER_PAGE;
  const jobs = await listJobViews(caller.client, {
    limit: JOBS_PER_PAGE,
    offset,
    status: status ?? undefined,
  });
  const queryClient = createQueryClient();
  queryClient.setQueryData(jobsQueryOptions({ status, offset }).queryKey, jobs);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <JobList status={status} page={page} />
    </HydrationBoundary>
  );
}
