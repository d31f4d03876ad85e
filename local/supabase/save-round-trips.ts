import type postgres from 'postgres';

/**
 * What lite's queries go through on their way to Postgres. A small request was a dozen round trips, most of them
 * unnecessary; each is two wake-ups of a process, which is what a busy small machine has least of.
 */

type Reserved = postgres.ReservedSql;
type Unsafe = Reserved['unsafe'];

/** Longer statements (long lists of ids) are seldom said twice; each would be kept by every connection. */
const LONGEST_PREPARED_CHARACTERS = 2_000;
const MOST_PREPARED = 500;

/** What a `begin` answers that nobody has waited for. */
const BEGUN = Object.assign([], { command: 'BEGIN', count: 0 });

/**
 * Makes every connection taken from the pool prepare its statements once, and sends `begin` together with the statement
 * after it. That one, which says who asks, is only answered when both have succeeded, so nothing runs outside its
 * transaction or as anybody else.
 * @returns the way to forget prepared statements: their results would not fit a changed schema
 */
export function saveRoundTrips(driver: postgres.Sql): { forgetStatements: () => void } {
  const prepared = new Set<string>();
  let generation = 0;
  const reserve = driver.reserve.bind(driver);

  const mayPrepare = (text: string): boolean => {
    if (text.length > LONGEST_PREPARED_CHARACTERS) return false;
    if (prepared.has(text)) return true;
    if (prepared.size >= MOST_PREPARED) return false;
    prepared.add(text);
    return true;
  };

  driver.reserve = async () => {
    const connection = await reserve();
    const send = connection.unsafe.bind(connection) as (...call: Parameters<Unsafe>) => Promise<unknown>;
    let beginning: Promise<unknown> | undefined;
    const unsafe = (text: string, parameters: Parameters<Unsafe>[1] = []) => {
      if (text === 'begin') {
        beginning = started(send(text, []));
        return Promise.resolve(BEGUN);
      }
      const query =
        parameters.length > 0 && mayPrepare(text)
          ? send(`${text} /* ${generation} */`, parameters, { prepare: true })
          : send(text, parameters);
      if (!beginning) return query;
      const both = Promise.all([beginning, query]);
      beginning = undefined;
      return both.then(([, result]) => result);
    };
    return Object.assign(connection, { unsafe });
  };

  return {
    forgetStatements() {
      // Another text is another statement.
      generation += 1;
      prepared.clear();
    },
  };
}

/** The driver sends a query when somebody waits for it; that it failed is told to whoever waits later. */
function started(query: Promise<unknown>): Promise<unknown> {
  const answer = query.then((result) => result);
  answer.catch(() => undefined);
  return answer;
}
