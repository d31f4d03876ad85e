import { randomUUID } from 'node:crypto';
import { beforeAll, expect, inject, test } from 'vitest';
import { projectListViewSchema, projectViewSchema } from '../../lib/story/project-views.ts';
import { jobAcceptedViewSchema, problemSchema, type StoryView } from '../../lib/story/views.ts';
import { type Client, createGuest } from '../support/client.ts';

/** From what a conversation holds to a finished story, with one tap, as a client without a browser does it. */
const { url } = inject('app');
const SNAPSHOT = {
  title: 'The Lost Lantern',
  characters: [
    {
      name: 'Ember',
      description: 'a small red dragon with a torn wing',
      relationships: [],
      character_arc: 'learns to ask for help',
    },
    { name: 'Pip', description: 'a tiny mouse', relationships: ['Ember’s best friend'] },
    { name: 'the grumpy wizard', description: '', relationships: [] },
  ],
  themes: ['friendship'],
  locations: ['the Crystal Cave'],
  plot_points: ['Ember loses her lantern in the Crystal Cave', 'The grumpy wizard gives the lantern back'],
  age_group: '6-8',
  num_scenes: 2,
};
const session = randomUUID();
const project = randomUUID();
const key = { 'idempotency-key': randomUUID() };
let client: Client;
let stranger: Client;
let story: StoryView;
let jobId: string;

const say = (text: string, sessionId: string, projectId?: string) =>
  client
    .request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ text, session_id: sessionId, ...(projectId && { project_id: projectId }) }),
    })
    .then(async (response) => {
      expect(response.status, await response.clone().text()).toBe(200);
      await response.text();
    });
const tap = (sessionId: string, headers: Record<string, string> = {}, by = client) =>
  by.request(`/api/sessions/${sessionId}/story`, { method: 'POST', headers });
const readProject = async () =>
  projectViewSchema.parse(await (await client.request(`/api/projects/${project}`)).json());

beforeAll(async () => {
  client = await createGuest(url);
  stranger = await createGuest(url);
  await say('Hello there!', session, project);
});

test('a conversation that holds nothing yet is told so', async () => {
  const response = await tap(session);
  expect(response.status).toBe(409);
  expect(problemSchema.parse(await response.json()).code).toBe('conflict');
});

test('one tap starts a job, and the same tap again finds it, also when the talk went on', async () => {
  const saved = await client.post('/api/dossier', { project_id: project, snapshot_json: SNAPSHOT });
  expect(saved.status, await saved.clone().text()).toBe(201);
  const response = await tap(session, key);
  expect(response.status, await response.clone().text()).toBe(202);
  const accepted = jobAcceptedViewSchema.parse(await response.json());
  jobId = accepted.job_id;
  expect(response.headers.get('location')).toBe(`/api/v1/stories/jobs/${jobId}`);
  expect(response.headers.get('retry-after')).toBe('1');
  await say('By the way, the wizard is called Alaric.', session);
  const again = jobAcceptedViewSchema.parse(await (await tap(session, key)).json());
  expect(again).toEqual(accepted);
});

test('the story has everybody, every turn in order, its title, and its conversation’s project', async () => {
  expect(await client.waitForJob(jobId)).toMatchObject({ status: 'completed', warnings: [] });
  story = await client.getStory(jobId);
  expect(story).toMatchObject({ title: 'The Lost Lantern', project_id: project, session_id: session });
  expect(story.characters.slice(0, 3).map((sheet) => sheet.name)).toEqual(['Ember', 'Pip', 'Grumpy Wizard']);
  const turns = ['Ember lost her lantern in the Crystal Cave', 'the grumpy wizard gave the lantern back'];
  const found = turns.map((turn) => story.content.indexOf(turn));
  expect(found[0], story.content).toBeGreaterThanOrEqual(0);
  expect(found[1], story.content).toBeGreaterThan(found[0] ?? 0);
  expect(story.content).toContain('Ember’s best friend');
  expect(story.content).toContain('Ember learned to ask for help.');
  expect(story.images).toHaveLength(2);
});

test('the conversation says once that the story was begun', async () => {
  const response = await client.request(`/api/sessions/${session}/messages?limit=50`);
  const text = JSON.stringify(await response.json());
  expect(text.split('"data-story"')).toHaveLength(2);
  expect(text).toContain(jobId);
});

test('the project lists its session, its dossier and its story; nobody else sees any of it', async () => {
  const view = await readProject();
  expect(view.title).toBe('The Lost Lantern');
  expect(view.dossier_version).toBeGreaterThanOrEqual(1);
  expect(view.sessions.map((one) => one.session_id)).toEqual([session]);
  expect(view.stories.map((one) => one.id)).toEqual([story.id]);
  const list = projectListViewSchema.parse(await (await client.request('/api/projects')).json());
  expect(list.projects).toEqual([
    expect.objectContaining({ project_id: project, session_count: 1, story_count: 1 }),
  ]);
  expect((await tap(session, {}, stranger)).status).toBe(404);
  expect((await stranger.request(`/api/projects/${project}`)).status).toBe(404);
  const none = projectListViewSchema.parse(await (await stranger.request('/api/projects')).json());
  expect(none).toEqual({ projects: [], total: 0 });
});

test('deleting the story leaves the conversation and its project; a story of its own takes its project along', async () => {
  expect((await client.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' })).status).toBe(204);
  const view = await readProject();
  expect(view.stories).toEqual([]);
  expect(view.sessions).toHaveLength(1);
  const alone = await client.generate({
    prompt: 'A snail',
    age_group: '3-5',
    num_illustrations: 1,
    generate_images: false,
    generate_narration: false,
    generate_film: false,
  });
  await client.waitForJob(alone.job_id);
  const { project_id: its } = await client.getStory(alone.story_id);
  expect((await client.request(`/api/projects/${its}`)).status).toBe(200);
  expect((await client.request(`/api/v1/stories/${alone.story_id}`, { method: 'DELETE' })).status).toBe(204);
  expect((await client.request(`/api/projects/${its}`)).status).toBe(404);
});

test('what is chosen in the tap reaches the story: pages, style, voice, age and title', async () => {
  const own = randomUUID();
  const somebody = await createGuest(url);
  const told = await somebody.post('/api/chat', {
    session_id: own,
    text: 'A story about a snail called Odette who lives in a rose garden. Make it funny.',
  });
  await told.text();
  const response = await somebody.request(`/api/sessions/${own}/story`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({
      title: 'Odette Wins',
      num_scenes: 1,
      style: 'crayon',
      voice: 'angus',
      age_group: '3-5',
      tone: 'dreamy',
    }),
  });
  expect(response.status, await response.clone().text()).toBe(202);
  const { job_id } = jobAcceptedViewSchema.parse(await response.json());
  expect(await somebody.waitForJob(job_id)).toMatchObject({ status: 'completed' });
  const made = await somebody.getStory(job_id);
  expect(made).toMatchObject({
    title: 'Odette Wins',
    style: 'crayon',
    voice: 'angus',
    age_group: '3-5',
    session_id: own,
  });
  expect(made.scenes).toHaveLength(1);
  expect(made.content).toContain('Odette');
  const wrong = await somebody.request(`/api/sessions/${own}/story`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ style: 'charcoal' }),
  });
  expect(wrong.status).toBe(400);
});
