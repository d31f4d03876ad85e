import { mkdtempSync, rmSync } from 'node:fs';
import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Inngest, type InngestFunction } from 'inngest';
import { serve } from 'inngest/node';
import { type Runner, startRunner } from './runner.ts';
import type { RunnerLog } from './runner-context.ts';
import type { Settings } from './settings.ts';
import { hashSigningKey } from './signature.ts';

/** For the tests of the runner: a real app with the real SDK on a real port. */

export const TEST_KEYS = { eventKey: 'test-event-key', signingKey: 'signkey-test-0123456789abcdef' };
export const silentLog: RunnerLog = { info: () => undefined, warn: () => undefined, error: () => undefined };

export type FunctionList = InngestFunction.Any[];
export type TestApp = {
  url: string;
  /** Serves these functions from now on, as a restarted app would. */
  serve: (client: Inngest, functions: FunctionList) => void;
  /** Breaks every connection and refuses new ones. */
  down: () => Promise<void>;
  up: () => Promise<void>;
};

export async function startTestApp(): Promise<TestApp> {
  let handler: http.RequestListener = (_request, response) => response.writeHead(503).end();
  const listener: http.RequestListener = (request, response) => handler(request, response);
  let server = http.createServer(listener);
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  return {
    url: `http://127.0.0.1:${port}/api/inngest`,
    serve(client, functions) {
      handler = serve({ client, functions });
    },
    async down() {
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
    async up() {
      server = http.createServer(listener);
      await new Promise<void>((resolve) => server.listen(port, '127.0.0.1', resolve));
    },
  };
}

export function createTestClient(baseUrl: string, options: { signed?: boolean } = {}): Inngest {
  const logger = {
    info: () => undefined,
    warn: () => undefined,
    error: () => undefined,
    debug: () => undefined,
  };
  return new Inngest({
    id: 'test',
    baseUrl,
    isDev: !options.signed,
    logger,
    ...(options.signed ? TEST_KEYS : {}),
  });
}

/** The number an event of a test carries. */
export const numberOf = (event: { data: unknown }) => (event.data as { n: number }).n;

export async function freePort(): Promise<number> {
  const server = http.createServer();
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  await new Promise((resolve) => server.close(resolve));
  return port;
}

export function createTempDir(): string {
  return mkdtempSync(path.join(tmpdir(), 'inngest-runner-'));
}

export async function until<Value>(
  read: () => Promise<Value | undefined | false> | Value | undefined | false,
  timeoutMs = 15_000,
): Promise<Value> {
  const deadline = Date.now() + timeoutMs;
  for (;;) {
    const value = await read();
    if (value) return value;
    if (Date.now() > deadline) throw new Error('timed out waiting');
    await new Promise((resolve) => setTimeout(resolve, 5));
  }
}

export type RunView = {
  run_id: string;
  function_id: string;
  status: string;
  output: unknown;
};

export type TestRig = {
  client: Inngest;
  app: TestApp;
  runner: Runner;
  settings: Settings;
  /** Sends one event and waits until all runs it started have ended. */
  send: (event: { name: string; data?: Record<string, unknown>; id?: string }) => Promise<RunView[]>;
  listRuns: (eventId: string) => Promise<RunView[]>;
  request: (path: string, init?: RequestInit) => Promise<Response>;
  close: () => Promise<void>;
};

/** A runner inside this process and an app beside it; `unsynced` does not wait until they know each other. */
export async function startTestRig(
  build: (client: Inngest) => FunctionList,
  options: { signed?: boolean; unsynced?: boolean; settings?: Partial<Settings>; log?: RunnerLog } = {},
): Promise<TestRig> {
  const app = await startTestApp();
  const settings: Settings = {
    dataDir: createTempDir(),
    port: 0,
    appUrl: app.url,
    eventKey: options.signed ? TEST_KEYS.eventKey : undefined,
    signingKey: options.signed ? TEST_KEYS.signingKey : undefined,
    retryBaseMs: 20,
    retentionMs: 86_400_000,
    ...options.settings,
  };
  const runner = await startRunner(settings, options.log ?? silentLog);
  const client = createTestClient(runner.url, options);
  app.serve(client, build(client));
  const hash = options.signed ? hashSigningKey(TEST_KEYS.signingKey) : '';
  const request = (route: string, init: RequestInit = {}) =>
    fetch(runner.url + route, { ...init, headers: { authorization: `Bearer ${hash}`, ...init.headers } });
  if (!options.unsynced) {
    await until(async () => ((await (await request('/health')).json()) as { ready: boolean }).ready);
  }
  const listRuns = async (eventId: string) => {
    const answer = await request(`/v1/events/${eventId}/runs`);
    return ((await answer.json()) as { data: RunView[] }).data;
  };
  return {
    client,
    app,
    runner,
    settings,
    listRuns,
    request,
    async send(event) {
      const { ids } = await client.send(event);
      return until(async () => {
        const runs = await listRuns(ids[0] as string);
        return runs.length > 0 && runs.every((run) => run.status !== 'Running') && runs;
      });
    },
    async close() {
      await runner.close();
      await app.down();
      rmSync(settings.dataDir, { recursive: true, force: true });
    },
  };
}
