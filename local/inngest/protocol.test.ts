import http from 'node:http';
import type { AddressInfo } from 'node:net';
import { afterEach, expect, it } from 'vitest';
import { type Runner, startRunner } from './runner.ts';
import { createTempDir, type RunView, silentLog, TEST_KEYS, until } from './runner-test-kit.ts';
import { hashSigningKey, signBody } from './signature.ts';

/** Here the app is not the SDK but a few lines that answer whatever a test wants. */
type Call = {
  stepId: string;
  signature: string | undefined;
  body: { ctx: { qi_id: string; request_id: string; run_id: string }; steps: unknown };
  raw: string;
};
type Answer = { status: number; body: unknown; headers?: Record<string, string> };

let close: (() => Promise<void>) | undefined;
afterEach(() => close?.());

async function startFakeApp(answer: (call: Call) => Answer | Promise<Answer>, signed = false) {
  let runner: Runner | undefined;
  const server = http.createServer(async (request, response) => {
    let raw = '';
    for await (const chunk of request) raw += chunk;
    const url = new URL(request.url ?? '/', 'http://x');
    const signature = request.headers['x-inngest-signature']?.toString();
    response.setHeader('x-inngest-sdk', 'js:v4.24.0');
    if (request.method === 'PUT') {
      // A runner that is closing no longer listens.
      const registered = await send('/fn/register', {
        appName: 'fake',
        sdk: 'js:v4.24.0',
        functions: [
          {
            id: 'fake-fn',
            triggers: [{ event: 'test/fake' }],
            steps: {
              step: {
                id: 'step',
                name: 'step',
                runtime: { type: 'http', url: 'http://x/?fnId=fake-fn&stepId=step' },
                retries: { attempts: 1 },
              },
            },
          },
        ],
      }).catch(() => undefined);
      response.writeHead(registered?.status ?? 503).end('{}');
      return;
    }
    const reply = await answer({
      stepId: url.searchParams.get('stepId') ?? '',
      signature,
      body: JSON.parse(raw),
      raw,
    });
    response.writeHead(reply.status, reply.headers).end(JSON.stringify(reply.body));
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const send = (path: string, body: unknown, headers: Record<string, string> = {}) =>
    fetch(`${runner?.url}${path}`, {
      method: body === undefined ? 'GET' : 'POST',
      headers: { authorization: `Bearer ${hashSigningKey(TEST_KEYS.signingKey)}`, ...headers },
      ...(body === undefined ? {} : { body: JSON.stringify(body) }),
    });
  runner = await startRunner(
    {
      dataDir: createTempDir(),
      port: 0,
      appUrl: `http://127.0.0.1:${(server.address() as AddressInfo).port}/api/inngest`,
      eventKey: signed ? TEST_KEYS.eventKey : undefined,
      signingKey: signed ? TEST_KEYS.signingKey : undefined,
      retryBaseMs: 10,
      retentionMs: 86_400_000,
    },
    silentLog,
  );
  close = async () => {
    await runner?.close();
    server.closeAllConnections();
    server.close();
  };
  const runOf = async (): Promise<RunView> => {
    const { ids } = (await (await send(`/e/${TEST_KEYS.eventKey}`, { name: 'test/fake' })).json()) as {
      ids: string[];
    };
    return until(async () => {
      const { data } = (await (await send(`/v1/events/${ids[0]}/runs`, undefined)).json()) as {
        data: RunView[];
      };
      return data[0] && data[0].status !== 'Running' && data[0];
    });
  };
  return { url: runner.url, send, runOf };
}

const operations = (...body: unknown[]): Answer => ({ status: 206, body });

it.each([
  ['an operation it does not know', { op: 'AIGateway', id: 'a' }, 'does not know the operation "AIGateway"'],
  ['a race', { op: 'StepPlanned', id: 'a', opts: { parallelMode: 'race' } }, 'race'],
  ['a malformed operation', { op: 'WaitForEvent', id: 'a', name: 'x', opts: {} }, 'malformed operation'],
  ['a sleep without a time', { op: 'Sleep', id: 'a', name: 'soon' }, 'neither a duration nor a time'],
  [
    'a condition it can not read',
    { op: 'WaitForEvent', id: 'a', name: 'x', opts: { timeout: '1h', if: 'event..' } },
    'not a CEL expression',
  ],
  ['something that is no operation', 'hello', 'not a list of operations'],
])('fails the run with a clear error when the app answers %s', async (_case, operation, message) => {
  const { runOf } = await startFakeApp(() => operations(operation));
  expect(await runOf()).toMatchObject({
    status: 'Failed',
    output: { message: expect.stringContaining(message) },
  });
});

it('fails the run when an answer does not move it, instead of calling for ever', async () => {
  let calls = 0;
  const { runOf } = await startFakeApp(() => {
    calls += 1;
    return operations();
  });
  expect(await runOf()).toMatchObject({
    status: 'Failed',
    output: { message: expect.stringContaining('did not move') },
  });
  expect(calls).toBe(2);
});

it('refuses a step result over 4 MB in an answer and in a checkpoint', async () => {
  const big = 'x'.repeat(4 * 1024 * 1024);
  const inAnswer = await startFakeApp(() =>
    operations({ op: 'StepRun', id: 'a', displayName: 'huge', data: big }),
  );
  expect(await inAnswer.runOf()).toMatchObject({
    status: 'Failed',
    output: { name: 'StepTooLarge', message: expect.stringContaining('"huge"') },
  });
  await close?.();
  let checkpointStatus = 0;
  const inCheckpoint = await startFakeApp(async ({ body: { ctx } }) => {
    const steps = [{ op: 'StepRun', id: 'a', data: big }];
    const checkpoint = { run_id: ctx.run_id, qi_id: ctx.qi_id, request_id: ctx.request_id, steps };
    checkpointStatus = (await inCheckpoint.send(`/v1/checkpoint/${ctx.run_id}/async`, checkpoint)).status;
    return { status: 400, body: { name: 'StaleDispatchError', message: 'stale' } };
  });
  expect(await inCheckpoint.runOf()).toMatchObject({ status: 'Failed', output: { name: 'StepTooLarge' } });
  expect(checkpointStatus).toBe(409);
});

it('answers 409 to a checkpoint of an invocation that is not the current one', async () => {
  const statuses: number[] = [];
  const app = await startFakeApp(async ({ body: { ctx } }) => {
    const checkpoint = (requestId: string) =>
      app.send(`/v1/checkpoint/${ctx.run_id}/async`, {
        run_id: ctx.run_id,
        qi_id: ctx.qi_id,
        request_id: requestId,
        steps: [{ op: 'StepRun', id: 'a', data: 1 }],
      });
    statuses.push((await checkpoint('an-older-request')).status, (await checkpoint(ctx.request_id)).status);
    return { status: 200, body: 'done' };
  });
  expect((await app.runOf()).status).toBe('Completed');
  expect(statuses).toEqual([409, 200]);
});

it('keeps the first result of a step that is reported twice, and plans no step twice', async () => {
  const stepsSeen: unknown[] = [];
  const planned: string[] = [];
  const app = await startFakeApp(async ({ stepId, body: { ctx, steps } }) => {
    if (stepId === 'b') {
      planned.push(stepId);
      return operations({ op: 'StepRun', id: 'b', data: 'b' });
    }
    stepsSeen.push(steps);
    if (stepsSeen.length === 2) return { status: 200, body: 'done' };
    for (const data of ['first', 'second']) {
      const report = [{ op: 'StepRun', id: 'a', data }];
      await app.send(`/v1/checkpoint/${ctx.run_id}/async`, { ...ctx, steps: report });
    }
    return operations({ op: 'StepPlanned', id: 'b' }, { op: 'StepPlanned', id: 'b' });
  });
  expect((await app.runOf()).output).toBe('done');
  expect(stepsSeen).toEqual([{}, { a: { data: 'first' }, b: { data: 'b' } }]);
  expect(planned).toEqual(['b']);
});

it('gives the same ids to events sent twice with the same seed, and starts their runs once', async () => {
  let calls = 0;
  const { send } = await startFakeApp(() => {
    calls += 1;
    return { status: 200, body: null };
  });
  const seed = { 'x-inngest-event-id-seed': `1700000000000,${Buffer.from('0123456789').toString('base64')}` };
  const events = [{ name: 'test/fake' }, { name: 'test/fake' }];
  const sendTwice = [await send('/e/key', events, seed), await send('/e/key', events, seed)];
  const [first, second] = (await Promise.all(sendTwice.map((answer) => answer.json()))) as {
    ids: string[];
  }[];
  expect(first).toEqual(second);
  expect(new Set(first?.ids).size).toBe(2);
  expect(first?.ids[0]).toMatch(/^01HF7YAT00/);
  await until(() => calls === 2);
  await new Promise((resolve) => setTimeout(resolve, 100));
  expect(calls).toBe(2);
});

it('refuses what is not an event and takes none of a request with one bad event', async () => {
  const { send } = await startFakeApp(() => ({ status: 200, body: null }));
  for (const body of [{}, [{ name: 'ok' }, { name: '' }], { name: 'inngest/function.failed' }, 'text']) {
    expect((await send('/e/key', body)).status).toBe(400);
  }
  const health = (await (await send('/health', undefined)).json()) as { held_events: number };
  expect(health.held_events).toBe(0);
});

it('serves only this machine: a foreign Host or Origin is refused', async () => {
  const { url } = await startFakeApp(() => ({ status: 200, body: null }));
  const statusWith = (headers: Record<string, string>) =>
    new Promise<number | undefined>((resolve, reject) => {
      http
        .get(`${url}/health`, { headers }, (response) => resolve(response.resume().statusCode))
        .on('error', reject);
    });
  expect(await statusWith({})).toBe(200);
  expect(await statusWith({ origin: 'http://localhost:3000' })).toBe(200);
  expect(await statusWith({ host: 'evil.example' })).toBe(403);
  expect(await statusWith({ origin: 'https://evil.example' })).toBe(403);
});

it('in signed mode signs its calls and turns away callers without the keys', async () => {
  const calls: Call[] = [];
  const { send, runOf } = await startFakeApp((call) => {
    calls.push(call);
    return { status: 200, body: 'signed' };
  }, true);
  expect(await runOf()).toMatchObject({ output: 'signed' });
  const { signature, raw } = calls[0] as Call;
  const seconds = Number(new URLSearchParams(signature).get('t'));
  expect(signature).toBe(signBody(JSON.parse(raw), TEST_KEYS.signingKey, seconds));
  const wrong = { authorization: 'Bearer signkey-test-00' };
  expect((await send('/e/wrong-key', { name: 'test/fake' })).status).toBe(401);
  expect((await send('/fn/register', {}, wrong)).status).toBe(401);
  expect((await send('/v1/checkpoint/x/async', {}, wrong)).status).toBe(401);
  expect((await send('/v1/runs/x', undefined, wrong)).status).toBe(401);
  expect((await send('/health', undefined, wrong)).status).toBe(200);
});
