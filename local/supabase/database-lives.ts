import type { IncomingMessage, ServerResponse } from 'node:http';
import { setTimeout as sleep } from 'node:timers/promises';
import { DatabaseLostError, databaseUnavailable, isDatabaseUnavailable } from './database-refusal.ts';

export type FetchHandler = (request: Request) => Promise<Response>;
export type NodeHandler = (request: IncomingMessage, response: ServerResponse) => Promise<void>;

/** The services that hold connections to Postgres, made for one life of it. */
export type DatabaseServices = {
  rest: FetchHandler;
  auth: FetchHandler;
  storage: NodeHandler;
  close(): Promise<void>;
};

/** What a request sees: the services of the present life, whichever it is. */
export type DatabaseLives = {
  rest: FetchHandler;
  auth: FetchHandler;
  storage: NodeHandler;
  /** Postgres died: whoever waits for an answer of it is told at once. */
  end(): void;
  close(): Promise<void>;
};

type Life = { services: DatabaseServices; lost: Promise<never>; lose: () => void };

/** A read waits at most this long for a restart. */
const READ_PATIENCE_MS = 15_000;
/** No query of ours takes as long; a connection that says nothing for this time is not trusted any more. */
const ANSWER_TIMEOUT_MS = 30_000;

/**
 * Keeps the services of one life of Postgres apart from those of the next. A pool does not survive the death of its
 * server in a state to rely on (see repair-driver.ts), so it is not asked to: at the first lost connection every waiting
 * request is answered, the pool is thrown away, and the next request gets a new one. Reads are asked again; whether a
 * write had its effect cannot be known, so its 503 goes to the caller.
 */
export function createDatabaseLives(options: {
  create: () => DatabaseServices;
  /** Resolves when Postgres accepts connections. */
  whenReady: () => Promise<void>;
  /** Receives what went wrong while a dead pool was closed. */
  onCloseError: (error: unknown) => void;
}): DatabaseLives {
  let current: Life | undefined;

  const getLife = async (): Promise<Life> => {
    await options.whenReady();
    current ??= beginLife(options.create());
    return current;
  };
  const endLife = (life: Life | undefined) => {
    if (!life || life !== current) return;
    current = undefined;
    life.lose();
    life.services.close().catch(options.onCloseError);
  };

  const answer = async (name: 'rest' | 'auth', request: Request): Promise<Response> => {
    const isRead = isReadMethod(request.method);
    const deadline = Date.now() + READ_PATIENCE_MS;
    for (;;) {
      const life = await getLife();
      const response = await answerInLife(life, name, isRead ? request.clone() : request);
      if (response.status !== 503) return response;
      endLife(life);
      if (!isRead || Date.now() > deadline) return response;
      await sleep(50);
    }
  };

  const handleStorage: NodeHandler = async (request, response) => {
    const deadline = Date.now() + READ_PATIENCE_MS;
    for (;;) {
      const life = await getLife();
      try {
        return await handleInLife(life, request, response);
      } catch (error) {
        if (!isDatabaseUnavailable(error)) throw error;
        endLife(life);
        const mayTryAgain = isReadMethod(request.method) && !response.headersSent;
        if (!mayTryAgain || Date.now() > deadline) throw error;
      }
      await sleep(50);
    }
  };

  return {
    rest: (request) => answer('rest', request),
    auth: (request) => answer('auth', request),
    storage: handleStorage,
    end: () => endLife(current),
    close: async () => {
      await current?.services.close();
    },
  };
}

function beginLife(services: DatabaseServices): Life {
  const { promise, reject } = Promise.withResolvers<never>();
  // Nobody may be waiting when it ends.
  promise.catch(() => undefined);
  return { services, lost: promise, lose: () => reject(new DatabaseLostError()) };
}

async function answerInLife(life: Life, name: 'rest' | 'auth', request: Request): Promise<Response> {
  const timeout = new AbortController();
  try {
    return await Promise.race([
      life.services[name](request),
      life.lost,
      sleep(ANSWER_TIMEOUT_MS, undefined, { signal: timeout.signal }).then(() => databaseUnavailable()),
    ]);
  } catch (error) {
    if (isDatabaseUnavailable(error)) return databaseUnavailable();
    throw error;
  } finally {
    timeout.abort();
  }
}

/** A file on its way to the client needs no database any more and goes on. */
async function handleInLife(life: Life, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handling = life.services.storage(request, response);
  try {
    await Promise.race([handling, life.lost]);
  } catch (error) {
    if (!response.headersSent) throw error;
    await handling;
  }
}

function isReadMethod(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}
