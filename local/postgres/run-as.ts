import { statSync } from 'node:fs';
import path from 'node:path';

/** The user Postgres runs as; empty means "as we are". */
export type RunAs = { uid?: number; gid?: number };

/** `nobody` by number: it needs no entry in /etc/passwd, so nothing has to be created. */
const NOBODY = 65534;

/** Postgres refuses to run as root, so root hands it to `nobody`. */
export function getPostgresUser(): RunAs {
  return process.getuid?.() === 0 ? { uid: NOBODY, gid: NOBODY } : {};
}

/** Whether any user can pass through every directory down to and including this one (for example not below /root). */
export function isTraversableByAnyone(directory: string): boolean {
  for (let current = path.resolve(directory); ; current = path.dirname(current)) {
    if ((statSync(current).mode & 0o001) === 0) return false;
    if (current === path.dirname(current)) return true;
  }
}
