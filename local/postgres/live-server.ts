import { execFileSync } from 'node:child_process';
import { readFileSync, rmSync } from 'node:fs';
import path from 'node:path';

/** What `postmaster.pid` of a running cluster says. */
export type LiveServer = { pid: number; port: number; isReady: boolean };

/**
 * The server that is running on this cluster directory, whoever started it, or null. Lines of postmaster.pid: pid, data
 * directory, start time, port, socket directory, listen address, shared memory key, status
 * (https://www.postgresql.org/docs/17/storage-file-layout.html).
 */
export function findLiveServer(clusterDir: string): LiveServer | null {
  const lines = readPidFile(clusterDir);
  if (!lines) return null;
  const pid = Number(lines[0]);
  if (!isPostgresOf(pid, clusterDir)) return null;
  return { pid, port: Number(lines[3]), isReady: lines[7]?.trim() === 'ready' };
}

/**
 * Removes a postmaster.pid whose process number now belongs to another program (after a reboot) or to a zombie: Postgres
 * would take either for a living server and refuse. A number nobody has is left to Postgres. That no orphaned back end
 * still uses the data is ensured without this file: its shared memory is found by the data directory.
 */
export function removeStalePidFile(clusterDir: string): void {
  const lines = readPidFile(clusterDir);
  if (!lines) return;
  const pid = Number(lines[0]);
  if (hasProcessEntry(pid) && !isPostgresOf(pid, clusterDir)) {
    rmSync(path.join(clusterDir, 'postmaster.pid'), { force: true });
  }
}

/** False for a zombie: it holds nothing any more, its parent only has not asked for its exit code yet. */
export function isProcessAlive(pid: number): boolean {
  return hasProcessEntry(pid) && !isZombie(pid);
}

function hasProcessEntry(pid: number): boolean {
  if (!Number.isInteger(pid) || pid <= 0) return false;
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it exists, under another user.
    return (error as NodeJS.ErrnoException).code === 'EPERM';
  }
}

function isZombie(pid: number): boolean {
  if (process.platform !== 'linux') return false;
  try {
    return /^State:\s+Z/m.test(readFileSync(`/proc/${pid}/status`, 'utf8'));
  } catch {
    // The process ended between the two questions.
    return true;
  }
}

function readPidFile(clusterDir: string): string[] | null {
  try {
    return readFileSync(path.join(clusterDir, 'postmaster.pid'), 'utf8').split('\n');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return null;
    throw error;
  }
}

function isPostgresOf(pid: number, clusterDir: string): boolean {
  if (!isProcessAlive(pid)) return false;
  try {
    const commandLine =
      process.platform === 'linux'
        ? readFileSync(`/proc/${pid}/cmdline`, 'utf8')
        : execFileSync('ps', ['-o', 'command=', '-p', String(pid)], { encoding: 'utf8' });
    return commandLine.includes(clusterDir);
  } catch {
    // The process ended between the two questions.
    return false;
  }
}
