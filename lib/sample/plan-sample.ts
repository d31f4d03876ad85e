import type { JobStatus } from '@/lib/story/schema';

/** What is known of the sample: its row, and the job and the story of it that there are. */
export type SampleFacts = {
  /** Null: nothing was ever begun. */
  row: { tries: number; hasStory: boolean; isEnded: boolean } | null;
  /** Of the last try's job; null: it is gone, with its story. */
  jobStatus: JobStatus | null;
  /** Jobs of other people that wait or are being made. */
  othersAtWork: number;
};

/**
 * - `begin` this try (again, where it died before its story was written);
 * - `wait`: others' stories come first, or it is being made;
 * - `share`: it is ready;
 * - `end`: nothing is left to do, for good.
 */
export type SamplePlan = { act: 'begin'; isRetry: boolean } | { act: 'wait' | 'share' | 'end' };

/** How often it is begun before it is given up. */
export const MAX_SAMPLE_TRIES = 3;

/** What is to be done about the sample now. Pure. */
export function planSample({ row, jobStatus, othersAtWork }: SampleFacts): SamplePlan {
  if (row?.isEnded) return { act: 'end' };
  const begin = (isRetry: boolean): SamplePlan =>
    othersAtWork > 0 ? { act: 'wait' } : { act: 'begin', isRetry };
  if (!row?.hasStory) return begin(false);
  switch (jobStatus) {
    case 'completed':
      return { act: 'share' };
    case 'failed':
      return row.tries < MAX_SAMPLE_TRIES ? begin(true) : { act: 'end' };
    case 'pending':
    case 'processing':
      return { act: 'wait' };
    default:
      // Deleted or cancelled by who runs this installation: that is an answer.
      return { act: 'end' };
  }
}
