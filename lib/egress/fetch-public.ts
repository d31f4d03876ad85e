import { Agent, buildConnector, request } from 'undici';
import { getEnv } from '../env.ts';
import { AppError, isAppError } from '../errors.ts';
import { isPublicAddress } from './public-address.ts';
import { type Lookup, notPublic, parsePublicUrl, type ResolvedAddress, resolvePublic } from './public-url.ts';
import { readLimitedBody } from './read-limited-body.ts';

export type FetchPublicOptions = {
  method?: 'GET' | 'HEAD' | 'POST';
  headers?: Record<string, string>;
  body?: string | Uint8Array;
  /** Of the answer, unpacked. More than that is an error, not a cut. */
  maxBytes?: number;
  /** For everything together: name, connection, redirects, answer. */
  timeoutMs?: number;
  /** Media types (`text/html`) a successful answer may have; anything when absent. */
  accept?: readonly string[];
  /** Only status and headers count: the answer's body is not read, and its length and type do not matter. */
  ignoreBody?: boolean;
  /** How many redirects are followed, each checked like the first address; none unless asked for. */
  redirects?: number;
  signal?: AbortSignal;
};

export type PublicAnswer = {
  status: number;
  /** Lower-case names; a repeated one is joined by commas. */
  headers: Record<string, string>;
  body: Buffer;
  finalUrl: string;
};

/** What a test puts in the place of the world. */
export type FetchPublicWorld = { lookup?: Lookup; allow?: readonly string[]; ca?: string };

const DEFAULT_MAX_BYTES = 1024 * 1024;
const DEFAULT_TIMEOUT_MS = 10_000;
const REDIRECTS: ReadonlySet<number> = new Set([301, 302, 303, 307, 308]);

/**
 * The one way out to an address that a caller named. The name is resolved once, every address it has must be public, and the
 * socket goes to exactly those: a name that changes its answer between the check and the connection changes nothing (DNS
 * rebinding). TLS and the Host header still carry the name.
 *
 * @returns whatever the server answers, also 4xx and 5xx; a 3xx when no redirects are asked for
 * @throws AppError `address_not_allowed`; `address_unreachable` (no answer, or not in time); `document_unreadable` (too large,
 *   or not of a type in `accept`)
 */
export async function fetchPublic(
  address: string | URL,
  options: FetchPublicOptions = {},
  world: FetchPublicWorld = {},
): Promise<PublicAnswer> {
  const allow = world.allow ?? getEnv().egressAllow;
  const timeoutMs = options.timeoutMs ?? DEFAULT_TIMEOUT_MS;
  const deadline = AbortSignal.timeout(timeoutMs);
  const signal = options.signal ? AbortSignal.any([deadline, options.signal]) : deadline;
  let url = parsePublicUrl(address, allow);
  try {
    for (let left = options.redirects ?? 0; ; left -= 1) {
      const answer = await ask(url, options, { ...world, allow }, signal);
      if (!REDIRECTS.has(answer.status) || !options.redirects || !answer.headers.location) return answer;
      if (left <= 0) throw new AppError('address_unreachable', 'This address redirects too often.');
      url = parsePublicUrl(resolveLocation(answer.headers.location, url), allow);
    }
  } catch (error) {
    if (isAppError(error) || options.signal?.aborted) throw error;
    const message = deadline.aborted
      ? `The address did not answer within ${timeoutMs / 1000} seconds.`
      : 'The address could not be reached.';
    throw new AppError('address_unreachable', message, { cause: error });
  }
}

async function ask(
  url: URL,
  options: FetchPublicOptions,
  world: FetchPublicWorld,
  signal: AbortSignal,
): Promise<PublicAnswer> {
  const addresses = await orAborted(resolvePublic(url, world), signal);
  const agent = createPinnedAgent(addresses, world.ca);
  try {
    const asked = request(url, {
      dispatcher: agent,
      method: options.method ?? 'GET',
      headers: { 'user-agent': 'Storyloom', 'accept-encoding': 'gzip, deflate, br', ...options.headers },
      body: options.body ?? null,
      signal,
    });
    // Undici notices a signal only once it is connected.
    const answer = await orAborted(asked, signal);
    const headers = flatten(answer.headers);
    // The connection ends below, and an unread body with it; an error of that is nobody's.
    if (options.ignoreBody) {
      answer.body.on('error', () => undefined);
      return { status: answer.statusCode, headers, body: Buffer.alloc(0), finalUrl: url.href };
    }
    const body = await readLimitedBody(answer.body, headers, {
      maxBytes: options.maxBytes ?? DEFAULT_MAX_BYTES,
      accept: isSuccess(answer.statusCode) ? options.accept : undefined,
    });
    return { status: answer.statusCode, headers, body, finalUrl: url.href };
  } finally {
    // Not awaited: a server that never ends its answer must not hold us.
    void agent.destroy();
  }
}

/** An agent that can reach the given addresses and nothing else, whatever name it is asked for. */
function createPinnedAgent(
  addresses: [ResolvedAddress, ...ResolvedAddress[]],
  ca: string | undefined,
): Agent {
  const connect = buildConnector({
    allowH2: false,
    lookup: (_hostname, { all }, done) => {
      const [first] = addresses;
      if (all) done(null, addresses);
      else done(null, first.address, first.family);
    },
    ...(ca === undefined ? {} : { ca }),
  });
  const known = new Set(addresses.map(({ address }) => address));
  return new Agent({
    pipelining: 0,
    connect: (target, done) =>
      connect(target, (error, socket) => {
        if (error) return done(error, null);
        // The last word is the socket's own: it is where we checked that it may be, or it is closed unused.
        const peer = socket.remoteAddress ?? '';
        if (known.has(peer) || isPublicAddress(peer)) return done(null, socket);
        socket.destroy();
        done(notPublic(), null);
      }),
  });
}

function orAborted<Value>(work: Promise<Value>, signal: AbortSignal): Promise<Value> {
  return new Promise((resolve, reject) => {
    signal.addEventListener('abort', () => reject(signal.reason), { once: true });
    work.then(resolve, reject);
  });
}

function flatten(headers: Record<string, string | string[] | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).flatMap(([name, value]) =>
      value === undefined ? [] : [[name.toLowerCase(), Array.isArray(value) ? value.join(', ') : value]],
    ),
  );
}

function resolveLocation(location: string, from: URL): string {
  return URL.canParse(location, from) ? new URL(location, from).href : location;
}

function isSuccess(status: number): boolean {
  return status >= 200 && status < 300;
}
