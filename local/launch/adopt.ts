import type { LocalSecrets } from '../secrets.ts';
import { LaunchError } from './plan.ts';
import { isListening } from './ports.ts';

/**
 * Whether what listens on the Supabase port is a Supabase that takes our key: ours from another start, or the CLI's.
 * @throws LaunchError when the port belongs to something else
 */
export async function adoptSupabase(port: number, secrets: LocalSecrets): Promise<boolean> {
  if (!(await isListening(port))) return false;
  const answer = await fetch(`http://127.0.0.1:${port}/rest/v1/jobs?select=id&limit=1`, {
    headers: { apikey: secrets.secretKey, authorization: `Bearer ${secrets.secretKey}` },
    signal: AbortSignal.timeout(3_000),
  }).catch(() => undefined);
  if (answer?.ok) return true;
  throw new LaunchError(
    `Port ${port} is already in use by something that is not this installation's Supabase. Stop it, choose another port (SUPABASE_PORT=${port + 10} POSTGRES_PORT=${port + 11} npm start), or name it with SUPABASE_URL, SUPABASE_PUBLISHABLE_KEY and SUPABASE_SECRET_KEY.`,
  );
}

/**
 * What listens on the Inngest port: our runner, the official dev server, or nothing.
 * @throws LaunchError when the port belongs to something else
 */
export async function adoptInngest(port: number): Promise<'ours' | 'dev-server' | undefined> {
  if (!(await isListening(port))) return undefined;
  const base = `http://127.0.0.1:${port}`;
  const answers = async (path: string, test: (body: unknown) => boolean) => {
    const answer = await fetch(base + path, { signal: AbortSignal.timeout(3_000) }).catch(() => undefined);
    const body: unknown = await answer?.json().catch(() => undefined);
    return answer?.ok === true && test(body);
  };
  const has = (key: string) => (body: unknown) => typeof body === 'object' && body !== null && key in body;
  if (await answers('/health', (body) => has('runner')(body))) return 'ours';
  if (await answers('/dev', has('functions'))) return 'dev-server';
  throw new LaunchError(
    `Port ${port} is already in use by something that is not Inngest. Stop it, or choose another port: INNGEST_PORT=${port + 10} npm start`,
  );
}
