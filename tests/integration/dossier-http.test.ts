import { randomUUID } from 'node:crypto';
import { expect, inject, test } from 'vitest';
import {
  dossierSummaryViewSchema,
  dossierVersionViewSchema,
  dossierViewSchema,
} from '../../lib/dossier/views.ts';
import { followSession } from '../support/chat-client.ts';
import { type Client, createGuest } from '../support/client.ts';

/** The dossier routes as the Stories We Tell document writes them, with a plain client. */
const { url } = inject('app');

const SNAPSHOT = {
  characters: [
    {
      name: 'John',
      description: 'A careful detective',
      relationships: ['Partner of Sarah'],
      character_arc: 'Learns to trust again',
    },
  ],
  themes: ['Trust'],
  locations: ['Los Angeles'],
  plot_points: ['John meets a mysterious visitor'],
};

const put = (client: Client, projectId: string, body: unknown, headers: Record<string, string> = {}) =>
  client.request(`/api/dossier/${projectId}`, {
    method: 'PUT',
    headers: { 'content-type': 'application/json', ...headers },
    body: JSON.stringify(body),
  });

async function create(client: Client) {
  const projectId = randomUUID();
  const response = await client.post('/api/dossier', { project_id: projectId, snapshot_json: SNAPSHOT });
  expect(response.status).toBe(201);
  return dossierViewSchema.parse(await response.json());
}

test('each documented call answers in its documented shape', async () => {
  const client = await createGuest(url);
  const made = await create(client);
  expect(made).toMatchObject({ user_id: client.userId, snapshot_json: SNAPSHOT, version: 1 });
  const path = `/api/dossier/${made.project_id}`;
  expect((await client.post('/api/dossier', { project_id: made.project_id })).status).toBe(409);
  const list = (await (await client.request('/api/dossier')).json()) as unknown[];
  expect(dossierSummaryViewSchema.parse(list[0])).toMatchObject({ character_count: 1, theme_count: 1 });
  const changed = await put(client, made.project_id, { snapshot_json: { ...SNAPSHOT, themes: [], mood: 1 } });
  expect(dossierViewSchema.parse(await changed.json())).toMatchObject({ version: 2 });
  const read = await client.request(path);
  expect(read.headers.get('etag')).toBe('"2"');
  const deleted = await client.request(path, { method: 'DELETE' });
  expect(await deleted.json()).toEqual({ message: 'Dossier deleted successfully' });
  expect((await client.request(path)).status).toBe(404);
});

test('what changed is told, and going back is a change too', async () => {
  const client = await createGuest(url);
  const { project_id } = await create(client);
  await put(client, project_id, { snapshot_json: { ...SNAPSHOT, locations: [], title: 'The Visitor' } });
  await client.post(`/api/dossier/${project_id}/versions/1/restore`, {});
  const response = await client.request(`/api/dossier/${project_id}/versions`);
  const versions = dossierVersionViewSchema.array().parse(await response.json());
  expect(versions.map(({ changed_by }) => changed_by)).toEqual(['restore', 'person', 'person']);
  expect(versions[1]?.changes).toContain('It is called “The Visitor”');
  expect(versions[0]?.snapshot_json).toEqual(versions[2]?.snapshot_json);
});

test('after a deletion versions go on, and the conversations of the project hear of it', async () => {
  const client = await createGuest(url);
  const projectId = randomUUID();
  const sessionId = randomUUID();
  const body = { text: 'A story about a fox called Pim.', session_id: sessionId, project_id: projectId };
  await (await client.post('/api/chat', body)).text();
  const path = `/api/dossier/${projectId}`;
  const before = dossierViewSchema.parse(await (await client.request(path)).json());
  expect((await client.request(path, { method: 'DELETE' })).status).toBe(200);
  expect((await client.request(path, { method: 'DELETE' })).status).toBe(404);
  const again = await client.post('/api/dossier', { project_id: projectId, snapshot_json: SNAPSHOT });
  expect(dossierViewSchema.parse(await again.json()).version).toBe(before.version + 2);
  const follower = await followSession(client, sessionId, 0);
  await follower.until((event) => event.type === 'dossier' && event.version === before.version + 2);
  await follower.stop();
  const told = follower.events.filter(({ type }) => type === 'dossier');
  expect(told.map((event) => event.type === 'dossier' && event.version)).toEqual([
    before.version,
    before.version + 1,
    before.version + 2,
  ]);
  expect(told[1]).toMatchObject({ changes: ['The notes were cleared'], changed_by: 'person' });
});

test('a tone and a title chosen by hand stay, whatever is said in talk', async () => {
  const client = await createGuest(url);
  const { project_id } = await create(client);
  const chosen = { ...SNAPSHOT, title: 'The Visitor', tone: 'mysterious' };
  await put(client, project_id, { snapshot_json: chosen });
  const say = (text: string) => client.post('/api/chat', { text, project_id });
  await (await say('Make it funny. The story is called Banana Party. It is set in a harbour.')).text();
  const now = dossierViewSchema.parse(await (await client.request(`/api/dossier/${project_id}`)).json());
  expect(now.snapshot_json).toMatchObject({ title: 'The Visitor', tone: 'mysterious' });
  expect(now.snapshot_json.locations).toContain('a harbour');
});

test('a stale base is refused and changes nothing', async () => {
  const client = await createGuest(url);
  const { project_id } = await create(client);
  const edit = { snapshot_json: { ...SNAPSHOT, themes: ['Courage'] } };
  expect((await put(client, project_id, { ...edit, base_version: 1 })).status).toBe(200);
  expect((await put(client, project_id, { snapshot_json: SNAPSHOT, base_version: 1 })).status).toBe(409);
  expect((await put(client, project_id, { snapshot_json: SNAPSHOT }, { 'if-match': '"1"' })).status).toBe(
    409,
  );
  const now = dossierViewSchema.parse(await (await client.request(`/api/dossier/${project_id}`)).json());
  expect(now).toMatchObject({ version: 2, snapshot_json: { themes: ['Courage'] } });
});

test('wrong types name their field, and unfit words are refused', async () => {
  const client = await createGuest(url);
  const { project_id } = await create(client);
  const wrong = await put(client, project_id, { snapshot_json: { ...SNAPSHOT, themes: 'Trust' } });
  expect(wrong.status).toBe(400);
  expect(JSON.stringify(await wrong.json())).toContain('snapshot_json.themes');
  const rude = await put(client, project_id, { snapshot_json: { ...SNAPSHOT, themes: ['fucking'] } });
  expect(rude.status).toBe(422);
});

test('nobody reaches the dossier of somebody else', async () => {
  const [client, stranger] = await Promise.all([createGuest(url), createGuest(url)]);
  const { project_id } = await create(client);
  const path = `/api/dossier/${project_id}`;
  const answers = await Promise.all([
    stranger.request(path),
    stranger.request(path, { method: 'DELETE' }),
    stranger.request(`${path}/versions`),
    stranger.post(`${path}/versions/1/restore`, {}),
    stranger.post('/api/dossier', { project_id }),
    put(stranger, project_id, { snapshot_json: {} }),
  ]);
  expect(answers.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404, 404]);
  expect((await client.request(path)).status).toBe(200);
});

test('a conversation is noted turn by turn, and brings back nothing that was renamed or taken out since', async () => {
  const client = await createGuest(url);
  const projectId = randomUUID();
  const sessionId = randomUUID();
  const tell = async (text: string) =>
    (await client.post('/api/chat', { text, session_id: sessionId, project_id: projectId })).text();
  const read = async () =>
    dossierViewSchema.parse(await (await client.request(`/api/dossier/${projectId}`)).json());
  await tell('A story about a small red dragon called Ember who lives in a lighthouse.');
  await tell('Call her Luna instead. Her friend is a boy called Tom.');
  await tell('Thanks!');
  const { snapshot_json } = await read();
  expect(snapshot_json.characters.map(({ name }) => name)).toEqual(['Luna', 'Tom']);
  const characters = snapshot_json.characters.filter(({ name }) => name !== 'Tom');
  await put(client, projectId, { snapshot_json: { ...snapshot_json, characters } });
  await tell('They find a lost lamp in a cave.');
  const after = await read();
  expect(after.snapshot_json.characters.map(({ name }) => name)).toEqual(['Luna']);
  expect(after.snapshot_json.locations).toContain('a cave');
});
