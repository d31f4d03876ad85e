import { AsyncLocalStorage } from 'node:async_hooks';
import type postgres from 'postgres';

/**
 * lite looks up the user and the session of every REST request before its query. Hosted PostgREST asks nobody: there a
 * token is good until it ends. So a user who was found is believed for a moment, which saves two of five round trips;
 * whatever writes makes us look again, so that who has signed out or was deleted is refused at once.
 */

/** As lite 0.10.0 writes them. Others would be asked each time, as before. */
const LOOKUPS = new Set([
  'select * from "auth"."users" where "id" = $1',
  'select * from "auth"."sessions" where "id" = $1',
]);
const REMEMBERED_MS = 1_000;
const MAX_REMEMBERED = 1_000;

type Unsafe = (text: string, parameters?: unknown[], ...rest: unknown[]) => Promise<unknown>;

/** @returns `asRest` runs a request whose user may be remembered; `forget` is called after every write */
export function rememberUsers(
  driver: Pick<postgres.Sql, 'reserve'>,
  now: () => number = Date.now,
): { asRest: <Result>(work: () => Result) => Result; forget: () => void } {
  const rest = new AsyncLocalStorage<true>();
  const known = new Map<string, { rows: Promise<unknown>; until: number }>();
  const reserve = driver.reserve.bind(driver);

  const remember = (key: string, ask: () => Promise<unknown>): Promise<unknown> => {
    const found = known.get(key);
    if (found && found.until > now()) return found.rows;
    if (known.size >= MAX_REMEMBERED) known.clear();
    const entry = { rows: ask(), until: now() + REMEMBERED_MS };
    known.set(key, entry);
    const drop = () => {
      if (known.get(key) === entry) known.delete(key);
    };
    // Nobody is remembered as missing.
    entry.rows.then((rows) => (Array.isArray(rows) && rows.length > 0) || drop(), drop);
    return entry.rows;
  };

  driver.reserve = async () => {
    const connection = await reserve();
    const send = connection.unsafe.bind(connection) as unknown as Unsafe;
    const unsafe: Unsafe = (text, parameters = [], ...others) =>
      LOOKUPS.has(text) && rest.getStore()
        ? remember(`${text} ${parameters[0]}`, async () => send(text, parameters, ...others))
        : send(text, parameters, ...others);
    return Object.assign(connection, { unsafe });
  };
  return {
    asRest: (work) => rest.run(true, work),
    forget: () => known.clear(),
  };
}
