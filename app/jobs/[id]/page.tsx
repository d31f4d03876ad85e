import { dehydrate, HydrationBoundary } from '@tanstack/react-query';
import type { Metadata } from 'next';
import { cache } from 'react';
import { readOrNotFound } from '@/app/read-or-not-found';
import { JobLive } from '@/components/jobs/job-live';
import { createQueryClient } from '@/lib/client/query-client';
import { jobQueryOptions, storyQueryOptions } from '@/lib/client/query-options';
import { jobCallsQueryOptions } from '@/lib/client/spend-query';
import { isHidden } from '@/lib/household/review';
import { getJobCallsView } from '@/lib/ledger/job-spend';
import { getJobView, getStoryView } from '@/lib/story/data';

/** Once for the title and the page together. */
const readJob = cache((id: string) => readOrNotFound(id, getJobView));

export async function generateMetadata({ params }: PageProps<'/jobs/[id]'>): Promise<Metadata> {
  const job = await readJob((await params).id);
  return { title: job.title || 'A new story' };
}

export default async function JobPage({ params }: PageProps<'/jobs/[id]'>) {
  const job = await readJob((await params).id);
  const queryClient = createQueryClient();
  queryClient.setQueryData(jobQueryOptions(job.job_id).queryKey, job);
  if (job.story_id && !isHidden(job.review)) {
    const story = await readOrNotFound(job.story_id, getStoryView);
    queryClient.setQueryData(storyQueryOptions(story.id).queryKey, story);
  }
  const calls = await readOrNotFound(job.job_id, getJobCallsView);
  queryClient.setQueryData(jobCallsQueryOptions(job.job_id).queryKey, calls);
  return (
    <HydrationBoundary state={dehydrate(queryClient)}>
      <JobLive jobId={job.job_id} />
    </HydrationBoundary>
  );
}
