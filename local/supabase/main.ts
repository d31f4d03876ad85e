import path from 'node:path';
import { isAppError } from '../../lib/errors.ts';
import { isExpectedRefusal } from './database-refusal.ts';
import { type LocalSupabase, startLocalSupabase } from './start.ts';

/**
 * The local Supabase as a process of its own: `node local/supabase/main.ts`. Settings come from the environment.
 * When forked it sends `{type: 'ready', url}` once it answers, and ends with its parent.
 */
const settings = {
  dataDir: path.resolve(process.env.STORYLOOM_DATA_DIR || path.join(import.meta.dirname, '../../.storyloom')),
  port: Number(process.env.SUPABASE_PORT || 54321),
  postgresPort: Number(process.env.POSTGRES_PORT || 54322),
  siteUrl: process.env.SITE_URL || 'http://localhost:3000',
};

const printError = console.error;
console.error = (...parts: unknown[]) => {
  if (parts.length > 1 || !isExpectedRefusal(parts[0])) printError(...parts);
};

let service: LocalSupabase | undefined;
let isStopping = false;

async function stop(): Promise<void> {
  if (isStopping) return;
  isStopping = true;
  await service?.stop();
  process.exit(0);
}

process.on('SIGTERM', stop);
process.on('SIGINT', stop);
process.on('disconnect', stop);

try {
  service = await startLocalSupabase({ ...settings, log: (line) => console.error(`[supabase] ${line}`) });
  if (isStopping) {
    await service.stop();
    process.exit(0);
  }
  console.error(`[supabase] ${service.url} (data in ${settings.dataDir}, mail at ${service.url}/mail)`);
  process.send?.({ type: 'ready', url: service.url });
} catch (error) {
  console.error(
    isAppError(error) ? `[supabase] ${error.message}` : error,
    isAppError(error) ? (error.cause ?? '') : '',
  );
  process.exit(1);
}
