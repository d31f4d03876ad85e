import { mkdir, mkdtemp, readdir, rm } from 'node:fs/promises';
import path from 'node:path';
import { withDiskFullCode } from '../disk-full.ts';
import { getEnv } from '../env.ts';

const NAME = /^storyloom-[a-z0-9-]+-(\d+)-[A-Za-z0-9]{6}$/u;

// One set for all copies of this module a process may load.
const ACTIVE = Symbol.for('storyloom.work-directories');
const globals = globalThis as { [ACTIVE]?: Set<string> };
globals[ACTIVE] ??= new Set();
const active = globals[ACTIVE];

/**
 * Gives `work` a directory of its own under `STORYLOOM_TMP_DIR` (else the system's), and removes it whatever happens.
 *
 * @param prefix lower-case letters, digits and hyphens; says in the file system whose directory it is
 * @throws AppError `disk_full`; whatever `work` throws
 */
export async function withWorkDir<Value>(
  prefix: string,
  work: (directory: string) => Promise<Value>,
): Promise<Value> {
  const parent = getEnv().temporaryDir;
  const directory = await withDiskFullCode(async () => {
    await mkdir(parent, { recursive: true });
    return mkdtemp(path.join(parent, `storyloom-${prefix}-${process.pid}-`));
  });
  active.add(directory);
  try {
    return await work(directory);
  } finally {
    // A killed encoder may still be letting go of its file.
    await rm(directory, { recursive: true, force: true, maxRetries: 5, retryDelay: 100 });
    active.delete(directory);
  }
}

function isRunning(pid: number): boolean {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    // EPERM: it runs, as somebody else.
    return error instanceof Error && 'code' in error && error.code === 'EPERM';
  }
}

/**
 * Removes what killed processes left behind; for process start. Directories of living processes stay. Those under our own
 * pid that we did not make are from an earlier life: in a container every start gets the same pid.
 *
 * @returns how many were removed
 */
export async function removeStaleWorkDirs(): Promise<number> {
  const parent = getEnv().temporaryDir;
  const names = await readdir(parent).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return [];
    throw error;
  });
  let removed = 0;
  for (const name of names) {
    const pid = Number(NAME.exec(name)?.[1]);
    if (!pid) continue;
    const directory = path.join(parent, name);
    if (pid === process.pid ? active.has(directory) : isRunning(pid)) continue;
    await rm(directory, { recursive: true, force: true });
    removed += 1;
  }
  return removed;
}
