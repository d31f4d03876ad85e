import { writeFileSync } from 'node:fs';
import path from 'node:path';
import { startPostgres } from './postgres/supervisor.ts';
import { loadLocalSecrets } from './secrets.ts';
import { readCatalog } from './supabase/catalog.ts';
import { connectDatabase, type Sql } from './supabase/connection.ts';
import { buildDatabaseTypes } from './supabase/database-types.ts';
import { applyMigrations } from './supabase/migrations.ts';
import { ensureSystemSchema } from './supabase/system-schema.ts';

const ROOT = path.join(import.meta.dirname, '..');
const MIGRATIONS = path.join(ROOT, 'supabase/migrations');
const TYPES_FILE = path.join(ROOT, 'lib/supabase/database.types.ts');

const dataDir = path.resolve(process.env.STORYLOOM_DATA_DIR ?? path.join(ROOT, '.storyloom'));
const secrets = loadLocalSecrets(dataDir);
const server = await startPostgres({
  dataDir,
  port: Number(process.env.POSTGRES_PORT ?? 54322),
  password: secrets.postgresPassword,
  log: console.error,
});
const sql: Sql = connectDatabase(server.url, { maxConnections: 3 });
await ensureSystemSchema(server.url, sql);
console.log(await applyMigrations(sql, MIGRATIONS));
writeFileSync(TYPES_FILE, buildDatabaseTypes(await readCatalog(sql)));
await sql.end();
await server.stop();
