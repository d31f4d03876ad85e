import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import postgres from 'postgres';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { streamedChat } from '../providers/openai-chat.ts';
import { type OpenAIServer, startOpenAIServer } from '../providers/openai-server.ts';
import {
  followSession,
  listMessages,
  pageMessage,
  readPieces,
  readToEnd,
  waitForAnswer,
  wordsOf,
} from '../support/chat-client.ts';
import { type Client, createGuest } from '../support/client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** Conversations with a model that is slow, breaks off or refuses: over real HTTP, with the real SDK. */
let provider: OpenAIServer;
let app: RunningApp;
let client: Client;
beforeAll(async () => {
  provider = await startOpenAIServer();
  app = await startApp({
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: provider.baseUrl,
    CHAT_MODEL: 'openai/gpt-test',
  });
  client = await createGuest(app.url);
});
afterAll(async () => {
  await app.stop();
  await provider.close();
});

const SLOW_TEXT = Array.from({ length: 30 }, (_, index) => `This is sentence ${index + 1}. `).join('');
const slow = () => streamedChat(SLOW_TEXT, { wordMs: 40 });

/** Says something and reads until the first words. */
async function begin(sessionId = randomUUID()) {
  const leaving = new AbortController();
  const response = await client.request('/api/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(pageMessage(sessionId, randomUUID(), 'A fox called Mia lives in a wood')),
    signal: leaving.signal,
  });
  const pieces = readPieces(response);
  for (let piece = await pieces.next(); piece.value?.type !== 'text-delta'; piece = await pieces.next()) {
    if (piece.done) throw new Error('the answer ended without words');
  }
  return { sessionId, pieces, leave: () => leaving.abort() };
}

test('a page that comes back in mid-answer gets all of it from the beginning, then the rest', async () => {
  provider.answer(slow());
  const { sessionId, leave } = await begin();
  leave();
  const resumed = await readToEnd(await client.request(`/api/chat/${sessionId}/stream`));
  expect(resumed[0]?.type).toBe('start');
  expect(wordsOf(resumed)).toBe(SLOW_TEXT);
  expect(resumed.at(-1)).toMatchObject({ type: 'finish', messageMetadata: { status: 'complete' } });
});

test('an answer is saved though its reader has left', async () => {
  provider.answer(slow());
  const { sessionId, leave } = await begin();
  leave();
  const answer = await waitForAnswer(client, sessionId);
  expect(answer).toMatchObject({ status: 'complete', content: SLOW_TEXT, error: null });
});

test('an answer that is stopped keeps what came', async () => {
  provider.answer(slow());
  const { sessionId, pieces } = await begin();
  const stopped = (await (
    await client.request(`/api/sessions/${sessionId}/stop`, { method: 'POST' })
  ).json()) as { answer_id: string | null };
  const rest = await Array.fromAsync(pieces);
  expect(rest.at(-1)).toMatchObject({ type: 'finish', messageMetadata: { status: 'stopped' } });
  const answer = await waitForAnswer(client, sessionId);
  expect(answer).toMatchObject({ message_id: stopped.answer_id, status: 'stopped', error: null });
  expect(SLOW_TEXT.startsWith(answer.content)).toBe(true);
  expect(answer.content).not.toBe('');
  expect(answer.content.length).toBeLessThan(SLOW_TEXT.length);
});

test('a model that breaks off in mid-answer leaves what came, says so, and may be asked again', async () => {
  provider.answer(streamedChat(SLOW_TEXT, { wordMs: 5, breakOffAfterWords: 41 }));
  const sessionId = randomUUID();
  const message = pageMessage(sessionId, randomUUID(), 'A fox called Mia lives in a wood');
  const pieces = await readToEnd(await client.post('/api/chat', message));
  expect(pieces.find(({ type }) => type === 'error')?.errorText).toEqual(expect.any(String));
  expect(pieces.at(-1)).toMatchObject({ messageMetadata: { status: 'failed' } });
  const failed = await waitForAnswer(client, sessionId);
  expect(failed.status).toBe('failed');
  expect(failed.error?.code).toBe('provider_failed');
  expect(failed.content).toContain('This is sentence 9.');
  expect(failed.content).toBe(wordsOf(pieces));
  provider.answer(streamedChat('Mia has a kind face. Where does she live?'));
  await readToEnd(await client.post('/api/chat', { id: sessionId, trigger: 'regenerate-message' }));
  const messages = await listMessages(client, sessionId);
  expect(messages.map(({ status }) => status)).toEqual(['complete', 'complete']);
  expect(messages[1]?.content).toBe('Mia has a kind face. Where does she live?');
});

test('a model that refuses fails the answer with a reason, without a second try', async () => {
  provider.requests.length = 0;
  provider.answer({ status: 401, body: '{"error":{"message":"no","code":"invalid_api_key"}}' });
  const sessionId = randomUUID();
  await readToEnd(await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'Hello there')));
  expect((await waitForAnswer(client, sessionId)).error?.code).toBe('provider_rejected');
  expect(provider.requests).toHaveLength(1);
});

test('a model proposes a story with its tool, and knows of it in the next turn', async () => {
  provider.requests.length = 0;
  const proposal = { title: 'Mia', pitch: 'A fox looks for the moon.' };
  provider.answer(streamedChat('', { calls: [{ name: 'proposeStory', input: proposal }] }));
  provider.answer(streamedChat(''));
  const sessionId = randomUUID();
  await readToEnd(await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'A fox called Mia')));
  const answer = await waitForAnswer(client, sessionId);
  expect(answer.parts).toContainEqual(
    expect.objectContaining({ type: 'tool-proposeStory', state: 'output-available', input: proposal }),
  );
  provider.answer(streamedChat('Gladly. '));
  await readToEnd(await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'Make it shorter')));
  expect(JSON.stringify(provider.requests.at(-1)?.body.messages)).toContain('A fox looks for the moon.');
});

test('two readers see the same within a second', async () => {
  provider.answer(streamedChat('Hello.'));
  const { sessionId, pieces } = await begin();
  await Array.fromAsync(pieces);
  const readers = await Promise.all([followSession(client, sessionId), followSession(client, sessionId)]);
  provider.answer(slow());
  const spoken = await begin(sessionId);
  const saidAtMs = performance.now();
  for (const reader of readers) {
    const first = await reader.until(({ type }) => type === 'chunks');
    expect((first as { atMs?: number }).atMs).toBeLessThan(saidAtMs + 1_000);
  }
  await Array.fromAsync(spoken.pieces);
  for (const reader of readers) {
    await reader.until(({ type }) => type === 'answer-ended', 1_000);
    await reader.stop();
    const told = reader.events.map((event) => (event.type === 'chunks' ? event.text : '')).join('');
    expect(told).toBe(SLOW_TEXT);
  }
  const [one, other] = readers.map(({ events }) => events.map(({ atMs: _, ...event }) => event));
  expect(one).toEqual(other);
});

test('while an answer is under way nothing else is said; a message sent again in other words removes what followed', async () => {
  provider.answer(slow());
  const { sessionId, pieces } = await begin();
  const busy = await client.post('/api/chat', pageMessage(sessionId, randomUUID(), 'And another thing'));
  expect(busy.status).toBe(409);
  await Array.fromAsync(pieces);
  const [question] = await listMessages(client, sessionId);
  provider.answer(streamedChat('An owl, then.'));
  const edited = pageMessage(sessionId, randomUUID(), 'An owl', { message_id: question?.message_id });
  await readToEnd(await client.post('/api/chat', edited));
  const contents = (await listMessages(client, sessionId)).map(({ content }) => content);
  expect(contents).toEqual(['An owl', 'An owl, then.']);
});

test('an answer whose process was killed is closed as failed with what came', async () => {
  provider.answer(slow());
  const { sessionId, pieces } = await begin();
  await sleep(400);
  process.kill(await app.pidOf('web'), 'SIGKILL');
  await Array.fromAsync(pieces).catch(() => undefined);
  const sql = await openDatabase();
  // Half a minute of silence, without waiting for it; the trigger would set the time to now.
  await sql`set session_replication_role = replica`;
  await sql`update public.chat_messages set updated_at = now() - interval '31 seconds' where session_id = ${sessionId}`;
  await sql.end();
  const answer = await waitForAnswer(client, sessionId, 60_000);
  expect(answer).toMatchObject({ status: 'failed', error: { code: 'internal' } });
  expect(answer.content).not.toBe('');
  expect(SLOW_TEXT.startsWith(answer.content)).toBe(true);
});

/** Postgres itself, as its superuser. */
async function openDatabase() {
  const read = (file: string) => readFile(path.join(app.dataDir, file), 'utf8');
  const { postgresPassword } = JSON.parse(await read('secrets.json')) as { postgresPassword: string };
  const port = (await read('postgres/data/postmaster.pid')).split('\n')[3];
  return postgres(`postgres://postgres:${postgresPassword}@127.0.0.1:${port}/postgres`, { max: 1 });
}
