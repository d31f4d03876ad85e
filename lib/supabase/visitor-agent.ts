import { AsyncLocalStorage } from 'node:async_hooks';
import { createAuthFetch } from './auth-fetch';

/**
 * The browser talks only to us, so without help the auth service would take every session for one of our server's: here the
 * program at the other end goes along by its `User-Agent`, and stands beside its session (`auth.sessions.user_agent`).
 */

/** Sessions that the server opens for programs that come with a key. No device of anybody. */
export const SERVER_AGENT = 'Storyloom server';
const LONGEST_AGENT = 400;

/** Next may load this module more than once: proxy, pages and routes look into one. */
const SLOT = Symbol.for('storyloom.visitor-agent');

function getAgents(): AsyncLocalStorage<string> {
  const shared = globalThis as { [SLOT]?: AsyncLocalStorage<string> };
  shared[SLOT] ??= new AsyncLocalStorage();
  return shared[SLOT];
}

/** Does `act` for whoever sent this request. */
export function withVisitorAgent<Result>(headers: Headers, act: () => Result): Result {
  // Nobody may pass for the server, and a header holds one line of Latin letters.
  const agent = (headers.get('user-agent') ?? '').replace(/[^\x20-\x7e]/g, '').slice(0, LONGEST_AGENT);
  return getAgents().run(agent.startsWith(SERVER_AGENT) ? '' : agent, act);
}

/** A fetch that tells the auth service who asks: `agent`, or whoever sent the request that is being answered. */
export function createAgentFetch(agent?: string, baseFetch = createAuthFetch()): typeof fetch {
  return (input, init) => {
    const name = agent ?? getAgents().getStore();
    if (!name) return baseFetch(input, init);
    const headers = new Headers(init?.headers ?? (input instanceof Request ? input.headers : undefined));
    headers.set('user-agent', name);
    return baseFetch(input, { ...init, headers });
  };
}
