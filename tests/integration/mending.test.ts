import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import {
  type MendAnswer,
  mendAnswerSchema,
  mendConflictSchema,
  type VersionListView,
  versionListViewSchema,
} from '../../lib/mending/mend-views.ts';
import { type JobAcceptedView, problemSchema, type StoryView } from '../../lib/story/views.ts';
import type { Database } from '../../lib/supabase/database.types.ts';
import { type Client, createGuest } from '../support/client.ts';

/** A finished story is changed over plain HTTP; what did not change is not made again. */
const { url, supabaseUrl, dataDir } = inject('app');
const READ = {
  prompt: 'A brave little mouse looks for a magical cheese',
  age_group: '6-8',
  num_illustrations: 3,
  target_length: 40,
  seed: 7,
  generate_film: false,
} as const;
const FILMED = {
  ...READ,
  num_illustrations: 1,
  target_length: 30,
  generate_narration: false,
  generate_film: true,
};
/** A film, on a machine that has other things to do. */
const SLOW_MS = 170_000;
const NEW_WORDS = 'The little mouse found a lantern under the old oak. It was still warm.';
let client: Client;
let stranger: Client;
let story: StoryView;

function call(
  from: Client,
  method: string,
  address: string,
  body?: unknown,
  headers: Record<string, string> = {},
) {
  return from.request(address, {
    method,
    headers: { ...(body !== undefined && { 'content-type': 'application/json' }), ...headers },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
}
const sceneAddress = (of: StoryView, index: number) =>
  `/api/v1/stories/${of.id}/scenes/${of.scenes[index]?.id ?? randomUUID()}`;
const readProblem = async (response: Response) => problemSchema.parse(await response.json());
const countSteps = async (jobId: string) => {
  const answer = await client.request(`/api/v1/stories/jobs/${jobId}/calls`);
  const { calls } = (await answer.json()) as { calls: { step: string }[] };
  return calls.map(({ step }) => step).sort();
};
/** Mends, and waits until what depends on it is made. */
async function mend(
  method: string,
  address: string,
  body?: unknown,
): Promise<MendAnswer & { steps: string[]; after: StoryView }> {
  const response = await call(client, method, address, body);
  const answer = mendAnswerSchema.parse(await response.json());
  expect(response.status).toBe(answer.job_id ? 202 : 200);
  if (answer.job_id) {
    expect(await client.waitForJob(answer.job_id)).toMatchObject({
      kind: 'mend',
      status: 'completed',
      error: null,
    });
  }
  const after = await client.getStory(answer.story_id);
  expect(after).toMatchObject({ status: 'ready', mending_job_id: null, job_id: story.job_id });
  return { ...answer, steps: answer.job_id ? await countSteps(answer.job_id) : [], after };
}
const fileOf = (address: string | null | undefined) => address?.split('?')[0]?.split('/').at(-1);
/** Which files a page has. */
const mediaOf = ({ scenes }: StoryView) =>
  new Map(scenes.map((one) => [one.id, { picture: fileOf(one.image_url), voice: fileOf(one.audio_url) }]));
async function listVersions(): Promise<VersionListView> {
  return versionListViewSchema.parse(
    await (await client.request(`/api/v1/stories/${story.id}/versions`)).json(),
  );
}
async function make(request: object): Promise<StoryView> {
  const response = await client.post('/api/v1/stories/generate', request);
  const accepted = (await response.json()) as JobAcceptedView;
  const early = await call(client, 'PATCH', `/api/v1/stories/${accepted.story_id}`, { title: 'Too early' });
  expect([early.status, (await readProblem(early)).code]).toEqual([409, 'conflict']);
  const made = await client.waitForJob(accepted.job_id, SLOW_MS);
  expect(made).toMatchObject({ kind: 'story', status: 'completed' });
  return client.getStory(accepted.job_id);
}

beforeAll(async () => {
  client = await createGuest(url);
  stranger = await createGuest(url);
  story = await make(READ);
  expect(story).toMatchObject({ version: 1, mending_job_id: null });
  expect(story.scenes.map((one) => one.revision)).toEqual([1, 1, 1]);
}, 180_000);

describe('new words for a page', () => {
  test('are read aloud anew, and nothing else is made', async () => {
    const before = mediaOf(story);
    const { steps, after, version } = await mend('PATCH', sceneAddress(story, 0), {
      text: NEW_WORDS,
      revision: 1,
    });
    expect(version).toBe(2);
    expect(steps).toEqual(['narration:1']);
    expect(after.version).toBe(2);
    const [first, ...others] = after.scenes;
    expect(first).toMatchObject({ text: NEW_WORDS, revision: 2 });
    expect(first?.words.map(({ text }) => text).join(' ')).toBe(NEW_WORDS);
    expect(fileOf(first?.image_url)).toBe(before.get(first?.id ?? '')?.picture);
    expect(fileOf(first?.audio_url)).not.toBe(before.get(first?.id ?? '')?.voice);
    for (const { id, revision } of others) {
      expect(revision).toBe(1);
      expect(mediaOf(after).get(id)).toEqual(before.get(id));
    }
    expect(fileOf(after.audio?.audio_url)).not.toBe(fileOf(story.audio?.audio_url));
    expect(after.audio?.version).toBe(2);
    expect(after.content).toContain(NEW_WORDS);
    expect(after.reading?.words).toBe(after.content.split(/\s+/).length);
  });

  test('of somebody who had the page open before answer how it is now, and nothing is lost', async () => {
    const response = await call(client, 'PATCH', sceneAddress(story, 0), { text: 'Mine.', revision: 1 });
    expect(response.status).toBe(409);
    const problem = await readProblem(response);
    const scene = { id: story.scenes[0]?.id, revision: 2, text: NEW_WORDS };
    expect(mendConflictSchema.parse(problem.current)).toMatchObject({ version: 2, scene });
    expect((await client.getStory(story.id)).scenes[0]?.text).toBe(NEW_WORDS);
  });

  test('that come twice under one Idempotency-Key are one change', async () => {
    const ask = (text: string) =>
      call(client, 'PATCH', sceneAddress(story, 1), { text, revision: 1 }, { 'idempotency-key': 'page two' });
    const [one, other] = await Promise.all([ask('The mouse sat down.'), ask('The mouse sat down.')]);
    const answers = [await one.json(), await other.json()].map((body) => mendAnswerSchema.parse(body));
    expect(answers[0]).toEqual(answers[1]);
    expect(answers[0]?.version).toBe(3);
    await client.waitForJob(answers[0]?.job_id ?? '');
    expect((await readProblem(await ask('The mouse got up.'))).code).toBe('idempotency_key_reused');
    expect((await client.getStory(story.id)).version).toBe(3);
  });

  test('that no child should read, a title and a wish for a picture too, are refused and change nothing', async () => {
    const before = await client.getStory(story.id);
    const cruel = 'They strangled the cat with a rope and there was blood everywhere.';
    const answers = await Promise.all([
      call(client, 'PATCH', sceneAddress(story, 1), { text: cruel, revision: 2 }),
      call(client, 'PATCH', `/api/v1/stories/${story.id}`, { title: cruel }),
      call(client, 'POST', `${sceneAddress(story, 1)}/redo`, { part: 'picture', note: cruel }),
    ]);
    for (const [index, answer] of answers.entries()) {
      const problem = await readProblem(answer);
      expect([answer.status, problem.code, problem.rule]).toEqual([
        422,
        'guardrail_violation',
        'graphic_violence',
      ]);
      expect(problem.errors?.[0]?.path).toBe(['text', 'title', 'note'][index]);
    }
    const after = await client.getStory(story.id);
    expect([after.version, after.title, after.content]).toEqual([
      before.version,
      before.title,
      before.content,
    ]);
  });
});

describe('changes that come one after the other', () => {
  test('join one job, which makes what both need', async () => {
    const before = await client.getStory(story.id);
    const note = 'with a boat and a lantern';
    const picture = await call(client, 'POST', `${sceneAddress(story, 1)}/redo`, { part: 'picture', note });
    const first = mendAnswerSchema.parse(await picture.json());
    const voice = await mend('POST', `${sceneAddress(story, 2)}/redo`, { part: 'voice', voice: 'angus' });
    expect(await client.waitForJob(first.job_id ?? '')).toMatchObject({ status: 'completed' });
    const steps = [...new Set([...(await countSteps(first.job_id ?? '')), ...voice.steps])];
    expect(steps.sort()).toEqual(['narration:3', 'picture:2']);
    const after = await client.getStory(story.id);
    expect(after.scenes.map((one) => one.picture_note)).toEqual(['', note, '']);
    expect(after.scenes.map((one) => one.voice)).toEqual(['rosie', 'rosie', 'angus']);
    expect(after.images[1]?.prompt_used).toContain(note);
    const [was, is] = [mediaOf(before), mediaOf(after)];
    const changed = story.scenes.map(({ id }) => [
      was.get(id)?.picture !== is.get(id)?.picture,
      was.get(id)?.voice !== is.get(id)?.voice,
    ]);
    expect(changed).toEqual([
      [false, false],
      [true, false],
      [false, true],
    ]);
  });

  test('that are stopped leave the words, and can be made once more', async () => {
    const { scenes } = await client.getStory(story.id);
    const words = 'The mouse sat down on a warm stone.';
    const body = { text: words, revision: scenes[1]?.revision };
    const answer = mendAnswerSchema.parse(
      await (await call(client, 'PATCH', sceneAddress(story, 1), body)).json(),
    );
    await client.request(`/api/v1/stories/jobs/${answer.job_id}`, { method: 'DELETE' });
    const { status } = await client.waitForJob(answer.job_id ?? '');
    expect((await client.getStory(story.id)).scenes[1]?.text).toBe(words);
    const retry = await client.post(`/api/v1/stories/jobs/${answer.job_id}/retry`, {});
    expect([status, retry.status]).toEqual(status === 'cancelled' ? [status, 202] : ['completed', 409]);
    const again = await mend('POST', `/api/v1/stories/${story.id}/versions/${answer.version}/restore`);
    expect(again.version).toBe(answer.version);
    expect(again.after.scenes[1]?.words.map(({ text }) => text).join(' ')).toBe(words);
    expect(again.after.audio?.version).toBe(answer.version);
  });
});

describe('pages that move or go', () => {
  test('keep their pictures and voices, and no model is asked for anything', async () => {
    const before = await client.getStory(story.id);
    const [a, b, c] = before.scenes.map(({ id }) => id);
    const order = `/api/v1/stories/${story.id}/scenes/order`;
    const old = await call(client, 'POST', order, { scene_ids: [c, a, b], version: 1 });
    expect(mendConflictSchema.parse((await readProblem(old)).current)).toMatchObject({ scene: null });
    const half = await call(client, 'POST', order, { scene_ids: [c, a, a], version: before.version });
    expect((await readProblem(half)).code).toBe('invalid_request');
    const moved = await mend('POST', order, { scene_ids: [c, a, b], version: before.version });
    expect(moved.steps).toEqual([]);
    expect(moved.after.scenes.map(({ id, display_order }) => [id, display_order])).toEqual([
      [c, 0],
      [a, 1],
      [b, 2],
    ]);
    expect(mediaOf(moved.after)).toEqual(mediaOf(before));
    const gone = await mend('DELETE', `/api/v1/stories/${story.id}/scenes/${a}`);
    expect(gone.steps).toEqual([]);
    expect(gone.after.scenes.map(({ id }) => id)).toEqual([c, b]);
    await mend('DELETE', `/api/v1/stories/${story.id}/scenes/${b}`);
    const last = await call(client, 'DELETE', `/api/v1/stories/${story.id}/scenes/${c}`);
    expect([last.status, (await readProblem(last)).code]).toEqual([409, 'conflict']);
    const lost = { text: 'Gone.', revision: 2 };
    const late = await call(client, 'PATCH', `/api/v1/stories/${story.id}/scenes/${a}`, lost);
    expect(mendConflictSchema.parse((await readProblem(late)).current)).toMatchObject({ scene: null });
  });
});

describe('versions', () => {
  test('tell what was changed, with the words before', async () => {
    const { versions, version } = await listVersions();
    expect(versions[0]).toMatchObject({ number: version, is_current: true, change: 'delete', num_scenes: 1 });
    expect(versions.at(-1)).toMatchObject({ number: 1, change: 'made', num_scenes: 3, before: null });
    expect(versions.find(({ number }) => number === 2)).toMatchObject({
      change: 'text',
      page: 1,
      before: { text: story.scenes[0]?.text },
      after: { text: NEW_WORDS },
    });
    expect(versions.find(({ change }) => change === 'picture')?.note).toBe('with a boat and a lantern');
  });

  test('come back with every file they had, and nothing is made', async () => {
    const { version } = await listVersions();
    const { after, job_id } = await mend('POST', `/api/v1/stories/${story.id}/versions/1/restore`);
    expect(job_id).toBeNull();
    expect(after.version).toBe(version + 1);
    expect(after.content).toBe(story.content);
    expect(after.scenes.map(({ id }) => id)).toEqual(story.scenes.map(({ id }) => id));
    expect(mediaOf(after)).toEqual(mediaOf(story));
    expect(fileOf(after.audio?.audio_url)).toBe(fileOf(story.audio?.audio_url));
    expect(after.reading).toEqual(story.reading);
    const none = await call(client, 'POST', `/api/v1/stories/${story.id}/versions/9999/restore`);
    expect(none.status).toBe(404);
  });

  test('of somebody else are not there, and nobody changes a story past the server', async () => {
    const base = `/api/v1/stories/${story.id}`;
    const tries = await Promise.all([
      call(stranger, 'GET', `${base}/versions`),
      call(stranger, 'PATCH', base, { title: 'Mine' }),
      call(stranger, 'PATCH', sceneAddress(story, 0), { text: 'Mine.', revision: 1 }),
      call(stranger, 'DELETE', sceneAddress(story, 0)),
      call(stranger, 'POST', `${base}/versions/1/restore`),
    ]);
    expect(tries.map(({ status }) => status)).toEqual([404, 404, 404, 404, 404]);
    const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
    const connect = (token: string) =>
      createClient<Database>(supabaseUrl, secrets.publishableKey, {
        global: { headers: { authorization: `Bearer ${token}` } },
        auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
      });
    const own = connect(client.token);
    const past = await own.rpc('save_story_version', {
      p_owner_id: client.userId,
      p_story_id: story.id,
      p_version: 1,
      p_request_id: randomUUID(),
      p_request_hash: 'x',
      p_change: { kind: 'title' },
      p_state: { title: 'Mine' },
    });
    expect(past.error?.code).toBe('42501');
    const written = await own.from('story_versions').update({ snapshot: {} }).eq('story_id', story.id);
    expect(written.error?.code).toBe('42501');
    const count = (who: Client) =>
      connect(who.token).from('story_versions').select('number').eq('story_id', story.id);
    expect((await count(client)).data?.length).toBeGreaterThan(3);
    expect((await count(stranger)).data).toEqual([]);
  });
});

describe('a film', () => {
  test('stays the old one until the new one is there, and comes back with its title', async () => {
    const filmed = await make(FILMED);
    story = filmed;
    expect(filmed.film).toMatchObject({ version: 1 });
    const renamed = await call(client, 'PATCH', `/api/v1/stories/${filmed.id}`, {
      title: 'The Warm Lantern',
    });
    const answer = mendAnswerSchema.parse(await renamed.json());
    const meanwhile = await client.getStory(filmed.id);
    expect(meanwhile).toMatchObject({ title: 'The Warm Lantern', version: 2, status: 'ready' });
    if (meanwhile.mending_job_id) {
      expect(meanwhile.mending_job_id).toBe(answer.job_id);
      expect(meanwhile.film).toMatchObject({ version: 1, video_url: expect.anything() });
    }
    await client.waitForJob(answer.job_id ?? '', SLOW_MS);
    expect(await countSteps(answer.job_id ?? '')).toEqual([]);
    const after = await client.getStory(filmed.id);
    expect(after.film?.version).toBe(2);
    expect(fileOf(after.film?.video_url)).not.toBe(fileOf(filmed.film?.video_url));
    const back = await mend('POST', `/api/v1/stories/${filmed.id}/versions/1/restore`);
    expect(back).toMatchObject({ job_id: null, version: 3 });
    expect(back.after).toMatchObject({ title: filmed.title, film: { version: 3 } });
    expect(fileOf(back.after.film?.video_url)).toBe(fileOf(filmed.film?.video_url));
    const voiceless = await call(client, 'POST', `${sceneAddress(filmed, 0)}/redo`, { part: 'voice' });
    expect((await readProblem(voiceless)).code).toBe('conflict');
  }, 360_000);
});

describe('a household that looks at its stories first', () => {
  test('looks again at one that was changed, and only its grown-ups change what waits', async () => {
    client = await createGuest(url);
    const set = await call(client, 'PATCH', '/api/v1/household', {
      require_approval: true,
      avoid_topics: ['romance'],
    });
    expect(set.status).toBe(200);
    const request = { ...READ, num_illustrations: 1, generate_images: false, generate_narration: false };
    const accepted = (await (
      await client.post('/api/v1/stories/generate', request)
    ).json()) as JobAcceptedView;
    await client.waitForJob(accepted.job_id);
    const address = `/api/v1/stories/${accepted.story_id}`;
    expect((await call(client, 'POST', `${address}/approval`, { decision: 'approve' })).status).toBe(200);
    const pin = await call(client, 'PUT', '/api/v1/household/pin', { pin: '2468' });
    const { token } = (await pin.json()) as { token: string };
    const read = await client.getStory(accepted.story_id);
    expect(read.review).toBe('approved');
    const scene = `${address}/scenes/${read.scenes[0]?.id}`;
    const topic = { text: 'The prince and the princess fell in love and kissed.', revision: 1 };
    expect((await readProblem(await call(client, 'PATCH', scene, topic))).rule).toBe('topic');
    expect((await call(client, 'PATCH', scene, { text: NEW_WORDS, revision: 1 })).status).toBe(200);
    expect((await readProblem(await client.request(address))).code).toBe('approval_required');
    const hidden = await call(client, 'PATCH', scene, { text: 'Again.', revision: 2 });
    expect((await readProblem(hidden)).code).toBe('approval_required');
    expect((await readProblem(await client.request(`${address}/versions`))).code).toBe('approval_required');
    const grownUp = { 'x-grown-up': token };
    expect((await call(client, 'PATCH', address, { title: 'The Warm Lantern' }, grownUp)).status).toBe(200);
    expect((await call(client, 'POST', `${address}/approval`, { decision: 'approve' }, grownUp)).status).toBe(
      200,
    );
    expect(await client.getStory(accepted.story_id)).toMatchObject({
      title: 'The Warm Lantern',
      content: NEW_WORDS,
      moral: read.moral,
      version: 3,
      review: 'approved',
    });
  });
});
