import { allowNextImports } from '../../scripts/graph/next-imports.ts';

/**
 * Erases a household and kills itself right after the n-th answer of Supabase, as a machine does that loses its power there.
 * Prints what it asked for, one "METHOD /path" for each answer, when it comes to the end alive. `node erase-and-die.ts <owner> <n>`; Supabase's variables
 * are set by whoever starts it.
 */
allowNextImports();
const [ownerId = '', lastAnswer = '0'] = process.argv.slice(2);
const asked: string[] = [];
const ask = globalThis.fetch;
globalThis.fetch = async (...request) => {
  const { url, method } = new Request(...request);
  const response = await ask(...request);
  // Whole: what was asked for has been done.
  const body = await response.arrayBuffer();
  asked.push(`${method} ${new URL(url).pathname}`);
  if (asked.length === Number(lastAnswer)) process.kill(process.pid, 'SIGKILL');
  const hasBody = ![204, 205, 304].includes(response.status);
  return new Response(hasBody ? body : null, { status: response.status, headers: response.headers });
};
const { eraseHousehold } = await import('../../lib/erasure/erase-household.ts');
const { getAdminClient } = await import('../../lib/supabase/admin.ts');
const queue = { cancelJobs: async () => undefined, forget: async () => undefined };
await eraseHousehold(getAdminClient(), ownerId, queue);
process.stdout.write(JSON.stringify({ asked }));
process.exit(0);
