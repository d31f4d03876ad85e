import { createServer } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../lib/errors.ts';
import { isListening } from './launch/ports.ts';

/** How long a server that is just ending may still hold its port. */
const ENDING_SERVER_MS = 2_000;
/**
 * How long to wait for an outgoing connection. Supabase's usual ports lie where Linux also takes the local ends of
 * connections from (32768 to 60999), so that now and then a port is in use though nobody listens on it.
 */
const OUTGOING_CONNECTION_MS = 60_000;
const POLL_MS = 100;

/**
 * Resolves when a server can listen on this port of 127.0.0.1.
 *
 * @param what which service needs it, and `variable` how to give it another port, for the message
 * @throws AppError `misconfigured` when another program has it
 */
export async function waitForPort(port: number, what: string, variable: string): Promise<void> {
  const startedAt = Date.now();
  while (!(await canListen(port))) {
    const patienceMs = (await isListening(port)) ? ENDING_SERVER_MS : OUTGOING_CONNECTION_MS;
    if (Date.now() - startedAt > patienceMs) {
      throw new AppError(
        'misconfigured',
        `Port ${port} is used by another program, so ${what} cannot start. Stop that program, or set ${variable} to a free port.`,
      );
    }
    await sleep(POLL_MS);
  }
}

function canListen(port: number): Promise<boolean> {
  return new Promise((resolve, reject) => {
    const probe = createServer();
    probe.once('error', (error: NodeJS.ErrnoException) => {
      if (error.code === 'EADDRINUSE') resolve(false);
      else reject(error);
    });
    probe.listen({ port, host: '127.0.0.1', exclusive: true }, () => probe.close(() => resolve(true)));
  });
}
