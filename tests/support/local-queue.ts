import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import path from 'node:path';
import { findFreePorts } from './free-ports.ts';

export type LocalQueue = { url: string; stop: () => Promise<void> };

/** The local Inngest runner alone, as a process, in dev mode. No application listens: nothing is run. */
export async function startLocalQueue(dataDir: string): Promise<LocalQueue> {
  const [port = 0] = await findFreePorts(1);
  const child: ChildProcess = fork(path.resolve(import.meta.dirname, '../../local/inngest/main.ts'), {
    execPath: path.resolve(import.meta.dirname, '../../node_modules/.bin/node'),
    execArgv: [],
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
    env: {
      PATH: process.env.PATH,
      NODE_ENV: 'test',
      STORYLOOM_DATA_DIR: dataDir,
      INNGEST_PORT: String(port),
      INNGEST_APP_URL: 'http://127.0.0.1:9/api/inngest',
    },
  });
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'exit').then(() => false),
  ]);
  if (!isReady) throw new Error('The local queue did not start.');
  return {
    url: `http://127.0.0.1:${port}`,
    async stop() {
      const ended = once(child, 'exit');
      child.kill('SIGTERM');
      await ended;
    },
  };
}
