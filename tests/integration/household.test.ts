import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { HouseholdChange, HouseholdView, ReaderView } from '../../lib/household/household-views.ts';
import { OPERATIONS } from '../../lib/openapi/operations.ts';
import type { Database } from '../../lib/supabase/database.types.ts';
import { createAccount, createKeyClient, PASSWORD } from '../support/accounts.ts';
import { buildCall, fill, named } from '../support/bad-input/calls.ts';
import { send } from '../support/bad-input/send.ts';
import { type Client, createClientWith, createGuest, SMALL_STORY } from '../support/client.ts';
import { newEmail, openBrowser } from '../support/open-browser.ts';

/** A household over plain HTTP: what its grown-ups set, what a child may not do, and what nobody sees before they have looked. */
const { url, supabaseUrl, dataDir } = inject('app');
const PIN = '2468';
const QUICK = { ...SMALL_STORY, num_illustrations: 1, generate_film: false, generate_narration: false };

const json = async <Body>(response: Response, status = 200): Promise<Body> => {
  const text = await response.text();
  expect([response.status, text.slice(0, 300)]).toEqual([status, expect.anything()]);
  return text === '' ? (undefined as Body) : JSON.parse(text);
};
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const call = (client: Client, method: string, address: string, body?: unknown, proof?: string) =>
  client.request(address, {
    method,
    headers: {
      ...(body !== undefined && { 'content-type': 'application/json' }),
      ...(proof && { 'x-grown-up': proof }),
    },
    ...(body !== undefined && { body: JSON.stringify(body) }),
  });
const setUp = async (client: Client, change: HouseholdChange) =>
  json<HouseholdView>(await call(client, 'PATCH', '/api/v1/household', change));
const addReader = async (client: Client, reader: object = { name: 'Mia', age_group: '3-5' }) =>
  json<ReaderView>(await call(client, 'POST', '/api/v1/readers', reader), 201);
const setPin = async (client: Client, pin = PIN, proof?: string) =>
  (await json<{ token: string }>(await call(client, 'PUT', '/api/v1/household/pin', { pin }, proof))).token;
const unlock = (client: Client, pin = PIN) => call(client, 'POST', '/api/v1/household/unlock', { pin });

/** Somebody's token at the database's own address, where none of our routes stands in between. */
function connect(token: string) {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
  return createClient<Database>(supabaseUrl, secrets.publishableKey, {
    global: { headers: { authorization: `Bearer ${token}` } },
    auth: { persistSession: false, autoRefreshToken: false, detectSessionInUrl: false },
  });
}
async function readBrief(client: Client, storyId: string) {
  const { data, error } = await connect(client.token)
    .from('stories')
    .select('brief')
    .eq('id', storyId)
    .single();
  if (error) throw error;
  return data.brief as Record<string, unknown>;
}
/** Begins a story, looks at what is to be made, and lets it be. */
async function askFor(client: Client, request: object, key?: string) {
  const response = await client.request('/api/v1/stories/generate', {
    method: 'POST',
    headers: { 'content-type': 'application/json', ...(key && { 'idempotency-key': key }) },
    body: JSON.stringify(request),
  });
  const accepted = await json<{ job_id: string; story_id: string }>(response, 202);
  const brief = await readBrief(client, accepted.story_id);
  await call(client, 'DELETE', `/api/v1/stories/jobs/${accepted.job_id}`);
  return { ...accepted, brief };
}

describe('a household', () => {
  test('is there for everybody, without limits and without a PIN', async () => {
    const client = await createGuest(url);
    expect(await json(await client.request('/api/v1/household'))).toMatchObject({
      time_zone: 'UTC',
      avoid_topics: [],
      daily_limit: null,
      require_approval: false,
      bedtime: null,
      has_pin: false,
      is_grown_up: true,
      begun_today: 0,
    });
  });

  test('keeps what is set, one thing after another, and says what it does not know', async () => {
    const client = await createGuest(url);
    await setUp(client, { time_zone: 'Europe/Berlin', bedtime: { from: '19:00', to: '07:00' } });
    expect(await setUp(client, { daily_limit: 3, avoid_topics: ['romance', 'romance'] })).toMatchObject({
      time_zone: 'Europe/Berlin',
      bedtime: { from: '19:00', to: '07:00' },
      daily_limit: 3,
      avoid_topics: ['romance'],
    });
    expect(await setUp(client, { bedtime: null, daily_limit: null })).toMatchObject({
      bedtime: null,
      daily_limit: null,
    });
    for (const wrong of [
      { time_zone: 'Europe/Atlantis' },
      { time_zone: '+02:00' },
      { bedtime: { from: '25:00', to: '07:00' } },
    ])
      expect((await call(client, 'PATCH', '/api/v1/household', wrong)).status).toBe(400);
  });

  test('is nobody else’s, and neither are its readers', async () => {
    const [anna, ben] = [await createGuest(url), await createGuest(url)];
    await setUp(anna, { daily_limit: 1 });
    const mia = await addReader(anna, { name: 'Mia', age_group: '3-5', preferences: ['rain'] });
    expect(await json(await ben.request('/api/v1/household'))).toMatchObject({ daily_limit: null });
    expect(await json(await ben.request('/api/v1/readers'))).toEqual({ readers: [] });
    for (const [method, body] of [['GET'], ['PATCH', { mood: 'sad' }], ['DELETE']] as const)
      expect((await call(ben, method, `/api/v1/readers/${mia.id}`, body)).status).toBe(404);
    expect((await ben.post('/api/v1/stories/generate', { ...QUICK, reader_id: mia.id })).status).toBe(404);
    const rest = connect(ben.token);
    expect((await rest.from('readers').select('*')).data).toEqual([]);
    expect((await rest.from('households').select('*')).data).toEqual([]);
    // Past the server not even their own can be written.
    const own = connect(anna.token);
    expect(
      (await own.from('households').update({ daily_limit: 99 }).eq('owner_id', anna.userId)).error?.code,
    ).toBe('42501');
    expect(
      (await own.from('readers').insert({ owner_id: anna.userId, name: 'X', age_group: '3-5' })).error?.code,
    ).toBe('42501');
    expect((await own.from('household_pins').select('*')).error?.code).toBe('42501');
  });
});

describe('a reader', () => {
  test('is added, changed and removed', async () => {
    const client = await createGuest(url);
    const mia = await addReader(client, { name: 'Mia', age_group: '3-5', mood: 'a little restless' });
    expect(mia).toMatchObject({ name: 'Mia', age_group: '3-5', mood: 'a little restless', preferences: [] });
    const changed = await json(
      await call(client, 'PATCH', `/api/v1/readers/${mia.id}`, {
        name: 'Little Bear',
        preferences: ['snails'],
      }),
    );
    expect(changed).toMatchObject({
      name: 'Little Bear',
      mood: 'a little restless',
      preferences: ['snails'],
    });
    expect((await call(client, 'DELETE', `/api/v1/readers/${mia.id}`)).status).toBe(204);
    expect(await json(await client.request('/api/v1/readers'))).toEqual({ readers: [] });
  });

  test('is called by a first name or a nickname, and what is said of them passes the guard', async () => {
    const client = await createGuest(url);
    const post = (reader: object) =>
      client.post('/api/v1/readers', { name: 'Mia', age_group: '3-5', ...reader });
    for (const name of ['Mia Maria Muster', 'mia@example.org', '0171 2345678', ''])
      expect((await post({ name })).status, name).toBe(400);
    for (const wrong of [
      { mood: 'wants to kill somebody' },
      { preferences: ['porn'] },
      { name: 'Bastard' },
    ]) {
      const refused = await post(wrong);
      expect([refused.status, await codeOf(refused)]).toEqual([422, 'guardrail_violation']);
    }
  });

  test('is one of at most twelve, also when many are added at once', async () => {
    const client = await createGuest(url);
    const added = await Promise.all(
      Array.from({ length: 16 }, () => client.post('/api/v1/readers', { name: 'Mia', age_group: '3-5' })),
    );
    expect(added.map(({ status }) => status).sort()).toEqual([...Array(12).fill(201), ...Array(4).fill(409)]);
  });

  test('shapes what the request leaves open, and only that', async () => {
    const client = await createGuest(url);
    const mia = await addReader(client, {
      name: 'Mia',
      age_group: '3-5',
      mood: 'a little restless',
      preferences: ['snails'],
      calming_elements: ['moonlight'],
    });
    const { age_group: _, ...ageless } = QUICK;
    expect((await client.post('/api/v1/stories/generate', ageless)).status).toBe(400);
    const open = await askFor(client, { ...ageless, reader_id: mia.id });
    expect(open.brief).toMatchObject({
      ageGroup: '3-5',
      readerId: mia.id,
      profile: { mood: 'a little restless', preferences: ['snails'], calmingElements: ['moonlight'] },
    });
    const said = await askFor(client, { ...QUICK, age_group: '9-12', reader_id: mia.id });
    expect(said.brief).toMatchObject({ ageGroup: '9-12', readerId: mia.id });
    const list = await json<{ stories: { id: string }[] }>(
      await client.request(`/api/v1/stories?status=all&reader_id=${randomUUID()}`),
    );
    expect(list.stories).toEqual([]);
    expect((await askFor(client, QUICK)).brief).not.toHaveProperty('profile');
  });
});

describe('what a household asks of every story', () => {
  const minutesFromNow = (minutes: number) =>
    new Date(Date.now() + minutes * 60_000).toISOString().slice(11, 16);

  test('bedtime by its hours, or when somebody says so', async () => {
    const client = await createGuest(url);
    await setUp(client, { bedtime: { from: minutesFromNow(-60), to: minutesFromNow(60) } });
    expect((await askFor(client, QUICK)).brief.bedtime).toBe(true);
    await setUp(client, { bedtime: { from: minutesFromNow(60), to: minutesFromNow(120) } });
    expect((await askFor(client, QUICK)).brief).not.toHaveProperty('bedtime');
    expect((await askFor(client, { ...QUICK, bedtime: true })).brief.bedtime).toBe(true);
  });

  test('no subject that it leaves out, by whatever call', async () => {
    const client = await createGuest(url);
    await setUp(client, { avoid_topics: ['ghosts-and-monsters'] });
    const prompt = 'A gentle ghost who bakes bread';
    for (const [address, body] of [
      ['/api/v1/stories/generate', { ...QUICK, prompt }],
      ['/api/v1/story', { prompt }],
      ['/api/stories', { title: 'Bread', prompt, style: 'fantasy', num_scenes: 1 }],
      ['/api/story-writer/generate', { plot_elements: prompt }],
      ['/api/story-writer/batch', { stories: [{ plot_elements: prompt }] }],
    ] as const) {
      const refused = await client.post(address, body);
      expect([address, refused.status, ((await refused.json()) as { rule?: string }).rule]).toEqual([
        address,
        422,
        'topic',
      ]);
    }
    expect((await askFor(client, QUICK)).brief.avoidTopics).toEqual(['ghosts-and-monsters']);
  });

  test('a request that comes again is the one it was, whatever was set in between', async () => {
    const client = await createGuest(url);
    const key = randomUUID();
    const first = await askFor(client, QUICK, key);
    await setUp(client, {
      avoid_topics: ['romance'],
      daily_limit: 1,
      bedtime: { from: minutesFromNow(-60), to: minutesFromNow(60) },
    });
    expect((await askFor(client, QUICK, key)).job_id).toBe(first.job_id);
    const other = await client.request('/api/v1/stories/generate', {
      method: 'POST',
      headers: { 'content-type': 'application/json', 'idempotency-key': key },
      body: JSON.stringify({ ...QUICK, prompt: 'Another one' }),
    });
    expect([other.status, await codeOf(other)]).toEqual([422, 'idempotency_key_reused']);
  });

  test('no more stories than it allows on one day, of twenty that are asked for at once', async () => {
    const client = await createGuest(url);
    await setUp(client, { daily_limit: 3, time_zone: 'Pacific/Auckland' });
    const answers = await Promise.all(
      Array.from({ length: 20 }, () => client.post('/api/v1/stories/generate', QUICK)),
    );
    const begun = answers.filter(({ status }) => status === 202);
    const refused = answers.filter(({ status }) => status === 429);
    expect([begun.length, refused.length]).toEqual([3, 17]);
    const { day_ends_at, begun_today } = await json<HouseholdView>(await client.request('/api/v1/household'));
    expect(begun_today).toBe(3);
    const leftSeconds = (Date.parse(day_ends_at) - Date.now()) / 1_000;
    for (const answer of refused) {
      expect(Math.abs(Number(answer.headers.get('retry-after')) - leftSeconds)).toBeLessThan(60);
      expect(await codeOf(answer)).toBe('daily_limit_reached');
    }
    const stories = await Promise.all(
      begun.map((answer) => answer.json() as Promise<{ job_id: string; story_id: string }>),
    );
    for (const { job_id, story_id } of stories) {
      await call(client, 'DELETE', `/api/v1/stories/jobs/${job_id}`);
      await call(client, 'DELETE', `/api/v1/stories/${story_id}`);
    }
    // What was deleted was told all the same; nor is there a way past our API.
    expect((await client.post('/api/v1/stories/generate', QUICK)).status).toBe(429);
    const rpc = await connect(client.token).rpc('create_story_job', {
      p_job_id: randomUUID(),
      p_story_id: randomUUID(),
      p_brief: { prompt: 'A snail', ageGroup: '6-8', seed: 1 },
    });
    expect(rpc.error?.code).toBe('SL429');
  });
});

describe('the PIN', () => {
  const guarded = OPERATIONS.filter(({ grownUp }) => grownUp);

  test('stands before everything that is for grown-ups', async () => {
    const client = await createGuest(url);
    const proof = await setPin(client);
    expect(guarded.length).toBeGreaterThan(18);
    for (const [name, operation] of named(guarded)) {
      const sent = buildCall(operation, client.token);
      // Without a body it is the proof that removes the PIN, not the password.
      const { body: _, ...bare } = sent;
      const child = operation.operationId === 'removeHouseholdPin' ? bare : sent;
      const refused = await send(url, child, '127.0.0.1');
      expect([name, refused.status, JSON.parse(refused.text).code]).toEqual([name, 403, 'pin_required']);
      for (const forged of ['x', `${proof.slice(0, -2)}AA`]) {
        const again = await send(
          url,
          { ...child, headers: { ...child.headers, 'x-grown-up': forged } },
          '127.0.0.1',
        );
        expect([name, again.status]).toEqual([name, 403]);
      }
    }
    expect(await json(await client.request('/api/v1/household'))).toMatchObject({
      has_pin: true,
      is_grown_up: false,
    });
    expect(await json(await call(client, 'GET', '/api/v1/household', undefined, proof))).toMatchObject({
      is_grown_up: true,
    });
    expect((await call(client, 'PATCH', '/api/v1/household', { daily_limit: 2 }, proof)).status).toBe(200);
  });

  test('is right or wrong; five wrong ones lock it, also when they come at once', async () => {
    const client = await createGuest(url);
    expect((await unlock(client)).status).toBe(409);
    await setPin(client);
    expect((await unlock(client)).status).toBe(200);
    const tries = await Promise.all(Array.from({ length: 12 }, () => unlock(client, '1111')));
    expect(tries.map(({ status }) => status).sort()).toEqual([...Array(5).fill(403), ...Array(7).fill(429)]);
    const right = await unlock(client);
    expect(right.status).toBe(429);
    const waitSeconds = Number(right.headers.get('retry-after'));
    expect(waitSeconds).toBeGreaterThan(880);
    expect(waitSeconds).toBeLessThanOrEqual(900);
  });

  test('ends every proof of the one before when it is changed, and nobody’s proof is another’s', async () => {
    const [anna, ben] = [await createGuest(url), await createGuest(url)];
    const [first, bens] = [await setPin(anna), await setPin(ben)];
    const isGrownUp = async (client: Client, proof: string) =>
      (await json<HouseholdView>(await call(client, 'GET', '/api/v1/household', undefined, proof)))
        .is_grown_up;
    expect([await isGrownUp(anna, first), await isGrownUp(anna, bens)]).toEqual([true, false]);
    const second = await setPin(anna, '13579', first);
    expect([await isGrownUp(anna, first), await isGrownUp(anna, second)]).toEqual([false, true]);
    expect((await unlock(anna)).status).toBe(403);
    expect((await unlock(anna, '13579')).status).toBe(200);
  });

  test('is a cookie that no script reads for our pages, and locking ends it', async () => {
    const browser = openBrowser(url);
    await browser.post('/api/auth/sign-up', { email: newEmail(), password: PASSWORD });
    const set = await browser.send('/api/v1/household/pin', { method: 'PUT', body: { pin: PIN } });
    expect(await set.json()).toMatchObject({ token: null });
    const cookie = set.headers.getSetCookie().find((one) => one.startsWith('storyloom-grown-up='));
    expect(cookie).toMatch(/HttpOnly/i);
    expect(cookie).toMatch(/SameSite=Strict/i);
    expect(cookie).toMatch(/Max-Age=900/i);
    const change = () => browser.send('/api/v1/household', { method: 'PATCH', body: { daily_limit: 2 } });
    expect((await change()).status).toBe(200);
    expect((await browser.post('/api/v1/household/lock')).status).toBe(204);
    expect((await change()).status).toBe(403);
    expect((await browser.post('/api/v1/household/unlock', { pin: PIN })).status).toBe(200);
    expect((await change()).status).toBe(200);
  });

  test('that is forgotten is removed with the account’s password; keys act as grown-ups, and a child makes none past us', async () => {
    const account = await createAccount(url);
    const key = await createKeyClient(account.client);
    await setPin(account.client);
    const remove = (client: Client, body?: object) => call(client, 'DELETE', '/api/v1/household/pin', body);
    expect((await remove(account.client, { password: 'not the password' })).status).toBe(401);
    expect((await call(key.client, 'PATCH', '/api/v1/household', { daily_limit: 5 })).status).toBe(200);
    const made = await connect(account.client.token)
      .from('api_keys')
      .insert({
        owner_id: account.client.userId,
        name: 'Mine',
        key_hash: 'a'.repeat(64),
        prefix: 'sl_',
        scopes: ['read'],
      });
    expect(made.error?.code).toBe('42501');
    expect((await remove(account.client, { password: PASSWORD })).status).toBe(204);
    expect(await json(await account.client.request('/api/v1/household'))).toMatchObject({
      has_pin: false,
      daily_limit: 5,
    });
    const guest = await createGuest(url);
    await setPin(guest);
    expect((await remove(guest, { password: PASSWORD })).status).toBe(409);
  });
});

describe('a guest who comes to an account', () => {
  const migrate = (account: Client, guest: Client, proof?: string) => {
    const body = {
      temp_user_id: guest.userId,
      permanent_user_id: account.userId,
      temp_access_token: guest.token,
    };
    return call(account, 'POST', '/api/sessions/migrate', body, proof);
  };

  test('brings the household along where there is none, and only the readers where there is one', async () => {
    const email = newEmail();
    expect((await openBrowser(url).post('/api/auth/sign-up', { email, password: PASSWORD })).status).toBe(
      200,
    );
    const login = await json<{ access_token: string; user_id: string }>(
      await fetch(new URL('/api/auth/login', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ email, password: PASSWORD }),
      }),
    );
    const account = createClientWith(url, login.access_token, login.user_id);
    const first = await createGuest(url);
    await setUp(first, { daily_limit: 4, time_zone: 'Europe/Berlin' });
    await addReader(first, { name: 'Mia', age_group: '3-5' });
    const proof = await setPin(first);
    expect(await codeOf(await migrate(account, first))).toBe('pin_required');
    expect((await migrate(account, first, proof)).status).toBe(200);
    expect(await json(await account.request('/api/v1/household'))).toMatchObject({
      daily_limit: 4,
      time_zone: 'Europe/Berlin',
      has_pin: true,
    });
    expect((await unlock(account)).status).toBe(200);
    const second = await createGuest(url);
    await setUp(second, { daily_limit: 9 });
    await addReader(second, { name: 'Ben', age_group: '9-12' });
    expect((await migrate(account, second, await setPin(second, '999999'))).status).toBe(200);
    expect(await json(await account.request('/api/v1/household'))).toMatchObject({
      daily_limit: 4,
      has_pin: true,
    });
    expect((await unlock(account)).status).toBe(200);
    const { readers } = await json<{ readers: ReaderView[] }>(await account.request('/api/v1/readers'));
    expect(readers.map(({ name }) => name)).toEqual(['Mia', 'Ben']);
  });
});

describe('a story that waits for a grown-up', () => {
  let child: Client;
  let proof: string;
  let key: Client;
  let ids: Record<string, string>;
  /** Words that stand in the story and nowhere in what was asked for. */
  let secrets: string[];
  /** Every address of a file, as a grown-up gets them: whole, with their keys. */
  let files: string[];
  const grownUp = (address: string) => call(child, 'GET', address, undefined, proof);
  const showing = OPERATIONS.filter(({ showsStory, method }) => showsStory && method === 'get');
  const addressOf = (operation: (typeof OPERATIONS)[number]) => fill(operation, (name) => ids[name] ?? '0');

  beforeAll(async () => {
    const account = await createAccount(url);
    child = account.client;
    key = (await createKeyClient(child)).client;
    await setUp(child, { require_approval: true });
    proof = await setPin(child);
    const accepted = await child.generate({
      ...SMALL_STORY,
      num_illustrations: 1,
      target_length: 30,
    });
    const events = await child.readEvents(accepted.job_id);
    expect(events.at(-1)).toMatchObject({ status: 'completed' });
    const story = await json<Record<string, unknown>>(await grownUp(`/api/v1/stories/${accepted.story_id}`));
    const scenes = story.scenes as { text: string }[];
    const characters = story.characters as { name: string; description: string }[];
    secrets = [
      story.title,
      story.moral,
      ...scenes.map(({ text }) => text),
      ...characters.map(({ description }) => description),
    ].filter((text): text is string => typeof text === 'string' && text.length > 5);
    files = [...JSON.stringify(story).matchAll(/"(?:\w*_)?url":"([^"]+)"/g)].map(
      ([, address = '']) => address,
    );
    const [image] = story.images as { image_url: string }[];
    ids = {
      storyId: accepted.story_id,
      jobId: accepted.job_id,
      id: accepted.story_id,
      index: '0',
      sceneIndex: '0',
      file: new URL(String(image?.image_url)).pathname.split('/').at(-1) ?? '',
      projectId: String(story.project_id),
      userId: child.userId,
    };
  }, 300_000);

  test('has everything, for a grown-up', () => {
    expect(secrets.length).toBeGreaterThan(3);
    expect(files.length).toBeGreaterThan(5);
    expect(showing.length).toBeGreaterThan(10);
  });

  test('is seen to wait, under a name that says nothing', async () => {
    const list = await json<{ stories: { id: string; title: string; review: string; cover_url: null }[] }>(
      await child.request('/api/v1/stories?review=waiting'),
    );
    expect(list.stories).toMatchObject([
      { id: ids.storyId, title: 'A story that waits for a grown-up', review: 'waiting', cover_url: null },
    ]);
    expect(
      (await json<{ total: number }>(await child.request('/api/v1/stories?review=approved'))).total,
    ).toBe(0);
    expect(await child.getJob(String(ids.jobId))).toMatchObject({
      status: 'completed',
      review: 'waiting',
      title: '',
      story_id: ids.storyId,
    });
    const theirs = await json<{ stories: { title: string; cover_url: string }[] }>(
      await grownUp('/api/v1/stories'),
    );
    expect(theirs.stories[0]?.title).toBe(secrets[0]);
    expect(theirs.stories[0]?.cover_url).toContain('/images/');
  });

  test('answers nothing of itself, at any door', async () => {
    for (const [name, operation] of named(showing)) {
      if (operation.path.startsWith('/api/v1/stories/') && operation.opensWithKey) continue;
      if (operation.operationId === 'writeStorySync') continue;
      const refused = await child.request(addressOf(operation));
      expect([name, refused.status, await codeOf(refused)]).toEqual([name, 403, 'approval_required']);
      expect([name, (await grownUp(addressOf(operation))).status]).toEqual([name, 200]);
    }
    for (const address of files) {
      const { pathname } = new URL(address, url);
      const refused = await child.request(pathname);
      expect([pathname, refused.status, await codeOf(refused)]).toEqual([pathname, 403, 'approval_required']);
      // With its key too, for the child as for anybody.
      expect([address, (await fetch(new URL(address, url))).status]).toEqual([address, 403]);
      expect([address, (await child.request(address)).status]).toEqual([address, 403]);
      for (const response of [await grownUp(pathname), await key.request(pathname)]) {
        expect([pathname, response.status, response.headers.get('cache-control')]).toEqual([
          pathname,
          200,
          'private, no-store',
        ]);
        await response.arrayBuffer();
      }
    }
  });

  test('leaves none of its words in any answer to a child', async () => {
    const reads = OPERATIONS.filter(
      ({ method, caller, path: address }) =>
        method === 'get' && caller !== 'none' && !/stream|generate-|\/chat\//.test(address),
    );
    expect(reads.length).toBeGreaterThan(30);
    await Promise.all(
      named(reads).map(async ([name, operation]) => {
        const text = await (await child.request(addressOf(operation))).text();
        for (const secret of secrets) expect(text, name).not.toContain(JSON.stringify(secret).slice(1, -1));
      }),
    );
  });

  test('is told to no tool, and nothing goes on from it', async () => {
    const mcp = async (tool: string, input: object) => {
      const response = await child.request('/api/mcp', {
        method: 'POST',
        headers: { 'content-type': 'application/json', accept: 'application/json, text/event-stream' },
        body: JSON.stringify({
          jsonrpc: '2.0',
          id: 1,
          method: 'tools/call',
          params: { name: tool, arguments: input },
        }),
      });
      return response.text();
    };
    expect(await mcp('get_story', { story_id: ids.storyId })).toContain('approval_required');
    const listed = await mcp('list_stories', {});
    for (const secret of secrets) expect(listed).not.toContain(JSON.stringify(secret).slice(1, -1));
    const sequel = await child.post(`/api/v1/stories/${ids.storyId}/sequel`, { prompt: 'The next night' });
    expect([sequel.status, await codeOf(sequel)]).toEqual([403, 'approval_required']);
  });

  test('shows nothing to the owner’s own token at the database either', async () => {
    const rest = connect(child.token);
    const secretsJson = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
    const description = (await (
      await fetch(`${supabaseUrl}/rest/v1/`, {
        headers: { apikey: secretsJson.secretKey, authorization: `Bearer ${secretsJson.secretKey}` },
      })
    ).json()) as { definitions?: Record<string, unknown> };
    const tables = Object.keys(description.definitions ?? {});
    const known = [
      'stories',
      'scenes',
      'characters',
      'assets',
      'jobs',
      'job_events',
      'projects',
      'model_calls',
      'batches',
      'readers',
      'households',
      'webhook_deliveries',
      'chat_messages',
      'chat_events',
      'dossiers',
      'withheld_words',
      'guard_decisions',
    ];
    for (const table of new Set([...known, ...tables])) {
      const { data } = await rest.from(table as 'stories').select('*');
      const text = JSON.stringify(data ?? []);
      for (const secret of secrets) expect(text, table).not.toContain(JSON.stringify(secret).slice(1, -1));
    }
    for (const table of ['scenes', 'characters', 'assets'] as const)
      expect((await rest.from(table).select('id')).data, table).toEqual([]);
    const admin = createClient<Database>(supabaseUrl, secretsJson.secretKey, {
      auth: { persistSession: false },
    });
    const { data: assets } = await admin.from('assets').select('path').eq('story_id', String(ids.storyId));
    expect(assets?.length).toBeGreaterThan(3);
    for (const { path: object } of assets ?? [])
      expect((await rest.storage.from('media').download(object)).error, object).not.toBeNull();
  });

  test('stays put away when it is declined, and opens everywhere when it is approved', async () => {
    const decide = (decision: string, by?: string) =>
      call(child, 'POST', `/api/v1/stories/${ids.storyId}/approval`, { decision }, by);
    expect((await decide('approve')).status).toBe(403);
    expect(await json(await decide('decline', proof))).toMatchObject({ review: 'declined' });
    expect((await child.request(`/api/v1/stories/${ids.storyId}`)).status).toBe(403);
    expect(await json(await child.request('/api/v1/stories?review=declined'))).toMatchObject({
      stories: [{ title: 'A story that a grown-up has put away' }],
    });
    const approved = await json(await decide('approve', proof));
    expect(approved).toMatchObject({ story_id: ids.storyId, review: 'approved' });
    expect(await json(await decide('approve', proof))).toEqual(approved);
    for (const [name, operation] of named(showing)) {
      if (operation.opensWithKey || operation.operationId === 'writeStorySync') continue;
      expect([name, (await child.request(addressOf(operation))).status]).toEqual([name, 200]);
    }
    for (const address of files) expect((await fetch(new URL(address, url))).status).toBe(200);
    expect((await child.getStory(String(ids.storyId))).title).toBe(secrets[0]);
    expect(await json(await child.request(`/api/projects/${ids.projectId}`))).toMatchObject({
      title: secrets[0],
    });
    const { data } = await connect(child.token).from('scenes').select('text');
    expect(data?.length).toBeGreaterThan(0);
  });

  test('is decided about once it is finished, where somebody asked for it, and by its own household', async () => {
    const stranger = await createGuest(url);
    const decide = (client: Client, id: string) =>
      client.post(`/api/v1/stories/${id}/approval`, { decision: 'approve' });
    expect((await decide(stranger, String(ids.storyId))).status).toBe(404);
    const accepted = await stranger.generate(QUICK);
    expect((await decide(stranger, accepted.story_id)).status).toBe(409);
    await call(stranger, 'DELETE', `/api/v1/stories/jobs/${accepted.job_id}`);
  });
});
