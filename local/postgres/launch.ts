import { type ChildProcess, spawn } from 'node:child_process';
import { chownSync, closeSync, existsSync, openSync, readFileSync, statSync, truncateSync } from 'node:fs';
import path from 'node:path';
import { POSTGRES_ENVIRONMENT } from './cluster.ts';
import type { PostgresPlacement } from './placement.ts';
import { getPostgresUser } from './run-as.ts';

const MAX_LOG_BYTES = 5_000_000;

/** Small: one person's stories. Durability stays on, a finished step must survive a power cut. */
const SETTINGS = [
  'listen_addresses=127.0.0.1',
  'unix_socket_directories=',
  'shared_buffers=64MB',
  'max_connections=50',
  'work_mem=4MB',
  'maintenance_work_mem=32MB',
  'max_wal_size=256MB',
  'min_wal_size=80MB',
  'max_worker_processes=4',
  'max_parallel_workers_per_gather=0',
  'jit=off',
  // After a crash every file of the cluster is synced first; one call for all of them is many times faster.
  ...(process.platform === 'linux' ? ['recovery_init_sync_method=syncfs'] : []),
  'logging_collector=off',
  'log_min_messages=warning',
  // A client that died while holding a lock must not stop the others for ever.
  'idle_in_transaction_session_timeout=60s',
  'tcp_keepalives_idle=30',
];

/** Starts the server and returns at once. It lives in its own session: Ctrl-C in our terminal is ours to handle. */
export function launchPostgres(placement: PostgresPlacement, port: number): ChildProcess {
  const log = openLog(placement.logFile);
  try {
    const settings = SETTINGS.flatMap((setting) => ['-c', setting]);
    const child = spawn(
      path.join(placement.native, 'bin', 'postgres'),
      ['-D', placement.clusterDir, '-p', String(port), ...settings],
      {
        ...getPostgresUser(),
        cwd: '/',
        env: POSTGRES_ENVIRONMENT,
        detached: true,
        // A file, not a pipe: the server outlives us when we are killed, and a broken pipe would follow it.
        stdio: ['ignore', 'ignore', log],
      },
    );
    child.unref();
    return child;
  } finally {
    closeSync(log);
  }
}

/** The last lines the server wrote, for the cause of an error. */
export function readLogTail(logFile: string): string {
  return existsSync(logFile) ? readFileSync(logFile, 'utf8').slice(-2_000).trim() : '';
}

function openLog(logFile: string): number {
  if (existsSync(logFile) && statSync(logFile).size > MAX_LOG_BYTES) truncateSync(logFile);
  const descriptor = openSync(logFile, 'a', 0o600);
  const user = getPostgresUser();
  if (user.uid !== undefined && user.gid !== undefined) chownSync(logFile, user.uid, user.gid);
  return descriptor;
}
