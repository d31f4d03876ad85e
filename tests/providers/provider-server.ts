import { once } from 'node:events';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { type AskedQuestions, decideFault, type FaultPlan } from './planned-faults.ts';

/** What the server says to one request; a number of bytes in `breakOffAfter` ends the connection in the middle. */
export type Answer = {
  status?: number;
  /** Over those that are sent anyhow; undefined leaves one away. */
  headers?: Record<string, string | undefined>;
  body: string | Uint8Array;
  breakOffAfter?: number;
  /** Waits before answering; for time-outs and for the latency of a model. */
  delayMs?: number;
  /** Sent one by one instead of the body; `breaksOff` ends the connection after the last. */
  events?: { lines: string[]; everyMs: number; breaksOff: boolean; pause?: Pause };
  /** Takes the request and says nothing until whoever asked goes away. */
  neverAnswers?: boolean;
  /** What the service writes on its bill for this answer; absent: nothing. */
  bill?: Bill;
};
/** Nothing more is sent after so many events before the promise is kept: a test decides what happens in mid-answer. */
export type Pause = { afterEvents: number; until: Promise<void> };

export type Bill = {
  provider: string;
  model: string;
  units: {
    inputTokens?: number;
    outputTokens?: number;
    pictures?: number;
    characters?: number;
    seconds?: number;
  };
};
/** `isDelivered` is false when whoever asked had gone, or the connection broke off: the work was done all the same. */
export type BilledCall = Bill & { request: RecordedRequest; isDelivered: boolean };

export type RecordedRequest = {
  method: string;
  /** With the query, as it came. */
  path: string;
  /** What the places in braces of the route stood for, decoded. */
  params: Record<string, string>;
  headers: IncomingMessage['headers'];
  authorization: string | undefined;
  /** JSON as it came; of a form its fields, files as Blob, a field that came several times as a list. Anything else: empty. */
  body: Record<string, unknown>;
  bytes: Buffer<ArrayBuffer>;
  /** Milliseconds of `performance.now()`; `endedMs` is set when the answer was sent or the connection ended. */
  startedMs: number;
  endedMs: number | undefined;
};

export type Compose = (request: RecordedRequest) => Answer | Promise<Answer>;

export type ProviderServer = {
  /** `http://127.0.0.1:port`, without a path. */
  origin: string;
  requests: RecordedRequest[];
  /** Every call whose work the service did, in the order in which it was finished: what a bill would list. */
  billed: BilledCall[];
  /** Queues an answer for the next request to a route (`POST /v1/videos/{id}`); without a route for the next of any kind. */
  answer: (answer: Answer, route?: string) => void;
  /** Answers every request to a route for which nothing is queued. The route that was named last counts. */
  route: (route: string, compose: Compose) => void;
  /** What requests get that no route takes; unset: a 501. */
  answerOthers: (compose: Compose) => void;
  /** A seeded share of the requests to routes fails once; undefined ends it. Queued answers are left alone. */
  planFaults: (plan: FaultPlan | undefined) => void;
  /** Until `accept`, every connection is refused. */
  refuse: () => Promise<void>;
  accept: () => Promise<void>;
  close: () => Promise<void>;
};

type Route = { method: string; pattern: RegExp };

/**
 * A local server that the fakes of all providers stand upon: it answers over real HTTP what a test has queued or composed,
 * as slowly and as badly as the test wants, and remembers what it was asked and what it would bill.
 * Order: queued for the route → queued for anything → planned fault → route → `answerOthers`.
 */
export async function startProviderServer(): Promise<ProviderServer> {
  const requests: RecordedRequest[] = [];
  const billed: BilledCall[] = [];
  const queue: { route: Route | undefined; answer: Answer }[] = [];
  const routes: { route: Route; compose: Compose }[] = [];
  let composeOther: Compose = () => ({
    status: 501,
    body: '{"error":{"message":"no answer was queued"}}',
  });
  let faults: { plan: FaultPlan; asked: AskedQuestions } | undefined;

  async function chooseAnswer(recorded: RecordedRequest): Promise<Answer> {
    const index = queue.findIndex(({ route }) => !route || matchRoute(route, recorded));
    if (index >= 0) return (queue.splice(index, 1)[0] as { answer: Answer }).answer;
    const chosen = routes.findLast(({ route }) => matchRoute(route, recorded));
    if (!chosen) return composeOther(recorded);
    recorded.params = matchRoute(chosen.route, recorded) ?? {};
    return (faults && decideFault(faults, recorded)) ?? chosen.compose(recorded);
  }

  const server = createServer(async (request, response) => {
    const gone = new AbortController();
    response.once('close', () => gone.abort());
    const recorded = await record(request).catch(() => undefined);
    // Whoever asked left in the middle of the question.
    if (!recorded) return;
    requests.push(recorded);
    try {
      const answer = await chooseAnswer(recorded);
      const isDelivered = await send(response, answer, gone.signal);
      if (answer.bill) billed.push({ ...answer.bill, request: recorded, isDelivered });
    } catch (error) {
      // A composer that throws is a fault of the test: it must be seen and not look like a fault of the service.
      response.destroy();
      queueMicrotask(() => {
        throw error;
      });
    } finally {
      recorded.endedMs = performance.now();
    }
  });
  async function listen(port: number): Promise<number> {
    server.listen(port, '127.0.0.1');
    await once(server, 'listening');
    return (server.address() as AddressInfo).port;
  }
  async function refuse(): Promise<void> {
    if (!server.listening) return;
    server.closeAllConnections();
    server.close();
    await once(server, 'close');
  }
  const port = await listen(0);
  return {
    origin: `http://127.0.0.1:${port}`,
    requests,
    billed,
    answer: (answer, route) =>
      queue.push({ route: route === undefined ? undefined : readRoute(route), answer }),
    route: (route, compose) => routes.push({ route: readRoute(route), compose }),
    answerOthers: (compose) => {
      composeOther = compose;
    },
    planFaults: (plan) => {
      faults = plan && { plan, asked: new Map() };
    },
    refuse,
    accept: async () => {
      await listen(port);
    },
    close: refuse,
  };
}

function readRoute(text: string): Route {
  const [method = '', path = ''] = text.split(' ');
  const pattern = path
    .replaceAll(/[.*+?^$()|[\]\\]/g, '\\$&')
    .replaceAll(/\{(\w+)\}/g, (_, name: string) => `(?<${name}>[^/]+?)`);
  return { method, pattern: new RegExp(`^${pattern}$`) };
}

function matchRoute(route: Route, { method, path }: RecordedRequest): Record<string, string> | undefined {
  if (route.method !== method) return undefined;
  const match = route.pattern.exec(path.split('?', 1)[0] ?? '');
  if (!match) return undefined;
  return Object.fromEntries(
    Object.entries(match.groups ?? {}).map(([name, value]) => [name, decodeURIComponent(value)]),
  );
}

async function record(request: IncomingMessage): Promise<RecordedRequest> {
  const startedMs = performance.now();
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  const bytes = Buffer.concat(chunks);
  return {
    method: request.method ?? '',
    path: request.url ?? '',
    params: {},
    headers: request.headers,
    authorization: request.headers.authorization,
    body: await readBody(bytes, request.headers['content-type'] ?? ''),
    bytes,
    startedMs,
    endedMs: undefined,
  };
}

async function readBody(bytes: Buffer<ArrayBuffer>, contentType: string): Promise<Record<string, unknown>> {
  if (contentType.startsWith('multipart/form-data')) {
    const form = await new Response(bytes, { headers: { 'content-type': contentType } }).formData();
    const names = [...new Set(form.keys())];
    return Object.fromEntries(
      names.map((name) => {
        const values = form.getAll(name);
        return [name, values.length > 1 ? values : values[0]];
      }),
    );
  }
  if (bytes.length === 0 || !contentType.includes('json')) return {};
  return JSON.parse(bytes.toString());
}

/** @returns whether all of it went to somebody who was still there */
async function send(response: ServerResponse, answer: Answer, gone: AbortSignal): Promise<boolean> {
  if (answer.delayMs) await waitUnless(gone, sleep(answer.delayMs, undefined, { signal: gone }));
  if (answer.neverAnswers) await waitUnless(gone, new Promise(() => {}));
  if (gone.aborted) return false;
  if (answer.events) return sendEvents(response, answer, gone);
  const bytes = typeof answer.body === 'string' ? Buffer.from(answer.body) : answer.body;
  const headers = {
    'content-type': 'application/json',
    'content-length': String(bytes.length),
    ...answer.headers,
  };
  response.writeHead(answer.status ?? 200, withoutUndefined(headers));
  if (answer.breakOffAfter !== undefined) {
    response.write(bytes.subarray(0, answer.breakOffAfter), () => response.destroy());
    return false;
  }
  response.end(bytes);
  await waitUnless(gone, once(response, 'finish'));
  return response.writableFinished;
}

async function sendEvents(
  response: ServerResponse,
  { headers, events }: Answer,
  gone: AbortSignal,
): Promise<boolean> {
  if (!events) return false;
  response.writeHead(200, withoutUndefined(headers ?? {}));
  for (const [index, line] of events.lines.entries()) {
    if (index === events.pause?.afterEvents) await waitUnless(gone, events.pause.until);
    if (events.everyMs > 0) await waitUnless(gone, sleep(events.everyMs));
    if (gone.aborted) return false;
    const isSent = new Promise((resolve) => response.write(line, resolve));
    // What was said before the connection ends must not be lost with it.
    if (events.breaksOff) await waitUnless(gone, isSent);
  }
  if (events.breaksOff) {
    response.destroy();
    return false;
  }
  response.end();
  await waitUnless(gone, once(response, 'finish'));
  return response.writableFinished;
}

function withoutUndefined(headers: Record<string, string | undefined>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter((header): header is [string, string] => header[1] !== undefined),
  );
}

/** Waits for something, but not longer than somebody is there to be answered. */
async function waitUnless(gone: AbortSignal, waited: Promise<unknown>): Promise<void> {
  if (gone.aborted) return;
  const left = new Promise<void>((resolve) =>
    gone.addEventListener('abort', () => resolve(), { once: true }),
  );
  await Promise.race([waited.catch((error: unknown) => gone.aborted || Promise.reject(error)), left]);
}
