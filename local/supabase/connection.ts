import { createPostgresConnection, type PostgresConnection } from '@supabase/lite/postgres';
import postgres from 'postgres';
import { DatabaseLostError, toLiteError } from './database-refusal.ts';
import { saveRoundTrips } from './save-round-trips.ts';
import { applyRpcRequest, applySessionContext } from './session-context.ts';

/** The database as the superuser, for what the local services do themselves. */
export type Sql = postgres.Sql;

const RECONNECT_SECONDS = 0.1;

/** Postgres writes `2026-11-21 09:00:00.12+00`; the hosted API answers `2026-11-21T09:00:00.12+00:00`. */
export function toIsoTimestamp(text: string): string {
  const parts = /^(\d{4,}-\d\d-\d\d) (\d\d:\d\d:\d\d(?:\.\d+)?)(?:([+-]\d\d)(:\d\d)?)?$/.exec(text);
  if (!parts) return text;
  const [, day, time, hours, minutes = ':00'] = parts;
  return `${day}T${time}${hours ? `${hours}${minutes}` : ''}`;
}

function toNumber(text: string): number | string {
  const digits = text.replace(/[^0-9]/g, '').length;
  const value = Number(text);
  // A double keeps 15 digits; a longer numeric would lose some, so it stays text.
  return Number.isFinite(value) && digits <= 15 ? value : text;
}

const TYPES = {
  timestamptz: { to: 1184, from: [1184], serialize: String, parse: toIsoTimestamp },
  timestamp: { to: 1114, from: [1114], serialize: String, parse: toIsoTimestamp },
  numeric: { to: 1700, from: [1700], serialize: String, parse: toNumber },
  bigint: { to: 20, from: [20], serialize: String, parse: toNumber },
};

/**
 * lite hands auth metadata over as JSON text, everything else as values. Without telling the two apart the metadata
 * would be encoded twice and read back as a string.
 */
function toJsonb(value: unknown): string {
  return typeof value === 'string' && isJsonObject(value) ? value : JSON.stringify(value);
}

function isJsonObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return parsed !== null && typeof parsed === 'object';
  } catch {
    // Not JSON: an ordinary string value.
    return false;
  }
}

/** A small pool of our own. Connections lost with a killed Postgres are made again by the next query. */
export function connectDatabase(url: string, options: { maxConnections: number }): Sql {
  return postgres(url, {
    max: options.maxConnections,
    backoff: () => RECONNECT_SECONDS,
    onnotice: () => undefined,
    connection: { TimeZone: 'UTC', application_name: 'storyloom' },
    types: TYPES,
  }) as unknown as Sql;
}

/** The pool behind `@supabase/lite`. */
export function connectLite(url: string): PostgresConnection {
  const connection = createPostgresConnection({
    url,
    postgresOptions: {
      max: 10,
      backoff: () => RECONNECT_SECONDS,
      onnotice: () => undefined,
      connection: { application_name: 'storyloom-api' },
      types: {
        ...TYPES,
        jsonb: { to: 3802, from: [3802], serialize: toJsonb, parse: (text: string) => JSON.parse(text) },
      },
    },
  });
  // lite would otherwise GRANT ALL on every table at its first query and so undo the migrations' REVOKEs.
  Object.assign(connection, {
    rlsState: 'active',
    applyJwtSessionContext: applySessionContext,
    applyRpcRequestGucs: applyRpcRequest,
  });
  const { forgetStatements } = saveRoundTrips(connection.driver as unknown as postgres.Sql);
  const clearSchemaCache = connection.clearSchemaCache.bind(connection);
  connection.clearSchemaCache = () => {
    forgetStatements();
    return clearSchemaCache();
  };
  const normalize = connection.normalizeDbError.bind(connection);
  connection.normalizeDbError = (error) => toLiteError(normalize(error));
  // lite takes a look at the schema that failed for an empty schema, and would answer that our tables do not exist.
  const introspect = connection.introspect.bind(connection);
  connection.introspect = async (how) => {
    const schema = await introspect(how);
    if (schema.tables.length === 0) throw new DatabaseLostError();
    return schema;
  };
  return connection;
}

/** Runs `work` in one transaction: all of it is kept, or, when it throws, nothing. */
export async function inTransaction<Result>(
  sql: Sql,
  work: (transaction: Sql) => Promise<Result>,
): Promise<Result> {
  // The driver's own type of a transaction lost its call signature; at run time it is callable like any `Sql`.
  return (await sql.begin((transaction) => work(transaction as unknown as Sql))) as Result;
}
