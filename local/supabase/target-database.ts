import path from 'node:path';
import { startPostgres } from '../postgres/supervisor.ts';
import { loadLocalSecrets } from '../secrets.ts';
import { connectDatabase, type Sql } from './connection.ts';

/** The database a command works on. */
export type OpenDatabase = {
  kind: 'local' | 'hosted';
  /** For people: never with its password. */
  name: string;
  isOnThisMachine: boolean;
  url: string;
  sql: Sql;
  /** Of a local one: holds files and mails too. */
  dataDir: string;
  close(): Promise<void>;
};

/**
 * `DATABASE_URL`, or else the local database: adopted when it runs, otherwise started and stopped again at the end.
 *
 * @throws AppError as `startPostgres`
 */
export async function openTargetDatabase(
  environment: Record<string, string | undefined>,
  projectRoot: string,
): Promise<OpenDatabase> {
  const dataDir = path.resolve(environment.STORYLOOM_DATA_DIR || path.join(projectRoot, '.storyloom'));
  const hostedUrl = environment.DATABASE_URL;
  if (hostedUrl) {
    const { hostname, pathname } = new URL(hostedUrl);
    const sql = connectDatabase(hostedUrl, { maxConnections: 3 });
    return {
      kind: 'hosted',
      name: `the database ${hostname}${pathname}`,
      isOnThisMachine: ['localhost', '127.0.0.1', '[::1]'].includes(hostname),
      url: hostedUrl,
      sql,
      dataDir,
      close: () => sql.end({ timeout: 5 }),
    };
  }
  const server = await startPostgres({
    dataDir,
    port: Number(environment.POSTGRES_PORT || 54322),
    password: loadLocalSecrets(dataDir).postgresPassword,
    log: (line) => console.error(line),
  });
  const sql = connectDatabase(server.url, { maxConnections: 3 });
  return {
    kind: 'local',
    name: 'the local database',
    isOnThisMachine: true,
    url: server.url,
    sql,
    dataDir,
    async close() {
      await sql.end({ timeout: 5 });
      // An adopted server belongs to whoever started it.
      if (server.isAdopted) server.leave();
      else await server.stop();
    },
  };
}
