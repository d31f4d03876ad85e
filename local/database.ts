import { mkdir, readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { createInterface } from 'node:readline/promises';
import { parseArgs } from 'node:util';
import { AppError, isAppError } from '../lib/errors.ts';
import { readCatalog } from './supabase/catalog.ts';
import { buildDatabaseTypes } from './supabase/database-types.ts';
import { MIGRATIONS_FOLDER, migrateLocalDatabase } from './supabase/migrate-local.ts';
import { applyMigrations } from './supabase/migrations.ts';
import { resetHostedDatabase, resetLocalDatabase } from './supabase/reset-database.ts';
import { type OpenDatabase, openTargetDatabase } from './supabase/target-database.ts';

const PROJECT_ROOT = path.join(import.meta.dirname, '..');
const TYPES_FILE = path.join(PROJECT_ROOT, 'lib/supabase/database.types.ts');

const USAGE = `npm run db:migrate          apply the migrations that are missing
npm run db:reset -- --yes   delete everything, users and files included, and start anew
npm run db:types            write lib/supabase/database.types.ts from the database (-- --check: only compare)

They work on the local database (started for the moment if it is not running), or on DATABASE_URL.`;

type Flags = { yes: boolean; check: boolean };

const COMMANDS: Record<string, (database: OpenDatabase, flags: Flags) => Promise<void>> = {
  async migrate(database) {
    reportMigrations(await migrate(database));
  },
  async reset(database, flags) {
    await confirmReset(database, flags.yes);
    if (database.kind === 'local') await resetLocalDatabase(database);
    else await resetHostedDatabase(database.sql);
    console.log(`Reset ${database.name}: everything was deleted and made anew.`);
  },
  async types(database, flags) {
    reportMigrations(await migrate(database));
    const types = buildDatabaseTypes(await readCatalog(database.sql));
    const name = path.relative(PROJECT_ROOT, TYPES_FILE);
    if (!flags.check) {
      await mkdir(path.dirname(TYPES_FILE), { recursive: true });
      await writeFile(TYPES_FILE, types);
      console.log(`Wrote ${name}.`);
    } else if ((await readFile(TYPES_FILE, 'utf8')) !== types) {
      throw new AppError('conflict', `${name} is not what the database says. Run npm run db:types.`);
    } else {
      console.log(`${name} is up to date.`);
    }
  },
};

async function migrate(database: OpenDatabase): Promise<string[]> {
  return database.kind === 'local'
    ? migrateLocalDatabase(database.url, database.sql)
    : applyMigrations(database.sql, MIGRATIONS_FOLDER);
}

function reportMigrations(applied: string[]): void {
  for (const fileName of applied) console.log(`Applied ${fileName}.`);
  if (applied.length === 0) console.log('The database is up to date.');
}

/** A database on another machine is only deleted on an explicit --yes, whoever or whatever asks. */
async function confirmReset(database: OpenDatabase, isConfirmed: boolean): Promise<void> {
  if (isConfirmed || (database.isOnThisMachine && process.env.NODE_ENV === 'test')) return;
  if (database.isOnThisMachine && process.stdin.isTTY) {
    const terminal = createInterface({ input: process.stdin, output: process.stdout });
    const answer = await terminal.question(
      `Delete everything in ${database.name}, users and files included? [y/N] `,
    );
    terminal.close();
    if (/^y(es)?$/i.test(answer.trim())) return;
  }
  throw new AppError('invalid_request', `Nothing was deleted. To reset ${database.name}, say so with --yes.`);
}

async function run(): Promise<void> {
  const { positionals, values } = parseArgs({
    allowPositionals: true,
    options: {
      yes: { type: 'boolean', short: 'y', default: false },
      check: { type: 'boolean', default: false },
    },
  });
  const command = COMMANDS[positionals[0] ?? ''];
  if (!command) throw new AppError('invalid_request', USAGE);
  const database = await openTargetDatabase(process.env, PROJECT_ROOT);
  try {
    await command(database, values);
  } finally {
    await database.close();
  }
}

try {
  await run();
} catch (error) {
  console.error(isAppError(error) ? error.message : error);
  process.exitCode = 1;
}
