import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { parseArgs } from 'node:util';
import { streamedChat } from '../../tests/providers/openai-chat.ts';
import { startOpenAIServer } from '../../tests/providers/openai-server.ts';
import { type Piece, pageMessage, readPieces, waitForAnswer } from '../../tests/support/chat-client.ts';
import { type Client, createGuest } from '../../tests/support/client.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';
import { describeLoad, percentiles, printFigure, startClocks, withBenchApp } from './bench-app.ts';

/**
 * `npm run bench:chat`: how soon the first words of an answer come after the POST, on an installation of its own, one turn
 * after the other. First with the built-in interviewer; then with a local server in the place of a model that answers at
 * once, so that what remains is our own time. Measured by the client, who shares the machine.
 */
const { values } = parseArgs({
  options: {
    turns: { type: 'string', default: '50' },
    /** Turns that are not counted: the first load what the others use. */
    warmup: { type: 'string', default: '3' },
  },
});
const TURNS = Number(values.turns);
const WARMUP = Number(values.warmup);
const TURNS_PER_SESSION = 10;
const PARTS = [0.5, 0.95, 1];
const SENTENCES = [
  'A story about Nova, a small red dragon who is afraid of the dark.',
  'She lives in an old lighthouse by the sea with her grandmother Rosa.',
  'One night the light goes out and Nova has to climb up alone.',
  'On the stairs she meets a firefly called Blink who helps her.',
  'It should be gentle, for children of six.',
  'In the end she is brave, and everybody dances on the beach.',
  'Her best friend is Otto, a shy octopus who collects shells.',
  'They find an old map in a bottle.',
  'The wind carries them to a small island.',
  'Make it six pages, please.',
];

/** Milliseconds from the POST. */
type Turn = { firstWordsMs: number; wholeMs: number; savedMs: number; parts: Map<string, number> };

console.log(describeLoad());
await withBenchApp((app) => measure(app, 'built-in interviewer', '≤ 150 ms p95'));

const provider = await startOpenAIServer();
provider.answerOthers(() =>
  streamedChat('What a lovely idea. I can see her already, high up by the lamp. Who is her best friend?'),
);
try {
  await withBenchApp((app) => measure(app, 'a model that answers at once', '≤ 60 ms p95'), {
    OPENAI_API_KEY: 'sk-bench',
    OPENAI_BASE_URL: provider.baseUrl,
    CHAT_MODEL: 'openai/gpt-bench',
  });
} finally {
  await provider.close();
}

async function measure(app: RunningApp, name: string, goal: string): Promise<void> {
  const client = await createGuest(app.url);
  await converse(client, WARMUP);
  const clocks = await startClocks(app);
  const turns = await converse(client, TURNS);
  const shares = await clocks.read();
  console.log(`\n${name}, ${turns.length} turns, p50 / p95 / max`);
  const of = (read: (turn: Turn) => number) => percentiles(turns.map(read), PARTS);
  printFigure(
    'POST → first text-delta',
    of(({ firstWordsMs }) => firstWordsMs),
    goal,
  );
  for (const part of turns[0]?.parts.keys() ?? []) {
    printFigure(
      `    ${part}`,
      of(({ parts }) => parts.get(part) ?? Number.NaN),
    );
  }
  printFigure(
    'POST → end of the stream, dossier and title included',
    of(({ wholeMs }) => wholeMs),
  );
  printFigure(
    'POST → the answer is saved',
    of(({ savedMs }) => savedMs),
  );
  for (const { part, share } of shares) printFigure(`processor time, ${part}`, share);
  console.log(describeLoad());
}

async function converse(client: Client, count: number): Promise<Turn[]> {
  const turns: Turn[] = [];
  let sessionId = randomUUID();
  for (let index = 0; index < count; index += 1) {
    if (index % TURNS_PER_SESSION === 0) sessionId = randomUUID();
    turns.push(await sayOne(client, sessionId, SENTENCES[index % SENTENCES.length] ?? ''));
    // A person reads, and the limit of 60 turns a minute is not what is measured here.
    await sleep(1_100);
  }
  return turns;
}

async function sayOne(client: Client, sessionId: string, text: string): Promise<Turn> {
  const startedMs = performance.now();
  const response = await client.post('/api/chat', pageMessage(sessionId, randomUUID(), text));
  const headersMs = performance.now() - startedMs;
  const pieces: Piece[] = [];
  for await (const piece of readPieces(response)) pieces.push({ ...piece, atMs: piece.atMs - startedMs });
  const wholeMs = performance.now() - startedMs;
  await waitForAnswer(client, sessionId);
  const savedMs = performance.now() - startedMs;
  const timeOf = (type: string) => pieces.find((piece) => piece.type === type)?.atMs ?? Number.NaN;
  const firstWordsMs = timeOf('text-delta');
  const timed = readServerTiming(response.headers.get('server-timing') ?? '');
  const inRoute = [...timed.values()].reduce((sum, ms) => sum + ms, 0);
  const parts = new Map([...timed].map(([part, ms]) => [`route: ${part}`, ms]));
  parts.set('the way there and back, and Next', headersMs - inRoute);
  parts.set('model: until it begins to speak', timeOf('text-start') - headersMs);
  parts.set('guard: until the first sentence may leave', firstWordsMs - timeOf('text-start'));
  return { firstWordsMs, wholeMs, savedMs, parts };
}

/** `auth;dur=1.2, limit;dur=3.4` */
function readServerTiming(header: string): Map<string, number> {
  const entries = header.matchAll(/([\w-]+);dur=([\d.]+)/g);
  return new Map([...entries].map(([, part = '', ms]) => [part, Number(ms)]));
}
