import { readFileSync } from 'node:fs';
import { App } from '@supabase/lite';
import { connectLite, type Sql } from './connection.ts';

/**
 * Makes what a hosted Supabase database has before any migration: schemas `auth` (by lite) and `storage`, roles, grants.
 * Safe to repeat.
 */
export async function ensureSystemSchema(url: string, sql: Sql): Promise<void> {
  const connection = connectLite(url);
  try {
    await new App({ connection, auth: { enabled: true } }).ensureSystemSchema();
  } finally {
    await connection.close();
  }
  for (const file of ['storage-schema.sql', 'prelude.sql']) {
    await sql.unsafe(readFileSync(new URL(`./${file}`, import.meta.url), 'utf8'));
  }
}
