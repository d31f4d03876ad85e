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

type Life = {
  services: DatabaseServices;
  isLost: boolean;
  /** Whoever is waiting for an answer, to be told when there will be none. */
  waiting: Set<() => void>;
};

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
    current ??= { services: options.create(), isLost: false, waiting: new Set() };
    return current;
  };
  const endLife = (life: Life | undefined) => {
    if (!life || life !== current) return;
    current = undefined;
    life.isLost = true;
    for (const tell of life.waiting) tell();
    life.services.close().catch(options.onCloseError);
  };

  const answer = async (name: 'rest' | 'auth', request: Request): Promise<Response> => {
    const isRead = isReadMethod(request.method);
    const deadline = Date.now() + READ_PATIENCE_MS;
    for (;;) {
      const life = await getLife();
      // A read has no body, so it can be asked again as it is.
      const response = await answerInLife(life, name, request);
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

/**
 * Settles as the work does, or fails when this life ends before. Not a race against one promise of the life's end: that
 * would keep every answer for as long as the life lasts.
 */
function unlessLost<Result>(life: Life, work: Promise<Result>): Promise<Result> {
  return new Promise((resolve, reject) => {
    const tell = () => reject(new DatabaseLostError());
    if (life.isLost) tell();
    life.waiting.add(tell);
    work.then(resolve, reject).finally(() => life.waiting.delete(tell));
  });
}

async function answerInLife(life: Life, name: 'rest' | 'auth', request: Request): Promise<Response> {
  let timer: NodeJS.Timeout | undefined;
  const tooLate = new Promise<Response>((resolve) => {
    timer = setTimeout(() => resolve(databaseUnavailable()), ANSWER_TIMEOUT_MS);
  });
  try {
    return await Promise.race([unlessLost(life, life.services[name](request)), tooLate]);
  } catch (error) {
    if (isDatabaseUnavailable(error)) return databaseUnavailable();
    throw error;
  } finally {
    clearTimeout(timer);
  }
}

/** A file on its way to the client needs no database any more and goes on. */
async function handleInLife(life: Life, request: IncomingMessage, response: ServerResponse): Promise<void> {
  const handling = life.services.storage(request, response);
  try {
    await unlessLost(life, handling);
  } catch (error) {
    if (!response.headersSent) throw error;
    await handling;
  }
}

function isReadMethod(method: string | undefined): boolean {
  return method === 'GET' || method === 'HEAD';
}
