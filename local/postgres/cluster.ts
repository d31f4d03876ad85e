import { spawn } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { chownSync, existsSync, mkdirSync, readdirSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../lib/errors.ts';
import type { PostgresPlacement } from './placement.ts';
import { getPostgresUser } from './run-as.ts';

/** The environment Postgres' programs run in: nothing of ours, and messages that do not depend on the machine. */
export const POSTGRES_ENVIRONMENT: NodeJS.ProcessEnv = {
  NODE_ENV: process.env.NODE_ENV,
  PATH: process.env.PATH,
  LC_ALL: 'C',
  LANG: 'C',
  TZ: 'UTC',
};

/**
 * Makes the database cluster if there is none. It is made beside its place and moved there when complete, so that a
 * crash in the middle leaves nothing that looks like a cluster.
 *
 * @returns whether it was made now
 */
export async function ensureCluster(placement: PostgresPlacement, password: string): Promise<boolean> {
  const { clusterDir } = placement;
  if (existsSync(path.join(clusterDir, 'PG_VERSION'))) return false;

  const home = path.dirname(clusterDir);
  removeAbandonedDrafts(home);
  const user = getPostgresUser();
  const draft = path.join(home, `draft-${process.pid}-${randomUUID()}`);
  const passwordFile = `${draft}.password`;
  mkdirSync(draft, { mode: 0o700 });
  writeFileSync(passwordFile, password, { mode: 0o600 });
  if (user.uid !== undefined && user.gid !== undefined) {
    chownSync(draft, user.uid, user.gid);
    chownSync(passwordFile, user.uid, user.gid);
  }
  try {
    await runInitdb(placement.native, draft, passwordFile);
    renameSync(draft, clusterDir);
    return true;
  } catch (error) {
    // Two first starts at once: the other one finished first, and its cluster is as good as ours.
    if (existsSync(path.join(clusterDir, 'PG_VERSION'))) return false;
    throw error;
  } finally {
    rmSync(passwordFile, { force: true });
    rmSync(draft, { recursive: true, force: true });
  }
}

function runInitdb(native: string, directory: string, passwordFile: string): Promise<void> {
  const program = path.join(native, 'bin', 'initdb');
  // The builtin provider sorts the same on every operating system and needs no locale from it.
  const options = [
    `--pgdata=${directory}`,
    '--username=postgres',
    '--auth=scram-sha-256',
    `--pwfile=${passwordFile}`,
    '--encoding=UTF8',
    '--locale-provider=builtin',
    '--builtin-locale=C.UTF-8',
    '--locale=C',
    '--no-sync',
    '--no-instructions',
  ];
  return new Promise((resolve, reject) => {
    const child = spawn(program, options, {
      ...getPostgresUser(),
      cwd: '/',
      env: POSTGRES_ENVIRONMENT,
      stdio: ['ignore', 'ignore', 'pipe'],
    });
    let complaint = '';
    child.stderr.on('data', (chunk: Buffer) => {
      complaint += chunk;
    });
    const fail = (cause: unknown) =>
      reject(new AppError('database_failed', `The database could not be set up in ${directory}.`, { cause }));
    child.once('error', fail);
    child.once('close', (code) => (code === 0 ? resolve() : fail(new Error(complaint.trim()))));
  });
}

/** A draft is named after the process that makes it; when that one is gone, nobody will finish it. */
function removeAbandonedDrafts(home: string): void {
  for (const name of readdirSync(home)) {
    const maker = /^draft-(\d+)-/.exec(name)?.[1];
    if (!maker) continue;
    try {
      process.kill(Number(maker), 0);
    } catch {
      rmSync(path.join(home, name), { recursive: true, force: true });
    }
  }
}
