import 'server-only';
import type { ErasureQueue } from '@/lib/erasure/erase-household';
import { AppError } from '@/lib/errors';
import { inngest } from './client';
import { householdErased, storyCancelled } from './events';

/** Far below the 256 KB of an event. */
const IDS_AN_EVENT = 500;

/** What erasing a household needs of the queue. Here a queue that does not answer is a failure: it still holds words. */
export const erasureQueue: ErasureQueue = {
  async cancelJobs(jobIds) {
    for (const part of cut(jobIds)) await send(part.map((jobId) => storyCancelled.create({ jobId })));
  },
  async forget(ids) {
    for (const part of cut(ids)) await send([householdErased.create({ ids: part })]);
  },
};

async function send(events: Parameters<typeof inngest.send>[0]): Promise<void> {
  try {
    await inngest.send(events);
  } catch (cause) {
    throw new AppError('queue_unavailable', 'The queue does not answer; try again in a moment.', { cause });
  }
}

function cut(ids: readonly string[]): string[][] {
  return Array.from({ length: Math.ceil(ids.length / IDS_AN_EVENT) }, (_, index) =>
    ids.slice(index * IDS_AN_EVENT, (index + 1) * IDS_AN_EVENT),
  );
}
