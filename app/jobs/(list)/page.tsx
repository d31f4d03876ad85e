import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { headers } from 'next/headers';
import { NoJobs } from '@/components/jobs/no-jobs';
import { Workshop } from '@/components/jobs/workshop';
import { buildListRequest, parseWorkshopAddress } from '@/components/jobs/workshop-address';
import { getPageCaller } from '@/lib/auth/caller';
import { createQueryClient } from '@/lib/client/query-client';
import { jobsSummaryQueryOptions, workshopQueryOptions } from '@/lib/client/workshop-query';
import { getEnv } from '@/lib/env';
import { isAppError } from '@/lib/errors';
import { findDashboardUrl } from '@/lib/story/find-dashboard-url';
import { listJobViews } from '@/lib/story/list-jobs';
import { summarizeJobs } from '@/lib/story/summarize-jobs';

export const metadata: Metadata = { title: 'The loom' };

export default async function JobsPage({ searchParams }: PageProps<'/jobs'>) {
  const search = Object.entries(await searchParams).flatMap(([name, value]) =>
    typeof value === 'string' ? [[name, value]] : [],
  );
  const address = parseWorkshopAddress(new URLSearchParams(search));
  const caller = await getPageCaller();
  if (!caller) return <NoJobs />;
  const nowMs = Date.now();
  const request = buildListRequest(address, nowMs);
  const dashboardUrl = findDashboardUrl(getEnv().inngest, (await headers()).get('host'));
  const queryClient = createQueryClient();
  const [jobs, summary] = await Promise.all([
    listJobViews(caller.client, request).catch((error: unknown) => {
      // A cursor of another order or another day: the page itself says so, and leads to the beginning.
      if (isAppError(error) && error.code === 'invalid_request') return null;
      throw error;
    }),
    summarizeJobs(caller.client, dashboardUrl),
  ]);
  if (jobs) queryClient.setQueryData(workshopQueryOptions(request).queryKey, jobs);
  queryClient.setQueryData(jobsSummaryQueryOptions.queryKey, summary);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <Workshop nowMs={nowMs} />
    </HydrationBoundary>
  );
}
