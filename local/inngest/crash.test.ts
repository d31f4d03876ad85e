import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, beforeAll, expect, it } from 'vitest';
import { createRandom } from './random-programs.ts';
import {
  createTempDir,
  createTestClient,
  freePort,
  numberOf,
  type RunView,
  startTestApp,
  type TestApp,
  until,
} from './runner-test-kit.ts';

/** The runner as a real process that is killed in the middle of its work. */
const KILLS = 12;
const ROUNDS = 5;
const dataDir = createTempDir();
const executions: string[] = [];
let app: TestApp;
let url: string;
let child: ChildProcess | undefined;

const pause = (durationMs: number) => new Promise((resolve) => setTimeout(resolve, durationMs));

async function startProcess(): Promise<void> {
  const started = spawn(process.execPath, ['local/inngest/main.ts'], {
    env: {
      ...process.env,
      STORYLOOM_DATA_DIR: dataDir,
      INNGEST_PORT: new URL(url).port,
      INNGEST_APP_URL: app.url,
      INNGEST_RETRY_BASE_MS: '20',
    },
    stdio: ['ignore', 'ignore', 'inherit', 'ipc'],
  });
  child = started;
  await new Promise<void>((resolve, reject) => {
    started.once('message', () => resolve());
    started.once('exit', (code) => reject(new Error(`the runner ended with ${code}`)));
  });
}

async function killProcess(): Promise<void> {
  const gone = new Promise((resolve) => child?.once('exit', resolve));
  child?.kill('SIGKILL');
  await gone;
}

/** The finished steps as a dead runner left them; read from a copy, so that the next start does its own recovery. */
function readFinishedSteps(): string[] {
  const copy = createTempDir();
  cpSync(path.join(dataDir, 'inngest'), copy, { recursive: true });
  const database = new DatabaseSync(path.join(copy, 'runner.sqlite'));
  const rows = database
    .prepare(`select run_id || '/' || name as step from step where done = 1 and op = 'StepRun'`)
    .all();
  database.close();
  rmSync(copy, { recursive: true });
  return rows.map((row) => String(row.step));
}

const countOf = (step: string) => executions.filter((entry) => entry === step).length;

beforeAll(async () => {
  app = await startTestApp();
  url = `http://127.0.0.1:${await freePort()}`;
  await startProcess();
}, 60_000);
afterAll(async () => {
  await killProcess();
  await app.down();
  rmSync(dataDir, { recursive: true, force: true });
});

it(`finishes every run through ${KILLS} × kill -9 and never runs a finished step again`, async () => {
  const client = createTestClient(url);
  const note = async (run: string, name: string, durationMs: number) => {
    executions.push(`${run}/${name}`);
    await pause(durationMs);
  };
  const double = client.createFunction(
    { id: 'double', triggers: [{ event: 'test/double' }], retries: 0 },
    async ({ event, step, runId }) =>
      step.run('double', async () => {
        await note(runId, 'double', 30);
        return numberOf(event) * 2;
      }),
  );
  const mixed = client.createFunction(
    { id: 'mixed', triggers: [{ event: 'test/mixed' }], retries: 0 },
    async ({ step, runId }) => {
      let total = 0;
      for (let round = 0; round < ROUNDS; round += 1) {
        await step.run(`alone-${round}`, () => note(runId, `alone-${round}`, 40));
        const parts = await Promise.all([
          ...[1, 2].map((i) =>
            step.run(`part-${round}-${i}`, async () => {
              await note(runId, `part-${round}-${i}`, 30 * i);
              return i;
            }),
          ),
          step.invoke(`double-${round}`, { function: double, data: { n: round } }),
        ]);
        total += parts.reduce((sum: number, part) => sum + Number(part), 0);
        if (round === 2) await step.sleep('nap', '1s');
      }
      return total;
    },
  );
  app.serve(client, [double, mixed]);

  const random = createRandom(7);
  const eventIds: string[] = [];
  // Whoever gets no answer sends the event again; its id keeps it one event.
  const send = async () => {
    const event = { id: `story-${eventIds.length}`, name: 'test/mixed', data: {} };
    const index = eventIds.push('') - 1;
    while (eventIds[index] === '') {
      const sent = await client.send(event).catch(() => undefined);
      eventIds[index] = sent?.ids[0] ?? '';
    }
  };
  const finished = new Map<string, number>();
  for (let kill = 0; kill < KILLS; kill += 1) {
    await send();
    await pause(150 + random() * 900);
    await killProcess();
    for (const step of readFinishedSteps()) {
      if (!finished.has(step)) finished.set(step, countOf(step));
    }
    // Begun while nobody listens.
    const sending = send();
    await startProcess();
    await sending;
  }
  expect(finished.size).toBeGreaterThan(KILLS);

  for (const eventId of eventIds) {
    const run = await until(async () => {
      const answer = await fetch(`${url}/v1/events/${eventId}/runs`);
      const { data } = (await answer.json()) as { data: RunView[] };
      return data[0] && data[0].status !== 'Running' && data[0];
    }, 60_000);
    expect(run).toMatchObject({ status: 'Completed', output: ROUNDS * 3 + 20 });
  }
  for (const [step, count] of finished) expect([step, countOf(step)]).toEqual([step, count]);
  const health = await (await fetch(`${url}/health`)).json();
  expect(health).toMatchObject({ waits: 0, held_events: 0 });
}, 180_000);

it('ends by itself on SIGTERM and when its parent goes away, leaving nothing locked', async () => {
  const ended = () => new Promise<number | null>((resolve) => child?.once('exit', resolve));
  let exit = ended();
  child?.kill('SIGTERM');
  expect(await exit).toBe(0);
  await startProcess();
  exit = ended();
  child?.disconnect();
  expect(await exit).toBe(0);
  expect(existsSync(path.join(dataDir, 'inngest', 'runner.sqlite-wal'))).toBe(false);
  await startProcess();
});

it('refuses to share its file or its port with a second runner', async () => {
  const run = (port: string) =>
    new Promise<{ code: number | null; output: string }>((resolve) => {
      const second = spawn(process.execPath, ['local/inngest/main.ts'], {
        env: {
          ...process.env,
          STORYLOOM_DATA_DIR: port === '0' ? dataDir : createTempDir(),
          INNGEST_PORT: port,
        },
        stdio: ['ignore', 'pipe', 'inherit'],
      });
      let output = '';
      second.stdout.on('data', (chunk) => {
        output += chunk;
      });
      second.once('exit', (code) => resolve({ code, output }));
    });
  expect(await run('0')).toMatchObject({
    code: 1,
    output: expect.stringContaining('Another Inngest runner uses'),
  });
  expect(await run(new URL(url).port)).toMatchObject({
    code: 1,
    output: expect.stringContaining('is in use'),
  });
});
