import path from 'node:path';
import type { Sql } from './connection.ts';
import { applyMigrations } from './migrations.ts';
import { ensureSystemSchema } from './system-schema.ts';

export const SUPABASE_FOLDER = path.join(import.meta.dirname, '../../supabase');
export const MIGRATIONS_FOLDER = path.join(SUPABASE_FOLDER, 'migrations');

/** Brings the local database to what the application expects: what hosted Supabase has, then our migrations. */
export async function migrateLocalDatabase(url: string, sql: Sql): Promise<string[]> {
  await ensureSystemSchema(url, sql);
  return applyMigrations(sql, MIGRATIONS_FOLDER);
}
