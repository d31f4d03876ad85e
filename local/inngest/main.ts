import { pino } from 'pino';
import { isAppError } from '../../lib/errors.ts';
import { startRunner } from './runner.ts';
import { readSettings } from './settings.ts';

/** The runner as a process of its own: `node local/inngest/main.ts`, configured by the environment alone. */
const log = pino({ name: 'inngest' });

try {
  const runner = await startRunner(readSettings(process.env), log);
  log.info({ url: runner.url }, 'ready');
  process.send?.({ type: 'ready', url: runner.url });
  // Calls in flight are given up: what is not on the disk yet runs again at the next start.
  const stop = () => void runner.close().finally(() => process.exit(0));
  for (const signal of ['SIGTERM', 'SIGINT', 'disconnect'] as const) process.once(signal, stop);
} catch (error) {
  if (!isAppError(error)) throw error;
  log.fatal({ code: error.code }, error.message);
  process.exitCode = 1;
}
