import path from 'node:path';
import { startPostgres } from '../postgres/supervisor.ts';
import { loadLocalSecrets } from '../secrets.ts';
import { createStorageHandler } from '../storage/storage-handler.ts';
import { createAuthFront } from './auth/auth-front.ts';
import { connectDatabase, connectLite } from './connection.ts';
import { createLiteApp } from './lite-app.ts';
import { openMailbox } from './mailbox.ts';
import { migrateLocalDatabase } from './migrate-local.ts';
import { createRestFront } from './rest-front.ts';
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
  const secrets = loadLocalSecrets(dataDir);
  const database = await startPostgres({
    dataDir,
    port: settings.postgresPort,
    password: secrets.postgresPassword,
    log,
  });
  const sql = connectDatabase(database.url, { maxConnections: 8 });
  const connection = connectLite(database.url);
  const closeAll = async () => {
    await Promise.allSettled([sql.end({ timeout: 2 }), connection.driver.end({ timeout: 2 })]);
    await database.stop();
  };
  try {
    for (const fileName of await migrateLocalDatabase(database.url, sql)) log(`Applied ${fileName}.`);
    const mailbox = openMailbox(path.join(dataDir, 'mail'));
    const app = createLiteApp({ connection, secrets, url, siteUrl: settings.siteUrl, mailbox });
    const lite = (request: Request) => app.fetch(request);
    // Whoever changes the schema tells PostgREST by this notification; so they tell us.
    await sql.listen('pgrst', () => void connection.clearSchemaCache());
    const server = createLocalServer({
      rest: createRestFront({ lite, whenReady: database.whenReady }),
      auth: createAuthFront({ sql, secrets, url, lite }),
      storage: await createStorageHandler({ sql, secrets, directory: path.join(dataDir, 'objects') }),
      mailbox,
      whenReady: database.whenReady,
    });
    await listenOnLoopback(server, settings.port);
    return {
      url,
      async stop() {
        server.close();
        server.closeAllConnections();
        await closeAll();
      },
    };
  } catch (error) {
    await closeAll();
    throw error;
  }
}
