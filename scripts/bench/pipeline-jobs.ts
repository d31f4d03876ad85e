import { setTimeout as sleep } from 'node:timers/promises';
import { hasJobEnded } from '../../lib/story/nouns.ts';
import { type AuditedJob, readCalls } from '../../tests/providers/audit-ledger.ts';
import type { ProviderServer } from '../../tests/providers/provider-server.ts';
import { type Client, createGuest } from '../../tests/support/client.ts';

/** `tookMs`: POST → the end was seen, milliseconds. */
export type BenchJob = AuditedJob & { tookMs: number };

const PROMPTS = [
  'Nova the fox finds a lantern that does not shine',
  'Bram the badger mends everything but his own roof',
  'A lantern that wants to see the moon',
];

/** Makes so many books at once, each by a guest of its own. A job that does not end in time is thrown as an error. */
export async function makeBooks(
  url: string,
  options: { count: number; scenes: number; timeoutMs: number; pollMs: number },
): Promise<BenchJob[]> {
  const clients = await Promise.all(Array.from({ length: options.count }, () => createGuest(url)));
  return Promise.all(clients.map((client, index) => makeBook(client, index, options)));
}

async function makeBook(
  client: Client,
  index: number,
  { scenes, timeoutMs, pollMs }: { scenes: number; timeoutMs: number; pollMs: number },
): Promise<BenchJob> {
  const startedMs = performance.now();
  const { job_id } = await client.generate({
    prompt: `${PROMPTS[index % PROMPTS.length]}, part ${index + 1}`,
    age_group: '6-8',
    num_illustrations: scenes,
    seed: 7 + index,
  });
  for (;;) {
    const job = await client.getJob(job_id);
    const tookMs = performance.now() - startedMs;
    if (hasJobEnded(job)) {
      return { job, tookMs, calls: await readCalls(client, job_id) };
    }
    if (tookMs > timeoutMs) throw new Error(`A job did not end: ${JSON.stringify(job)}`);
    await sleep(pollMs);
  }
}

/** Forgets what the service was asked so far, so that a part of the bench sees its own calls only. */
export function forgetCalls(server: ProviderServer): void {
  server.requests.length = 0;
  server.billed.length = 0;
}
