import { type ChildProcess, fork } from 'node:child_process';
import { once } from 'node:events';
import { mkdtempSync, readFileSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { createClient, type SupabaseClient } from '@supabase/supabase-js';
import type { Database } from '../../lib/supabase/database.types.ts';
import { findFreePorts } from './free-ports.ts';

const ROOT = path.resolve(import.meta.dirname, '../..');

/** What `secrets.json` in the data folder holds for us. */
type Keys = { publishableKey: string; secretKey: string; postgresPassword: string };

export type Client = SupabaseClient<Database>;

/** A local Supabase of its own: a process, free ports, an empty data folder. */
export type TestSupabase = {
  url: string;
  dataDir: string;
  postgresPort: number;
  secrets: Keys;
  /** Postgres itself, as its superuser. */
  databaseUrl: string;
  /** Milliseconds the last start took until it answered. */
  startMs: number;
  /** Everything it printed. */
  output: () => string;
  pid: () => number;
  postgresPid: () => number;
  admin: Client;
  /** A client nobody is signed in on. */
  createVisitor: () => Client;
  createGuest: () => Promise<{ client: Client; id: string }>;
  start: () => Promise<void>;
  /** Ends the process with a signal and waits until it is gone. */
  end: (signal: NodeJS.Signals) => Promise<void>;
  /** Ends everything and deletes the data. */
  remove: () => Promise<void>;
};

export async function startTestSupabase(): Promise<TestSupabase> {
  const [port = 0, postgresPort = 0] = await findFreePorts(2);
  const dataDir = mkdtempSync(path.join(tmpdir(), 'storyloom-supabase-'));
  const url = `http://127.0.0.1:${port}`;
  let child: ChildProcess | undefined;
  let output = '';

  const test: TestSupabase = {
    url,
    dataDir,
    postgresPort,
    get secrets() {
      return JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8')) as Keys;
    },
    get databaseUrl() {
      return `postgres://postgres:${test.secrets.postgresPassword}@127.0.0.1:${postgresPort}/postgres`;
    },
    startMs: 0,
    output: () => output,
    pid: () => child?.pid ?? 0,
    postgresPid: () =>
      Number.parseInt(readFileSync(path.join(dataDir, 'postgres/data/postmaster.pid'), 'utf8'), 10),
    get admin() {
      return connect(url, test.secrets.secretKey);
    },
    createVisitor: () => connect(url, test.secrets.publishableKey),
    async createGuest() {
      const client = test.createVisitor();
      const { data, error } = await client.auth.signInAnonymously();
      if (error || !data.user) throw error ?? new Error('no guest was made');
      return { client, id: data.user.id };
    },
    async start() {
      const startedAt = performance.now();
      const started = fork(path.join(ROOT, 'local/supabase/main.ts'), {
        env: {
          ...process.env,
          STORYLOOM_DATA_DIR: dataDir,
          SUPABASE_PORT: String(port),
          POSTGRES_PORT: String(postgresPort),
          SITE_URL: 'http://localhost:3999',
        },
        execArgv: [],
        stdio: ['ignore', 'pipe', 'pipe', 'ipc'],
      });
      child = started;
      const keep = (chunk: Buffer) => {
        output += chunk;
      };
      started.stdout?.on('data', keep);
      started.stderr?.on('data', keep);
      const isReady = await Promise.race([
        once(started, 'message').then(() => true),
        once(started, 'exit').then(() => false),
      ]);
      if (!isReady) throw new Error(`The local Supabase did not start:\n${output}`);
      test.startMs = performance.now() - startedAt;
    },
    async end(signal) {
      if (!child || child.exitCode !== null || child.signalCode !== null) return;
      const exited = once(child, 'exit');
      child.kill(signal);
      await exited;
    },
    async remove() {
      if (child?.exitCode !== null || child.signalCode !== null) await test.start();
      await test.end('SIGTERM');
      await rm(dataDir, { recursive: true, force: true });
    },
  };
  await test.start();
  return test;
}

function connect(url: string, key: string): Client {
  return createClient<Database>(url, key, {
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}

/** The data of an answer that must not be an error. */
export function expectData<Answer extends { data: unknown; error: unknown }>(
  answer: Answer,
): NonNullable<Extract<Answer, { error: null }>['data']> {
  if (answer.error) throw answer.error;
  if (answer.data === null || answer.data === undefined) throw new Error('The answer has no data.');
  return answer.data as NonNullable<Extract<Answer, { error: null }>['data']>;
}

/** Asks again and again until `question` answers something, at most for `patienceMs`. */
export async function eventually<Answer>(
  question: () => Promise<Answer | undefined>,
  patienceMs: number,
): Promise<Answer> {
  const deadline = performance.now() + patienceMs;
  for (;;) {
    const answer = await question();
    if (answer !== undefined) return answer;
    if (performance.now() > deadline) throw new Error(`No answer within ${patienceMs} ms.`);
    await sleep(25);
  }
}
