import { randomUUID } from 'node:crypto';
import { beforeAll, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { createAccount } from '../../support/accounts.ts';
import { readToEnd } from '../../support/chat-client.ts';
import { type Client, createGuest } from '../../support/client.ts';

/** The calls of the Stories We Tell API, in the order of their document and without `/api`, as its clients make them. */
const { url } = inject('app');
const QUESTION = 'Tell me about John, a detective in 1940s Los Angeles';
let client: Client;
let sessionId: string;
let projectId: string;

beforeAll(async () => {
  client = await createGuest(url);
});

const read = async <Schema extends z.ZodType>(schema: Schema, response: Response) => {
  expect(response.ok, await response.clone().text()).toBe(true);
  return schema.parse(await response.json());
};
const send = (method: string, path: string, body: unknown) =>
  client.request(path, {
    method,
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
  });

test.each(['/docs', '/redoc', '/openapi.json'])('%s is there', async (path) => {
  expect((await fetch(new URL(path, url))).status).toBe(200);
});

test('POST /chat streams text, then metadata, then done', async () => {
  const response = await client.request('/chat', {
    method: 'POST',
    headers: { 'content-type': 'application/json', 'x-user-id': client.userId },
    body: JSON.stringify({ text: QUESTION, user_id: client.userId }),
  });
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const chunks = await readToEnd(response);
  expect(chunks.map(({ type }) => type).filter((type) => type !== 'text')).toEqual(['metadata', 'done']);
  // The answer is about what was asked.
  expect(chunks.map(({ content }) => content ?? '').join('')).toContain('John');
  const { metadata } = z
    .object({ metadata: z.object({ session_id: z.uuid(), project_id: z.uuid() }) })
    .parse(chunks.find(({ type }) => type === 'metadata'));
  ({ session_id: sessionId, project_id: projectId } = metadata);
});

test('POST /chat goes on in a session', async () => {
  const body = { text: 'His partner is called Sarah.', session_id: sessionId, project_id: projectId };
  const chunks = await readToEnd(await send('POST', '/chat', body));
  expect(chunks.find(({ type }) => type === 'metadata')).toMatchObject({
    metadata: { session_id: sessionId, project_id: projectId },
  });
});

const sessionSchema = z.object({
  session_id: z.uuid(),
  user_id: z.uuid(),
  project_id: z.uuid(),
  title: z.string().min(1),
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
  last_message_at: z.iso.datetime({ offset: true }),
  is_active: z.literal(true),
  message_count: z.int(),
});

test('GET /sessions lists one’s own', async () => {
  const sessions = await read(z.array(sessionSchema), await client.request('/sessions'));
  expect(sessions).toMatchObject([{ session_id: sessionId, user_id: client.userId, message_count: 4 }]);
});

test('GET /sessions/{session_id}/messages reads them by page', async () => {
  const message = z.object({
    message_id: z.uuid(),
    session_id: z.literal(sessionId),
    role: z.enum(['user', 'assistant']),
    content: z.string().min(1),
    created_at: z.iso.datetime({ offset: true }),
  });
  const path = `/sessions/${sessionId}/messages`;
  const messages = await read(z.array(message), await client.request(path));
  expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
  expect(messages[0]?.content).toBe(QUESTION);
  const page = await read(z.array(message), await client.request(`${path}?limit=1&offset=2`));
  expect(page.map(({ content }) => content)).toEqual(['His partner is called Sarah.']);
});

test('POST /users creates or updates a profile', async () => {
  const profile = {
    user_id: client.userId,
    email: 'user@example.com',
    display_name: 'John Doe',
    avatar_url: 'https://example.com/avatar.jpg',
  };
  const answer = await read(
    z.object({ user_id: z.uuid(), email: z.string(), display_name: z.string(), created_at: z.string() }),
    await send('POST', '/users', profile),
  );
  expect(answer).toMatchObject({
    user_id: client.userId,
    email: 'user@example.com',
    display_name: 'John Doe',
  });
});

const snapshotSchema = z.object({
  characters: z.array(
    z.object({
      name: z.string(),
      description: z.string(),
      relationships: z.array(z.string()),
      character_arc: z.string().nullable(),
    }),
  ),
  themes: z.array(z.string()),
  locations: z.array(z.string()),
  plot_points: z.array(z.string()),
});
const dossierSchema = z.object({
  project_id: z.uuid(),
  user_id: z.uuid(),
  snapshot_json: snapshotSchema,
  created_at: z.iso.datetime({ offset: true }),
  updated_at: z.iso.datetime({ offset: true }),
});

test('GET /dossier/{project_id} has what was told', async () => {
  const { snapshot_json } = await read(dossierSchema, await client.request(`/dossier/${projectId}`));
  expect(snapshot_json.characters[0]).toMatchObject({ name: 'John' });
  expect(snapshot_json.characters[0]?.description).toMatch(/detective/i);
  expect(snapshot_json.characters[1]).toMatchObject({ name: 'Sarah', relationships: ["John's partner"] });
  expect(snapshot_json.locations.join()).toContain('Los Angeles');
});

test('GET /dossier lists them', async () => {
  const summary = z.object({
    project_id: z.uuid(),
    title: z.string(),
    character_count: z.int(),
    theme_count: z.int(),
    updated_at: z.string(),
  });
  const list = await read(z.array(summary), await client.request('/dossier'));
  expect(list).toMatchObject([{ project_id: projectId, character_count: 2 }]);
});

test('POST, PUT and DELETE /dossier', async () => {
  const empty = { characters: [], themes: [], locations: [], plot_points: [] };
  const project_id = randomUUID();
  const made = await read(
    dossierSchema,
    await send('POST', '/dossier', { project_id, snapshot_json: empty }),
  );
  expect(made).toMatchObject({ project_id, snapshot_json: empty });
  const told = {
    characters: [
      {
        name: 'John',
        description: 'A hardboiled detective in 1940s LA',
        relationships: ['Partner with Sarah'],
        character_arc: 'Learns to trust again',
      },
    ],
    themes: ['Justice', 'Redemption', 'Trust'],
    locations: ['Los Angeles', 'Detective Office'],
    plot_points: ['John meets a mysterious client', 'discovers corruption'],
  };
  const path = `/dossier/${project_id}`;
  expect(await read(dossierSchema, await send('PUT', path, { snapshot_json: told }))).toMatchObject({
    snapshot_json: told,
  });
  expect((await client.request(path, { method: 'DELETE' })).status).toBe(200);
  expect((await client.request(path)).status).toBe(404);
});

test('POST /sessions/migrate brings an anonymous user’s conversations into an account', async () => {
  const account = (await createAccount(url)).client;
  const body = { temp_user_id: client.userId, permanent_user_id: account.userId };
  const migrate = (more: object) =>
    account.request('/sessions/migrate', {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ ...body, ...more }),
    });
  // The document proves nothing; ours asks for the anonymous user's token, or anybody could take anybody's.
  expect((await migrate({})).ok).toBe(false);
  expect((await migrate({ temp_access_token: client.token })).status).toBe(200);
  const sessions = await read(z.array(sessionSchema), await account.request('/sessions'));
  expect(sessions.map(({ session_id }) => session_id)).toEqual([sessionId]);
  client = account;
});

test('DELETE /sessions/{session_id} answers in the documented words', async () => {
  const response = await client.request(`/sessions/${sessionId}`, { method: 'DELETE' });
  expect(await response.json()).toMatchObject({ message: 'Session deleted successfully' });
  expect((await client.request(`/sessions/${sessionId}/messages`)).status).toBe(404);
});
