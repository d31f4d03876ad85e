import { createHash } from 'node:crypto';
import { chmodSync, chownSync, cpSync, existsSync, mkdirSync, renameSync, rmSync, statSync } from 'node:fs';
import path from 'node:path';
import { ensureDataDir } from '../secrets.ts';
import { locatePostgres, prepareNativeFolder } from './binaries.ts';
import { getPostgresUser, isTraversableByAnyone } from './run-as.ts';

/** Where Postgres and its data are. */
export type PostgresPlacement = {
  /** Folder with `bin/`, `lib/`, `share/`. */
  native: string;
  /** The cluster's own directory; it may not exist yet. */
  clusterDir: string;
  logFile: string;
};

/** Used only when root's own folders are closed to the user Postgres must run as. */
const OPEN_ROOT = '/var/lib/storyloom';

/**
 * Decides where Postgres lives: programs in node_modules, data in `<dataDir>/postgres`. When root runs us from a place
 * that others cannot enter (say /root/storyloom), Postgres could neither be executed nor reach its data there as
 * `nobody`; then the programs are copied to, and the data kept in, /var/lib/storyloom.
 */
export function placePostgres(dataDir: string): PostgresPlacement {
  ensureDataDir(dataDir);
  let native = locatePostgres();
  let home = path.join(dataDir, 'postgres');
  const user = getPostgresUser();
  if (user.uid !== undefined) {
    if (!isTraversableByAnyone(native)) native = copyNative(native);
    if (!isTraversableByAnyone(dataDir)) {
      const name = createHash('sha256').update(path.resolve(dataDir)).digest('hex').slice(0, 16);
      ensureOpenRoot();
      home = path.join(OPEN_ROOT, name);
    }
  }
  mkdirSync(home, { recursive: true });
  if (user.uid !== undefined && user.gid !== undefined) chownSync(home, user.uid, user.gid);
  chmodSync(home, 0o700);
  return { native, clusterDir: path.join(home, 'data'), logFile: path.join(home, 'postgres.log') };
}

function ensureOpenRoot(): void {
  mkdirSync(OPEN_ROOT, { recursive: true });
  chmodSync(OPEN_ROOT, 0o755);
}

function copyNative(native: string): string {
  ensureOpenRoot();
  // A new version of the package is another copy.
  const { mtimeMs } = statSync(path.join(native, 'bin', 'postgres'));
  const name = createHash('sha256').update(`${native} ${mtimeMs}`).digest('hex').slice(0, 16);
  const copy = path.join(OPEN_ROOT, `native-${name}`);
  if (!existsSync(copy)) {
    const draft = `${copy}.${process.pid}`;
    const umask = process.umask(0o022);
    try {
      cpSync(native, draft, { recursive: true, verbatimSymlinks: true });
      renameSync(draft, copy);
    } catch (error) {
      rmSync(draft, { recursive: true, force: true });
      // Two first starts at once: the other copy is as good.
      if (!existsSync(copy)) throw error;
    } finally {
      process.umask(umask);
    }
  }
  prepareNativeFolder(copy);
  return copy;
}
