import type { ChildProcess } from 'node:child_process';
import { setTimeout as sleep } from 'node:timers/promises';
import { AppError } from '../../lib/errors.ts';
import { waitForPort } from '../wait-for-port.ts';
import { ensureCluster } from './cluster.ts';
import { launchPostgres, readLogTail } from './launch.ts';
import { findLiveServer, isProcessAlive, type LiveServer, removeStalePidFile } from './live-server.ts';
import { type PostgresPlacement, placePostgres } from './placement.ts';

/** Recovery after a crash syncs the disk, which on a busy machine takes its time. */
const START_TIMEOUT_MS = 60_000;
const POLL_MS = 15;
const WATCH_MS = 200;
/** To look is a read of a file; many requests at once need not look each. */
const SEEN_ALIVE_MS = 20;

export type PostgresOptions = {
  dataDir: string;
  port: number;
  password: string;
  /** One line for people about what happens. */
  log: (line: string) => void;
  /** Called when the server has died, before it is started again. */
  onDeath?: () => void;
};

/** A running Postgres of this data directory. It is started again when it dies, until `stop` or `leave`. */
export type PostgresServer = {
  /** The superuser's connection string, on loopback. */
  url: string;
  port: number;
  /** True when the server was already running, left by a process that died or kept by one that lives. */
  isAdopted: boolean;
  /** Resolves at once, or as soon as the server that died is back. */
  whenReady(): Promise<void>;
  /** Stops watching and stops the server. */
  stop(): Promise<void>;
  /** Stops watching and leaves the server to whoever else uses it. */
  leave(): void;
};

/**
 * Starts Postgres on its data directory or adopts the one already running there.
 *
 * @throws AppError `misconfigured` when another program has the port, `database_failed` when Postgres does not come up
 */
export async function startPostgres(options: PostgresOptions): Promise<PostgresServer> {
  const placement = placePostgres(options.dataDir);
  if (!placement.clusterDir.startsWith(options.dataDir)) {
    options.log(
      `Postgres cannot enter ${options.dataDir} as an ordinary user; its data is in ${placement.clusterDir}.`,
    );
  }
  if (await ensureCluster(placement, options.password)) options.log('Made a new database.');
  const ending = new AbortController();
  const first = await startOrAdopt(placement, options, ending.signal);
  const url = `postgres://postgres:${encodeURIComponent(options.password)}@127.0.0.1:${first.server.port}/postgres`;

  let current = first.server;
  let ready: Promise<void> = Promise.resolve();
  let seenAliveAtMs = 0;

  const restart = async () => {
    while (!ending.signal.aborted) {
      try {
        const again = await startOrAdopt(placement, { ...options, port: current.port }, ending.signal);
        current = again.server;
        options.log('Postgres is back.');
        return;
      } catch (error) {
        if (ending.signal.aborted) return;
        options.log(`Postgres did not start again: ${(error as Error).message}`);
        await pause(1_000, ending.signal);
      }
    }
  };
  const watch = async () => {
    while (!ending.signal.aborted) {
      if (!isProcessAlive(current.pid)) {
        options.log('Postgres has died; starting it again.');
        options.onDeath?.();
        ready = restart();
        await ready;
      }
      await pause(WATCH_MS, ending.signal);
    }
  };
  const watching = watch();

  return {
    url,
    port: first.server.port,
    isAdopted: first.isAdopted,
    whenReady: async () => {
      // Noticing a death takes a moment; whoever asks in that moment waits for the same restart.
      if (Date.now() - seenAliveAtMs > SEEN_ALIVE_MS) {
        if (isProcessAlive(current.pid)) seenAliveAtMs = Date.now();
        else await pause(WATCH_MS + 10, ending.signal);
      }
      await ready;
    },
    stop: async () => {
      ending.abort();
      await watching;
      await stopServer(placement.clusterDir);
    },
    leave: () => ending.abort(),
  };
}

/** Waits until the time is over or the signal fires. */
async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
  if (signal.aborted) return;
  await new Promise<void>((resolve) => {
    const done = () => {
      clearTimeout(timer);
      signal.removeEventListener('abort', done);
      resolve();
    };
    const timer = setTimeout(done, milliseconds);
    signal.addEventListener('abort', done);
  });
}

async function startOrAdopt(
  placement: PostgresPlacement,
  options: PostgresOptions,
  signal: AbortSignal,
): Promise<{ server: LiveServer; isAdopted: boolean }> {
  const startedAt = Date.now();
  let child: ChildProcess | null = null;
  while (Date.now() - startedAt < START_TIMEOUT_MS) {
    if (signal.aborted) {
      child?.kill('SIGINT');
      throw new AppError('database_failed', 'Postgres was stopped while it was starting.');
    }
    const live = findLiveServer(placement.clusterDir);
    if (live?.isReady) return { server: live, isAdopted: live.pid !== child?.pid };
    const isOursStarting = child !== null && child.exitCode === null && child.signalCode === null;
    if (!live && !isOursStarting) {
      await waitForPort(options.port, 'Postgres', 'POSTGRES_PORT');
      removeStalePidFile(placement.clusterDir);
      // A refused start is tried again: back ends of a killed server need a moment to notice that it is gone.
      if (child) await sleep(100);
      child = launchPostgres(placement, options.port);
      child.on('error', (error) => options.log(`Postgres could not be executed: ${error.message}`));
    }
    await sleep(POLL_MS);
  }
  throw new AppError('database_failed', `Postgres did not start in ${START_TIMEOUT_MS / 1_000} seconds.`, {
    cause: new Error(readLogTail(placement.logFile)),
  });
}

/** SIGINT is Postgres' fast shutdown, SIGQUIT its immediate one; both leave consistent data. */
async function stopServer(clusterDir: string): Promise<void> {
  const pid = findLiveServer(clusterDir)?.pid;
  if (pid === undefined) return;
  for (const [signal, patienceMs] of [
    ['SIGINT', 4_000],
    ['SIGQUIT', 2_000],
    ['SIGKILL', 1_000],
  ] as const) {
    if (!isProcessAlive(pid)) return;
    process.kill(pid, signal);
    const deadline = Date.now() + patienceMs;
    while (isProcessAlive(pid) && Date.now() < deadline) await sleep(POLL_MS);
  }
}
