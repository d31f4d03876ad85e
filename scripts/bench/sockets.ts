import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { createGuest } from '../../tests/support/client.ts';
import { openSocket, type SocketClient, socketUrl } from '../../tests/support/socket-client.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';
import { describeLoad, percentiles, printFigure, startClocks, withBenchApp } from './bench-app.ts';
import { measureTreeMegabytes } from './memory.ts';

/**
 * `npm run bench:sockets`: many clients held and chatting with the built-in interviewer, on an installation of its own.
 * Every client says its next sentence some seconds after the last answer. The clients share the machine with everything.
 */
const { values } = parseArgs({
  options: {
    clients: { type: 'string', default: '200' },
    users: { type: 'string', default: '50' },
    messages: { type: 'string', default: '4' },
    /** Seconds between an answer and the next message, on average; half to one and a half times that. */
    think: { type: 'string', default: '10' },
  },
});
const [CLIENTS, USERS, MESSAGES, THINK_MS] = [
  Number(values.clients),
  Number(values.users),
  Number(values.messages),
  Number(values.think) * 1000,
];
const LOST_MS = 60_000;
const CONNECT_ATTEMPTS = 5;
const SENTENCES = [
  'A story about Nova, a small red dragon who is afraid of the dark.',
  'She lives in an old lighthouse by the sea with her grandmother Rosa.',
  'One night the light goes out and Nova has to climb up alone.',
  'On the stairs she meets a firefly called Blink who helps her.',
  'In the end she is brave, and everybody dances on the beach.',
];
type Turn = { index: number; firstMs: number; wholeMs: number };
const turns: Turn[] = [];
let sent = 0;
let refused = 0;
const failures = new Map<string, number>();

console.log(describeLoad());
await withBenchApp(measure);

async function measure(app: RunningApp): Promise<void> {
  const guests = await Promise.all(Array.from({ length: USERS }, () => createGuest(app.url)));
  const webPid = await app.pidOf('web');
  const idleMegabytes = await measureWebProcess(webPid);
  // The first turn loads what the others use.
  await chat(0, 1, 0);
  turns.length = 0;
  sent = 0;
  let peakMegabytes = 0;
  let isOver = false;
  const watching = (async () => {
    while (!isOver) {
      peakMegabytes = Math.max(peakMegabytes, await measureWebProcess(webPid));
      await sleep(1_000);
    }
  })();
  const clocks = await startClocks(app);
  const startedMs = performance.now();
  await Promise.all(Array.from({ length: CLIENTS }, (_, index) => chat(index, MESSAGES, THINK_MS)));
  const seconds = (performance.now() - startedMs) / 1000;
  const loadAtEnd = describeLoad();
  const shares = await clocks.read();
  isOver = true;
  await watching;

  printFigure('clients / users', `${CLIENTS} / ${USERS}`);
  printFigure('messages a second', (sent / seconds).toFixed(1));
  printFigure(
    'sent / answered / lost',
    `${sent} / ${turns.length} / ${sent - turns.length - refused}`,
    'nothing lost',
  );
  printFigure('refused', `${refused}`, '0');
  for (const [what, count] of failures) printFigure(`    ${what}`, String(count));
  printFigure(
    'user_message → first assistant_delta, p50 p95 p99',
    percentiles(turns.map((turn) => turn.firstMs)),
  );
  printFigure(
    'user_message → assistant_message, p50 p95 p99',
    percentiles(turns.map((turn) => turn.wholeMs)),
    'p95 ≤ 1000 ms',
  );
  for (let index = 0; index < MESSAGES; index += 1) {
    const whole = turns.filter((turn) => turn.index === index).map((turn) => turn.wholeMs);
    printFigure(`    message ${index + 1} of each client`, percentiles(whole));
  }
  printFigure('web process, idle → peak', `${idleMegabytes.toFixed(0)} MB → ${peakMegabytes.toFixed(0)} MB`);
  for (const { part, share } of shares) printFigure(`processor time, ${part}`, share);
  printFigure('at the end', loadAtEnd);

  async function chat(index: number, messages: number, thinkMs: number): Promise<void> {
    const guest = guests[index % guests.length];
    if (!guest) throw new Error('no users');
    const pause = () => sleep(thinkMs * (0.5 + Math.random()));
    // Nobody comes at the same moment as everybody else.
    await pause();
    const client = await connect(app, guest.token);
    try {
      for (let turn = 0; turn < messages; turn += 1) {
        await sayOne(client, turn);
        await pause();
      }
    } finally {
      client.close();
    }
  }
}

/** A server that is busy says so (503); its clients come back, as docs/websocket.md asks them to. */
async function connect(app: RunningApp, token: string): Promise<SocketClient> {
  for (let attempt = 1; ; attempt += 1) {
    try {
      return await openSocket(socketUrl(app.url, '/api/conversation/me?session_id=new'), {
        headers: { authorization: `Bearer ${token}` },
      });
    } catch (error) {
      if (attempt === CONNECT_ATTEMPTS) throw error;
      count('handshake refused, tried again');
      await sleep(1_000 * attempt);
    }
  }
}

async function sayOne(client: SocketClient, index: number): Promise<void> {
  const content = SENTENCES[index % SENTENCES.length];
  const startedMs = performance.now();
  let firstMs = Number.NaN;
  sent += 1;
  client.send({ type: 'user_message', content });
  try {
    const last = await client.next((frame) => {
      if (frame.type === 'assistant_delta' && Number.isNaN(firstMs)) firstMs = performance.now() - startedMs;
      return frame.type === 'assistant_message' || frame.type === 'error';
    }, LOST_MS);
    if (last.type === 'error' || last.status !== 'complete') {
      refused += 1;
      count(String(last.code ?? last.status));
      return;
    }
    turns.push({ index, firstMs, wholeMs: performance.now() - startedMs });
  } catch {
    // Counted as lost: sent, and neither answered nor refused.
    count('no answer');
  }
}

function count(what: string): void {
  failures.set(what, (failures.get(what) ?? 0) + 1);
}

async function measureWebProcess(pid: number): Promise<number> {
  return (await measureTreeMegabytes([pid])).total;
}
