import postgres from 'postgres';

/** Codes of the driver and of Postgres that mean "no connection just now": the server died, stops or is starting. */
const UNAVAILABLE = new Set([
  'CONNECTION_CLOSED',
  'CONNECTION_DESTROYED',
  'CONNECTION_ENDED',
  'CONNECT_TIMEOUT',
  'ECONNREFUSED',
  'ECONNRESET',
  'EPIPE',
  '57P01',
  '57P02',
  '57P03',
]);

/** Postgres died while somebody was waiting for it. */
export class DatabaseLostError extends Error {
  readonly code = 'CONNECTION_CLOSED';

  constructor() {
    super('Postgres died.');
    this.name = 'DatabaseLostError';
  }
}

/** Whether a query failed only because Postgres is being restarted. */
export function isDatabaseUnavailable(error: unknown): boolean {
  return error instanceof Error && 'code' in error && UNAVAILABLE.has(String(error.code));
}

/** Clients of Supabase take 503 as passing: supabase-js keeps its session and may ask again. */
export function databaseUnavailable(): Response {
  return Response.json(
    { code: 'PGRST001', message: 'The database is being restarted.', details: null, hint: null },
    { status: 503, headers: { 'retry-after': '1' } },
  );
}

/**
 * The HTTP status PostgREST gives a failed query
 * (https://docs.postgrest.org/en/stable/references/errors.html#http-status-codes).
 */
export function getPostgrestStatus(sqlState: string): number {
  if (sqlState === '42501') return 403;
  if (sqlState === '42883' || sqlState === '42P01') return 404;
  if (sqlState === '25006') return 405;
  if (sqlState === '23503' || sqlState === '23505') return 409;
  if (sqlState === 'P0001') return 400;
  const errorClass = sqlState.slice(0, 2);
  if (['08', '53'].includes(errorClass)) return 503;
  if (errorClass === '54') return 413;
  return ['09', '25', '2D', '38', '39', '3B', '40', '55', '57', '58', 'F0', 'HV', 'P0', 'XX'].includes(
    errorClass,
  )
    ? 500
    : 400;
}

/** SQLSTATEs and classes that lite answers as PostgREST does; every other one it would call an unknown fault. */
const KNOWN_TO_LITE = /^(42|22|21|55|53|23502|23503|23505|25006|PT|PGRST)/;

/**
 * A database's error in the form lite knows how to answer. Where lite has no answer of its own, PostgREST's is given by
 * the means a SQL function has to do so: an error `PGRST` whose message and detail are the answer.
 */
export function toLiteError(error: unknown): unknown {
  if (isDatabaseUnavailable(error)) {
    return asAnswer(503, { code: 'PGRST001', message: 'The database is being restarted.' }, error);
  }
  if (!(error instanceof postgres.PostgresError) || KNOWN_TO_LITE.test(error.code)) return error;
  const { code, message, detail = null, hint = null } = error;
  return asAnswer(getPostgrestStatus(code), { code, message, details: detail, hint }, error);
}

function asAnswer(status: number, body: Record<string, unknown>, cause: unknown): Error {
  const error = new Error(JSON.stringify(body), { cause });
  return Object.assign(error, { code: 'PGRST', detail: JSON.stringify({ status, headers: {} }) });
}

/**
 * lite prints every failed query. A refusal (a policy, a constraint, a malformed id) reaches whoever asked and is no
 * news to whoever runs the server; neither is a restart, which is reported once.
 */
export function isExpectedRefusal(error: unknown): boolean {
  if (isDatabaseUnavailable(error)) return true;
  if (error instanceof postgres.PostgresError) return getPostgrestStatus(error.code) < 500;
  return error instanceof Error && error.cause !== undefined && isExpectedRefusal(error.cause);
}
