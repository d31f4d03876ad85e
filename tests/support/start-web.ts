import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { findFreePorts } from './free-ports.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

export type WebProcess = { url: string; output: () => string; stop: () => Promise<void> };

/**
 * One more web process beside a running Storyloom, on the same database and with settings of its own. It takes the build
 * that is there, and no work from the queue.
 */
export async function startWeb(
  app: { supabaseUrl: string; dataDir: string },
  environment: Record<string, string> = {},
): Promise<WebProcess> {
  const [port] = await findFreePorts(1);
  const secrets = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8')) as {
    publishableKey: string;
    secretKey: string;
  };
  let output = '';
  const child: ChildProcess = fork(path.join(ROOT, 'server.ts'), {
    cwd: ROOT,
    execArgv: [],
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
    env: {
      ...process.env,
      NODE_ENV: 'production',
      PORT: String(port),
      STORYLOOM_URL: `http://localhost:${port}`,
      STORYLOOM_DATA_DIR: app.dataDir,
      SUPABASE_URL: app.supabaseUrl,
      SUPABASE_PUBLISHABLE_KEY: secrets.publishableKey,
      SUPABASE_SECRET_KEY: secrets.secretKey,
      GUESTS_PER_IP_PER_HOUR: '100000',
      SIGN_UPS_PER_IP_PER_HOUR: '100000',
      RATE_LIMIT_PER_MINUTE: '100000',
      LOG_LEVEL: 'warn',
      ...environment,
    },
  });
  const keep = (chunk: Buffer) => {
    output += chunk;
  };
  child.stdout?.on('data', keep);
  child.stderr?.on('data', keep);
  const isReady = await Promise.race([
    once(child, 'message').then(() => true),
    once(child, 'exit').then(() => false),
  ]);
  if (!isReady) throw new Error(`The web process did not start:\n${output}`);
  return {
    url: `http://localhost:${port}`,
    output: () => output,
    async stop() {
      if (child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill('SIGTERM');
      await exited;
    },
  };
}
