import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { AppError } from '../../lib/errors.ts';
import { inTransaction, type Sql } from './connection.ts';

/** One file of `supabase/migrations`: `<version>_<name>.sql`. */
type Migration = { version: string; name: string; file: string };

/** Any number, always the same: two processes that migrate at once take turns. */
const LOCK_KEY = 734_021_855;

/**
 * Applies every migration that the database's history does not name, each in one transaction together with its line in
 * `supabase_migrations.schema_migrations` (the table the Supabase command line keeps, in its form).
 *
 * @returns the file names applied now
 * @throws AppError `database_failed` naming the migration; earlier ones stay applied, the failed one leaves nothing
 */
export async function applyMigrations(sql: Sql, directory: string): Promise<string[]> {
  const connection = await sql.reserve();
  try {
    await connection`select pg_advisory_lock(${LOCK_KEY})`;
    await connection`create schema if not exists supabase_migrations`;
    await connection`create table if not exists supabase_migrations.schema_migrations (
      version text not null primary key, statements text[], name text)`;
    const rows = await connection<
      { version: string }[]
    >`select version from supabase_migrations.schema_migrations`;
    const done = new Set(rows.map((row) => row.version));
    const pending = listMigrations(directory).filter((migration) => !done.has(migration.version));
    for (const migration of pending) await applyMigration(sql, migration);
    if (pending.length > 0) await connection`select pg_notify('pgrst', 'reload schema')`;
    return pending.map((migration) => path.basename(migration.file));
  } finally {
    await connection`select pg_advisory_unlock(${LOCK_KEY})`;
    connection.release();
  }
}

async function applyMigration(sql: Sql, migration: Migration): Promise<void> {
  const text = readFileSync(migration.file, 'utf8');
  try {
    await inTransaction(sql, async (transaction) => {
      await transaction.unsafe(text);
      await transaction`insert into supabase_migrations.schema_migrations (version, name, statements)
        values (${migration.version}, ${migration.name}, ${[text]})`;
    });
  } catch (cause) {
    const reason = cause instanceof Error ? cause.message : String(cause);
    throw new AppError('database_failed', `Migration ${path.basename(migration.file)} failed: ${reason}`, {
      cause,
    });
  }
}

function listMigrations(directory: string): Migration[] {
  return readdirSync(directory)
    .sort()
    .flatMap((fileName) => {
      const [, version, name] = /^(\d+)_(.+)\.sql$/.exec(fileName) ?? [];
      return version && name ? [{ version, name, file: path.join(directory, fileName) }] : [];
    });
}
