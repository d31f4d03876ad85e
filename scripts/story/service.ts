import { fork } from 'node:child_process';
import { once } from 'node:events';
import { createWriteStream } from 'node:fs';
import { mkdir } from 'node:fs/promises';
import path from 'node:path';
import { ApiError } from './api.ts';

type Service = { url: string; close: () => Promise<void> };

/**
 * The running Storyloom, or one that is started for this call and stopped after it.
 * @throws ApiError with a sentence for people when there is none and none can be started
 */
export async function openService(options: {
  signal: AbortSignal;
  tell: (line: string) => void;
}): Promise<Service> {
  const url = process.env.STORYLOOM_URL ?? `http://127.0.0.1:${process.env.PORT ?? 3000}`;
  if (await answers(url)) return { url, close: async () => {} };
  if (process.env.STORYLOOM_URL) {
    throw new ApiError(`Nothing answers at STORYLOOM_URL=${url}.`, 'misconfigured');
  }
  options.tell('starting the local services …');
  return startService(url, options.signal);
}

async function startService(url: string, signal: AbortSignal): Promise<Service> {
  const root = path.resolve(import.meta.dirname, '../..');
  const dataDir = path.resolve(process.env.STORYLOOM_DATA_DIR ?? path.join(root, '.storyloom'));
  await mkdir(dataDir, { recursive: true });
  const logFile = path.join(dataDir, 'command-line.log');
  const child = fork(path.join(root, 'local/start.ts'), {
    cwd: root,
    env: { ...process.env, STORYLOOM_DATA_DIR: dataDir },
    // Ctrl-C reaches the whole group; the services must outlive it long enough for the job to be cancelled.
    detached: true,
    stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
  });
  const log = createWriteStream(logFile);
  child.stdout?.pipe(log, { end: false });
  child.stderr?.pipe(log, { end: false });
  const close = async () => {
    if (child.exitCode !== null || child.signalCode !== null) return;
    child.kill('SIGTERM');
    await once(child, 'exit');
  };
  const started = await Promise.race([
    once(child, 'message', { signal }).then(() => true),
    once(child, 'exit', { signal }).then(() => false),
  ]).catch(async (error: unknown) => {
    await close();
    throw error;
  });
  if (!started) {
    throw new ApiError(`The local services did not start; the reason is in ${logFile}`, 'internal');
  }
  return { url, close };
}

async function answers(url: string): Promise<boolean> {
  try {
    const response = await fetch(new URL('/health', url), { signal: AbortSignal.timeout(3_000) });
    return response.ok;
  } catch {
    // Refused or silent: nobody is there, which is the question.
    return false;
  }
}
