/**
 * A refresh token can be used once. A page asks for a dozen pictures at the same moment, each request finds the same
 * expired session, and all but the first would be told that the token is spent and sign the visitor out. So a refresh
 * that is under way, or has just answered, is shared by everybody who holds the same refresh token in this process.
 * (Between processes Supabase allows a reuse within ten seconds.)
 */

const REMEMBERED_MS = 30_000;

type Answer = { status: number; headers: [string, string][]; body: string };
type Refreshes = Map<string, { answer: Promise<Answer>; until: number }>;

/** Next may load this module more than once (proxy, pages, routes): all of them look into one map. */
const KEY = Symbol.for('storyloom.session-refreshes');

function getRefreshes(): Refreshes {
  const shared = globalThis as { [KEY]?: Refreshes };
  shared[KEY] ??= new Map();
  return shared[KEY];
}

export function createRefreshOnceFetch(
  baseFetch: typeof fetch = fetch,
  now: () => number = Date.now,
): typeof fetch {
  return async (input, init) => {
    const url = String(input instanceof Request ? input.url : input);
    if (!url.includes('/auth/v1/token?grant_type=refresh_token') || typeof init?.body !== 'string') {
      return baseFetch(input, init);
    }
    const refreshes = getRefreshes();
    for (const [key, entry] of refreshes) {
      if (entry.until < now()) {
        refreshes.delete(key);
      }
    }
    const key = `${url}\n${init.body}`;
    const known = refreshes.get(key);
    const answer = known?.answer ?? readAnswer(baseFetch(input, init));
    if (!known) {
      refreshes.set(key, { answer, until: now() + REMEMBERED_MS });
      // A service that was down says nothing about the token: the next one asks again.
      answer.then(
        ({ status }) => status >= 500 && refreshes.delete(key),
        () => refreshes.delete(key),
      );
    }
    const { status, headers, body } = await answer;
    return new Response(body, { status, headers });
  };
}

async function readAnswer(pending: Promise<Response>): Promise<Answer> {
  const response = await pending;
  const headers = [...response.headers].filter(([name]) => !/^content-(encoding|length)$/.test(name));
  return { status: response.status, headers, body: await response.text() };
}
