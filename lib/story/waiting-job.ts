/** A job for the queue to take. `createdAt` is the row's `created_at` as the database writes it. */
export type WaitingJob = {
  jobId: string;
  ownerId: string;
  createdAt: string;
  /** Absent: it makes a story. */
  kind?: 'story' | 'mend';
  /** Of a mend. */
  storyId?: string;
};
