import { expect, test } from 'vitest';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { createEventClock } from './job-time-left';
import type { JobEventView } from './views';

const JOB_ID = '4d864f23-787b-4189-a4d2-d5f41dbf5263';
const aMomentAgo = (): JobEventView => ({
  id: 76,
  type: 'stage',
  job_id: JOB_ID,
  status: 'processing',
  stage: 'filming',
  progress: 0.8,
  created_at: new Date().toISOString(),
});

/** A database with this job alone. */
function clientWith(job: { status: string } | null): DatabaseClient {
  const query = {
    select: () => query,
    eq: () => query,
    maybeSingle: async () => ({ data: job, error: null }),
  };
  return { from: () => query } as unknown as DatabaseClient;
}

test.each(['completed', 'failed', 'cancelled'])(
  'of a %s job an event is told as it was, however young it is: nothing is left',
  async (status) => {
    const tellTime = await createEventClock(clientWith({ status }), JOB_ID);
    const event = aMomentAgo();
    expect(await tellTime(event)).toEqual(event);
  },
);

test('of a job nobody sees an event is told as it is', async () => {
  const tellTime = await createEventClock(clientWith(null), JOB_ID);
  const event = aMomentAgo();
  expect(await tellTime(event)).toEqual(event);
});
