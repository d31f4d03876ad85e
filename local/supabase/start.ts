import path from 'node:path';
import type postgres from 'postgres';
import { type PostgresServer, startPostgres } from '../postgres/supervisor.ts';
import { type LocalSecrets, loadLocalSecrets } from '../secrets.ts';
import { type ObjectFiles, openObjectFiles } from '../storage/object-files.ts';
import { removeUnknownFiles } from '../storage/remove-unknown-files.ts';
import { createStorageHandler } from '../storage/storage-handler.ts';
import { waitForPort } from '../wait-for-port.ts';
import { createAuthFront } from './auth/auth-front.ts';
import { connectDatabase, connectLite } from './connection.ts';
import {
  createDatabaseLives,
  type DatabaseLives,
  type DatabaseServices,
  type FetchHandler,
} from './database-lives.ts';
import { isDatabaseUnavailable } from './database-refusal.ts';
import { createLiteApp } from './lite-app.ts';
import { type Mailbox, openMailbox } from './mailbox.ts';
import { migrateLocalDatabase } from './migrate-local.ts';
import { rememberUsers } from './remember-users.ts';
import { createLocalServer, listenOnLoopback } from './server.ts';

export type LocalSupabaseSettings = {
  dataDir: string;
  port: number;
  postgresPort: number;
  /** Where the web application is reached; links in mails lead there. */
  siteUrl: string;
  log: (line: string) => void;
};

export type LocalSupabase = {
  url: string;
  /** Stops answering, then stops Postgres. */
  stop(): Promise<void>;
};

/**
 * Postgres, brought up to date, and the Supabase API in front of it on 127.0.0.1.
 *
 * @throws AppError `misconfigured` when a port is taken, `database_failed` when Postgres or a migration fails
 */
export async function startLocalSupabase(settings: LocalSupabaseSettings): Promise<LocalSupabase> {
  const { dataDir, log } = settings;
  const url = `http://127.0.0.1:${settings.port}`;
  await waitForPort(settings.port, 'the local Supabase', 'SUPABASE_PORT');
  const secrets = loadLocalSecrets(dataDir);
  let lives: DatabaseLives | undefined;
  const database = await startPostgres({
    dataDir,
    port: settings.postgresPort,
    password: secrets.postgresPassword,
    log,
    onDeath: () => lives?.end(),
  });
  try {
    const mailbox = openMailbox(path.join(dataDir, 'mail'));
    const files = await openObjectFiles(path.join(dataDir, 'objects'));
    await bringUpToDate(database, files, log);
    const context = { databaseUrl: database.url, url, siteUrl: settings.siteUrl, secrets, mailbox, files };
    lives = createDatabaseLives({
      create: () => createServices(context),
      whenReady: database.whenReady,
      onCloseError: reportCloseError,
    });
    const server = createLocalServer({ ...lives, mailbox });
    await listenOnLoopback(server, settings.port);
    return {
      url,
      async stop() {
        server.close();
        server.closeAllConnections();
        await lives?.close();
        await database.stop();
      },
    };
  } catch (error) {
    await lives?.close();
    await database.stop();
    throw error;
  }
}

async function bringUpToDate(
  database: PostgresServer,
  files: ObjectFiles,
  log: (line: string) => void,
): Promise<void> {
  const sql = connectDatabase(database.url, { maxConnections: 2 });
  try {
    for (const fileName of await migrateLocalDatabase(database.url, sql)) log(`Applied ${fileName}.`);
    const removed = await removeUnknownFiles(sql, files);
    if (removed > 0) log(`Removed ${removed} files that nothing names any more.`);
  } finally {
    await sql.end({ timeout: 2 });
  }
}

function createServices(context: {
  databaseUrl: string;
  url: string;
  siteUrl: string;
  secrets: LocalSecrets;
  mailbox: Mailbox;
  files: ObjectFiles;
}): DatabaseServices {
  const { databaseUrl, url, siteUrl, secrets, mailbox, files } = context;
  const sql = connectDatabase(databaseUrl, { maxConnections: 8 });
  const connection = connectLite(databaseUrl);
  const app = createLiteApp({ connection, secrets, url, siteUrl, mailbox });
  const lite = (request: Request) => app.fetch(request);
  const { asRest, forget } = rememberUsers(connection.driver as unknown as postgres.Sql);
  const forgetAfterWrite = (handle: FetchHandler): FetchHandler => {
    return async (request) => {
      const isRead = request.method === 'GET' || request.method === 'HEAD';
      try {
        return await handle(request);
      } finally {
        if (!isRead) forget();
      }
    };
  };
  // Whoever changes the schema tells PostgREST by this notification; so they tell us.
  sql.listen('pgrst', () => connection.clearSchemaCache()).catch(reportCloseError);
  return {
    rest: forgetAfterWrite((request) => asRest(() => lite(request))),
    auth: forgetAfterWrite(createAuthFront({ sql, secrets, url, siteUrl, lite, mailbox })),
    storage: createStorageHandler({ sql, secrets, files }),
    async close() {
      await Promise.all([sql.end({ timeout: 1 }), connection.driver.end({ timeout: 1 })]);
    },
  };
}

/** That a dead pool has lost its connections is no news. */
function reportCloseError(error: unknown): void {
  if (!isDatabaseUnavailable(error)) console.error('A database connection was not closed.', error);
}
