import { z } from 'zod';
import { buildSuiteBatch } from '@/lib/dialects/alwrity/jobs';
import { defineRoute } from '@/lib/http/define-route';
import { listBatchJobs } from '@/lib/story/batches';

const params = z.object({ batchId: z.uuid() });

export const GET = defineRoute({ params, caller: 'required' }, async ({ params, caller }) =>
  buildSuiteBatch(params.batchId, await listBatchJobs(caller.client, params.batchId)),
);
