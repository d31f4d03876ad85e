import { existsSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import path from 'node:path';
import { inTransaction, type Sql } from './connection.ts';
import { MIGRATIONS_FOLDER, migrateLocalDatabase, SUPABASE_FOLDER } from './migrate-local.ts';
import { applyMigrations } from './migrations.ts';

/** Instead of waiting for ever behind a query that is running: fail, having changed nothing. */
const LOCK_TIMEOUT = '10s';

/** Deletes and makes again everything local: tables, users, files, mails. Services may be running meanwhile. */
export async function resetLocalDatabase(database: {
  url: string;
  sql: Sql;
  dataDir: string;
}): Promise<void> {
  const { url, sql, dataDir } = database;
  await inTransaction(sql, async (transaction) => {
    await transaction.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await transaction.unsafe(
      'drop schema if exists public, auth, storage, extensions, supabase_migrations cascade; create schema public',
    );
  });
  // `objects` itself stays: a running storage service expects its folder of drafts.
  await rm(path.join(dataDir, 'mail'), { recursive: true, force: true });
  await migrateLocalDatabase(url, sql);
  await removeObjectFiles(path.join(dataDir, 'objects'));
  await runSeed(sql);
  await sql`select pg_notify('pgrst', 'reload schema')`;
}

/**
 * The same for a hosted project as far as its database user may: our tables, policies and every user. Stored files stay,
 * because only the storage API may delete them.
 */
export async function resetHostedDatabase(sql: Sql): Promise<void> {
  await inTransaction(sql, async (transaction) => {
    await transaction.unsafe(`set local lock_timeout = '${LOCK_TIMEOUT}'`);
    await transaction.unsafe(`
      drop schema public cascade;
      create schema public;
      grant usage on schema public to postgres, anon, authenticated, service_role;
      alter default privileges in schema public grant all on tables to postgres, anon, authenticated, service_role;
      alter default privileges in schema public grant all on sequences to postgres, anon, authenticated, service_role;
      alter default privileges in schema public grant all on functions to postgres, anon, authenticated, service_role;
      do $$ declare policy record; begin
        for policy in select policyname, tablename from pg_policies where schemaname = 'storage' loop
          execute format('drop policy %I on storage.%I', policy.policyname, policy.tablename);
        end loop;
      end $$;
      delete from auth.users;
      drop table if exists supabase_migrations.schema_migrations`);
  });
  await applyMigrations(sql, MIGRATIONS_FOLDER);
  await runSeed(sql);
}

async function runSeed(sql: Sql): Promise<void> {
  const file = path.join(SUPABASE_FOLDER, 'seed.sql');
  if (existsSync(file)) await sql.unsafe(readFileSync(file, 'utf8'));
}

async function removeObjectFiles(directory: string): Promise<void> {
  // Two hexadecimal digits: the folders of finished files; see object-files.ts.
  for (let number = 0; number < 256; number++) {
    const folder = number.toString(16).padStart(2, '0');
    await rm(path.join(directory, folder), { recursive: true, force: true });
  }
}
