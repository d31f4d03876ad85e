import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type { SupabaseClient } from '@supabase/supabase-js';
import postgres from 'postgres';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { Database } from '../../lib/supabase/database.types.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

type TableName = keyof Database['public']['Tables'];

/** Tables that no user reads: they belong to the server. */
const SERVER_TABLES = [
  'dossier_readings',
  'erased_spend',
  'guard_decisions',
  'guest_migrations',
  'household_pins',
  'household_erasures',
  'provider_circuits',
  'provider_leases',
  'rate_limits',
  'sample_story',
  'socket_tickets',
  'story_admissions',
  'unfinished_copies',
  'withheld_words',
] as const;

/** Every other table, and the column that names a row's owner. */
const TABLES = {
  api_keys: 'owner_id',
  assets: 'owner_id',
  batches: 'owner_id',
  characters: 'owner_id',
  chat_events: 'owner_id',
  chat_messages: 'owner_id',
  chat_sessions: 'owner_id',
  conversation_transcripts: 'owner_id',
  dossier_versions: 'owner_id',
  dossiers: 'owner_id',
  households: 'owner_id',
  job_events: 'owner_id',
  jobs: 'owner_id',
  model_calls: 'owner_id',
  profiles: 'id',
  projects: 'owner_id',
  readers: 'owner_id',
  scenes: 'owner_id',
  stories: 'owner_id',
  story_shares: 'owner_id',
  story_words: 'owner_id',
  story_versions: 'owner_id',
  webhook_deliveries: 'owner_id',
  webhook_endpoints: 'owner_id',
  webhook_secrets: 'owner_id',
} as const satisfies Record<Exclude<TableName, (typeof SERVER_TABLES)[number]>, string>;
/** Tables whose rows no guest can have, so that none move with one: a policy says so, and a test below. */
const NEVER_A_GUESTS: readonly TableName[] = ['api_keys'];
/** Where some columns are closed to the owner too: those that are looked at here. */
const OPEN_COLUMNS: Partial<Record<TableName, string>> = { model_calls: 'id, owner_id' };
const OWNED_TABLES = Object.keys(TABLES) as (keyof typeof TABLES)[];

const BRIEF = { prompt: 'A snail who wants to see the sea', ageGroup: '6-8', seed: 7 };
const SETTING = { place: 'beach', timeOfDay: 'day', weather: 'clear', mood: 'calm' };

function createDraft(title: string, sceneTexts: string[], characterIds = ['pip']) {
  return {
    title,
    moral: 'Slow is also a way.',
    musicMood: 'wonder',
    characters: characterIds.map((id) => ({ id, name: id, kind: 'snail', role: 'hero' })),
    scenes: sceneTexts.map((text) => ({
      text,
      summary: text,
      setting: SETTING,
      characterIds,
      props: ['shell'],
    })),
  };
}

/** Tables by a name that is only known at run time: their columns cannot be checked. */
const anyTable = (client: Client, table: TableName) => (client as unknown as SupabaseClient).from(table);

type Person = { client: Client; id: string; jobId: string; storyId: string };

let supabase: TestSupabase;
let admin: Client;
let anna: Person;
let ben: Person;
beforeAll(async () => {
  supabase = await startTestSupabase();
  admin = supabase.admin;
  anna = await createPersonWithRows();
  ben = await createPersonWithRows();
});
afterAll(() => supabase.remove());

async function createPerson(): Promise<Person> {
  const guest = await supabase.createGuest();
  const [jobId, storyId] = [randomUUID(), randomUUID()];
  expectData(
    await guest.client.rpc('create_story_job', { p_job_id: jobId, p_story_id: storyId, p_brief: BRIEF }),
  );
  return { ...guest, jobId, storyId };
}

/** Somebody with a row in every table. */
async function createPersonWithRows(): Promise<Person> {
  const person = await createPerson();
  const { id: owner_id, jobId: job_id, storyId: story_id } = person;
  const saved = await admin.rpc('save_story_draft', {
    p_story_id: story_id,
    p_draft: createDraft('The Snail', ['One.', 'Two.']),
    p_reading: {},
    p_text_model: 'builtin/storyteller',
  });
  expect(saved.error).toBeNull();
  const asset = await admin.from('assets').insert({
    owner_id,
    story_id,
    kind: 'picture',
    path: `${owner_id}/stories/${story_id}/a.png`,
    content_hash: 'abc',
    media_type: 'image/png',
    bytes: 1,
  });
  expect(asset.error).toBeNull();
  const call = await admin.from('model_calls').insert({
    owner_id,
    job_id,
    step: 'draft',
    provider: 'builtin',
    model: 'storyteller',
    modality: 'text',
    request_hash: 'abc',
  });
  expect(call.error).toBeNull();
  const admission = { job_id: randomUUID(), owner_id, quoted_micros: 1 };
  expect((await admin.from('story_admissions').insert(admission)).error).toBeNull();
  const key = await admin.from('api_keys').insert(buildKeyRow(owner_id));
  expect(key.error).toBeNull();
  const decision = await admin.from('guard_decisions').insert({
    owner_id,
    action: 'refused',
    rule: 'hate',
    place: 'prompt',
    door: 'POST /api/v1/stories/generate',
    text_hash: '0'.repeat(64),
  });
  expect(decision.error).toBeNull();
  const home = await Promise.all([
    admin.from('households').insert({ owner_id, time_zone: 'Europe/Berlin' }),
    admin.from('household_pins').insert({ owner_id, pin_hash: 'scrypt$1$1$1$x$x' }),
    admin.from('readers').insert({ owner_id, name: 'Mia', age_group: '6-8' }),
  ]);
  for (const { error } of home) expect(error).toBeNull();
  const share = { id: randomBytes(16).toString('base64url'), owner_id, story_id };
  expect((await admin.from('story_shares').insert(share)).error).toBeNull();
  const version = { story_id, number: 1, owner_id, change: { kind: 'made' }, snapshot: {} };
  expect((await admin.from('story_versions').insert(version)).error).toBeNull();
  await talk(person);
  await listen(person, admin);
  const batch = await person.client.rpc('create_story_batch', { p_batch_id: randomUUID(), p_items: [] });
  expect(batch.error).toBeNull();
  return person;
}

/** A webhook with its secret and a test under way. */
async function listen({ client, id: owner_id }: Person, admin: Client): Promise<void> {
  const p_endpoint_id = randomUUID();
  const endpoint = { id: p_endpoint_id, owner_id, url: 'https://x.example/', event_types: ['story.failed'] };
  expect((await client.from('webhook_endpoints').insert(endpoint)).error?.code).toBe('42501');
  expect((await admin.from('webhook_endpoints').insert(endpoint)).error).toBeNull();
  const p_secret = `whsec_${'A'.repeat(43)}=`;
  expectData(await client.rpc('take_webhook_secrets', { p_endpoint_id, p_secret }));
  expectData(await client.rpc('create_webhook_test', { p_endpoint_id }));
}

function buildKeyRow(owner_id: string) {
  const key_hash = createHash('sha256').update(randomUUID()).digest('hex');
  return { owner_id, name: 'A script', key_hash, prefix: 'sl_abcdefgh', scopes: ['read', 'write'] };
}

/** A conversation with a question, a dossier and a transcript. */
async function talk({ client, id: owner_id }: Person): Promise<void> {
  const [sessionId, projectId] = [randomUUID(), randomUUID()];
  expectData(
    await client.rpc('begin_chat_turn', {
      p_session_id: sessionId,
      p_project_id: projectId,
      p_trigger: 'submit',
      p_message: { id: randomUUID(), parts: [{ type: 'text', text: 'Hello' }], content: 'Hello' },
      p_from_message_id: null as unknown as string,
      p_answer_id: randomUUID(),
    }),
  );
  expectData(
    await client.rpc('save_dossier', {
      p_project_id: projectId,
      p_snapshot: { characters: [] },
      p_changes: [],
      p_changed_by: 'person',
    }),
  );
  const reading = await admin
    .from('dossier_readings')
    .insert({ session_id: sessionId, owner_id, read_to: 0 });
  expect(reading.error).toBeNull();
  const transcript = await admin
    .from('conversation_transcripts')
    .insert({ owner_id, session_id: sessionId, text: 'Hello' });
  expect(transcript.error).toBeNull();
}

describe('row level security', () => {
  test('no table is without it, and none is missing here', async () => {
    const sql = postgres(supabase.databaseUrl, { max: 1 });
    const tables = await sql<{ tablename: string; rowsecurity: boolean }[]>`
      select tablename, rowsecurity from pg_tables where schemaname = 'public' order by tablename collate "C"`;
    await sql.end();
    expect(tables.filter((table) => !table.rowsecurity)).toEqual([]);
    expect(tables.map((table) => table.tablename)).toEqual([...OWNED_TABLES, ...SERVER_TABLES].sort());
  });

  test.each(OWNED_TABLES)('%s: everyone reads their own rows, nobody the rows of another', async (table) => {
    for (const [mine, theirs] of [
      [anna, ben],
      [ben, anna],
    ] as const) {
      const own = expectData(await anyTable(mine.client, table).select(OPEN_COLUMNS[table] ?? '*'));
      expect(own.length).toBeGreaterThan(0);
      for (const row of own) expect((row as unknown as Record<string, unknown>)[TABLES[table]]).toBe(mine.id);
      const foreign = await anyTable(mine.client, table)
        .select(OPEN_COLUMNS[table] ?? '*')
        .eq(TABLES[table], theirs.id);
      expect(foreign.data).toEqual([]);
    }
  });

  test.each(OWNED_TABLES)('%s: a visitor who is nobody reads nothing', async (table) => {
    expect((await anyTable(supabase.createVisitor(), table).select('*')).data ?? []).toEqual([]);
  });

  test.each(OWNED_TABLES)("%s: nobody changes or deletes another's rows", async (table) => {
    const column = TABLES[table];
    const before = expectData(await anyTable(admin, table).select('*').eq(column, ben.id));
    await anyTable(anna.client, table).update({ created_at: '2001-01-01T00:00:00Z' }).eq(column, ben.id);
    await anyTable(anna.client, table).delete().eq(column, ben.id);
    expect(expectData(await anyTable(admin, table).select('*').eq(column, ben.id))).toEqual(before);
  });

  test.each(['assets', 'characters', 'job_events', 'jobs', 'model_calls', 'scenes', 'story_shares'] as const)(
    '%s: not even their owner writes them directly',
    async (table) => {
      const own = anyTable(anna.client, table);
      expect(
        (await own.update({ created_at: '2001-01-01T00:00:00Z' }).eq('owner_id', anna.id)).error?.code,
      ).toBe('42501');
      expect((await own.delete().eq('owner_id', anna.id)).error?.code).toBe('42501');
      expect((await own.insert({ owner_id: anna.id })).error?.code).toBe('42501');
    },
  );

  test.each(['answer', 'estimate', 'price', '*'])(
    'model_calls: %s is not even its owner’s to read, nor to sort or filter by, nor to reach from a job',
    async (column) => {
      const calls = anyTable(anna.client, 'model_calls');
      expect((await calls.select(column)).error?.code).toBe('42501');
      const jobs = anyTable(anna.client, 'jobs');
      expect((await jobs.select(`id, model_calls(${column})`)).error?.code).toBe('42501');
      if (column === '*') return;
      expect((await calls.select('id').order(column)).error?.code).toBe('42501');
      expect((await calls.select('id').not(column, 'is', null)).error?.code).toBe('42501');
      expect(expectData(await anyTable(admin, 'model_calls').select(column)).length).toBeGreaterThan(0);
    },
  );

  test('model_calls: every other column is open, and the two are not mixed up', async () => {
    const sql = postgres(supabase.databaseUrl, { max: 1 });
    const columns = await sql<{ name: string; open: boolean; visitors: boolean }[]>`
      select attname as name, has_column_privilege('authenticated', attrelid, attnum, 'select') as open,
        has_column_privilege('anon', attrelid, attnum, 'select') as visitors
      from pg_attribute where attrelid = 'public.model_calls'::regclass and attnum > 0 and not attisdropped
      order by attname collate "C"`;
    await sql.end();
    expect(columns.filter(({ visitors }) => visitors)).toEqual([]);
    expect(columns.filter(({ open }) => !open).map(({ name }) => name)).toEqual([
      'answer',
      'estimate',
      'price',
    ]);
    const open = columns.filter((column) => column.open).map(({ name }) => name);
    const own = expectData(await anyTable(anna.client, 'model_calls').select(open.join(', ')));
    expect(own.length).toBeGreaterThan(0);
  });

  test('nobody makes a project in the name of another', async () => {
    expect((await anna.client.from('projects').insert({ owner_id: ben.id })).error?.code).toBe('42501');
    expect(
      (await anna.client.from('projects').insert({ owner_id: anna.id, title: 'Mine' })).error,
    ).toBeNull();
  });

  test('the counters of the rate limits are closed to everyone but the service', async () => {
    expect((await anna.client.from('rate_limits').select()).error?.code).toBe('42501');
    expect((await admin.from('rate_limits').select()).error).toBeNull();
  });

  test("a forged token, and one of another installation's, are refused", async () => {
    const { data } = await anna.client.auth.getSession();
    const [head, , signature] = data.session?.access_token.split('.') ?? [];
    const claims = Buffer.from(JSON.stringify({ sub: ben.id, role: 'service_role', exp: 4_000_000_000 }));
    const response = await fetch(`${supabase.url}/rest/v1/jobs?select=id`, {
      headers: {
        apikey: supabase.secrets.publishableKey,
        authorization: `Bearer ${head}.${claims.toString('base64url')}.${signature}`,
      },
    });
    expect(response.status).toBe(401);
  });

  test('a delete that names no rows is refused', async () => {
    expect((await anna.client.from('projects').delete()).error?.code).toBe('21000');
  });

  test('a story that is deleted takes everything of it along', async () => {
    const person = await createPersonWithRows();
    expect((await person.client.from('stories').delete().eq('id', person.storyId)).error).toBeNull();
    for (const table of ['scenes', 'characters', 'assets', 'jobs', 'job_events'] as const) {
      expect((await anyTable(admin, table).select('*').eq('owner_id', person.id)).data, table).toEqual([]);
    }
  });
});

describe('create_story_job', () => {
  test('makes project, story, job and first event in one go', async () => {
    const { client, id, jobId, storyId } = await createPerson();
    expect(expectData(await client.from('jobs').select().single())).toMatchObject({
      id: jobId,
      owner_id: id,
      story_id: storyId,
      status: 'pending',
      stage: 'waiting',
      progress: 0,
    });
    const story = expectData(await client.from('stories').select('*, projects(title)').single());
    expect(story).toMatchObject({
      prompt: BRIEF.prompt,
      age_group: '6-8',
      brief: BRIEF,
      projects: { title: BRIEF.prompt },
    });
    expect(expectData(await client.from('job_events').select())).toMatchObject([
      { type: 'status', key: 'status:pending', data: { status: 'pending', stage: 'waiting', progress: 0 } },
    ]);
  });

  test('answers a repeated request with the same job and makes nothing twice', async () => {
    const { client, jobId } = await createPerson();
    const again = await client.rpc('create_story_job', {
      p_job_id: jobId,
      p_story_id: randomUUID(),
      p_brief: BRIEF,
    });
    expect(again.data).toBe(jobId);
    expect(expectData(await client.from('stories').select('id'))).toHaveLength(1);
    expect(expectData(await client.from('projects').select('id'))).toHaveLength(1);
  });

  test('leaves nothing when the brief is not acceptable', async () => {
    const { client } = await supabase.createGuest();
    const { error } = await client.rpc('create_story_job', {
      p_job_id: randomUUID(),
      p_story_id: randomUUID(),
      p_brief: { ...BRIEF, ageGroup: '40-50' },
    });
    expect(error?.code).toBe('23514');
    expect(expectData(await client.from('projects').select('id'))).toEqual([]);
  });

  test('needs somebody who is signed in', async () => {
    const visitor = supabase.createVisitor();
    const ids = { p_job_id: randomUUID(), p_story_id: randomUUID() };
    expect((await visitor.rpc('create_story_job', { ...ids, p_brief: BRIEF })).error?.code).toBe('42501');
  });
});

describe('record_job_event', () => {
  let person: Person;
  beforeEach(async () => {
    person = await createPerson();
  });
  const record = (
    key: string,
    changes: Partial<Database['public']['Functions']['record_job_event']['Args']> = {},
  ) =>
    admin.rpc('record_job_event', {
      p_job_id: person.jobId,
      p_type: 'stage',
      p_key: key,
      p_data: {},
      ...changes,
    });
  const readJob = async () => expectData(await person.client.from('jobs').select().single());
  const readEvents = async () => expectData(await person.client.from('job_events').select().order('id'));

  test('moves the job and tells what it moved to', async () => {
    const recorded = await record('stage:writing', {
      p_status: 'processing',
      p_stage: 'writing',
      p_progress: 0.1,
    });
    expect(recorded.data).toBe(true);
    expect(await readJob()).toMatchObject({ status: 'processing', stage: 'writing', progress: 0.1 });
    expect((await readJob()).started_at).toBeTruthy();
    expect((await readEvents()).at(-1)?.data).toEqual({
      status: 'processing',
      stage: 'writing',
      progress: 0.1,
    });
  });

  test('keeps a thing told twice once, also when both tell it at the same moment', async () => {
    const told = await Promise.all([
      record('picture:1', { p_type: 'picture', p_data: { scene: 0 } }),
      record('picture:1', { p_type: 'picture', p_data: { scene: 0 } }),
    ]);
    expect(told.map((answer) => answer.data).sort()).toEqual([false, true]);
    expect((await readEvents()).filter((event) => event.key === 'picture:1')).toHaveLength(1);
  });

  test('many different things at once are all kept, and progress is the greatest that was told', async () => {
    const progresses = [0.2, 0.7, 0.4, 0.6, 0.3, 0.5];
    const told = await Promise.all(
      progresses.map((progress) => record(`at:${progress}`, { p_progress: progress })),
    );
    expect(told.every((answer) => answer.data === true)).toBe(true);
    expect((await readJob()).progress).toBe(0.7);
    const seen = (await readEvents()).map((event) => (event.data as { progress: number }).progress);
    // Event ids grow in the order in which the job moved, so progress never goes back for a reader either.
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('a finished job is not moved again', async () => {
    await record('status:completed', { p_status: 'completed', p_stage: 'done', p_progress: 1 });
    expect((await record('late', { p_status: 'failed' })).data).toBe(false);
    const job = await readJob();
    expect(job).toMatchObject({ status: 'completed', progress: 1 });
    expect(job.finished_at).toBeTruthy();
  });

  test('collects warnings', async () => {
    await record('warning:1', { p_warning: { code: 'provider_rejected', message: 'No.', scene: 1 } });
    await record('warning:2', { p_warning: { code: 'provider_failed', message: 'Off.' } });
    expect((await readJob()).warnings).toMatchObject([
      { code: 'provider_rejected', scene: 1 },
      { code: 'provider_failed' },
    ]);
  });

  test('does not know an unknown job, and is not for users', async () => {
    expect((await record('x', { p_job_id: randomUUID() })).data).toBe(false);
    const { error } = await person.client.rpc('record_job_event', {
      p_job_id: person.jobId,
      p_type: 'status',
      p_key: 'mine',
      p_data: {},
    });
    expect(error?.code).toBe('42501');
  });
});

describe('cancel_job', () => {
  test('cancels a running job once, and its story is not being made any more', async () => {
    const { client, jobId } = await createPerson();
    const cancel = () => client.rpc('cancel_job', { p_job_id: jobId });
    expect([(await cancel()).data, (await cancel()).data]).toEqual(['cancelled', 'cancelled']);
    expect(expectData(await client.from('jobs').select().single()).finished_at).toBeTruthy();
    expect(expectData(await client.from('stories').select('status').single()).status).toBe('failed');
    const events = expectData(await client.from('job_events').select('key').order('id'));
    expect(events.map((event) => event.key)).toEqual(['status:pending', 'status:cancelled']);
  });

  test('leaves a completed job as it is', async () => {
    const { client, jobId } = await createPerson();
    await admin.rpc('record_job_event', {
      p_job_id: jobId,
      p_type: 'status',
      p_key: 'done',
      p_data: {},
      p_status: 'completed',
    });
    expect((await client.rpc('cancel_job', { p_job_id: jobId })).data).toBe('completed');
  });

  test("does not know another's job", async () => {
    const { client } = await supabase.createGuest();
    expect((await client.rpc('cancel_job', { p_job_id: ben.jobId })).data).toBeNull();
    expect(expectData(await ben.client.from('jobs').select().single()).status).toBe('pending');
  });
});

describe('save_story_draft', () => {
  const save = (storyId: string, draft: ReturnType<typeof createDraft>) =>
    admin.rpc('save_story_draft', {
      p_story_id: storyId,
      p_draft: draft,
      p_reading: { words: 9 },
      p_text_model: 'builtin/storyteller',
    });

  test('writes title, scenes and characters in order', async () => {
    const { client, storyId } = await createPerson();
    expect(
      (await save(storyId, createDraft('The Snail', ['One.', 'Two.', 'Three.'], ['pip', 'olga']))).error,
    ).toBeNull();
    expect(expectData(await client.from('stories').select().single())).toMatchObject({
      title: 'The Snail',
      music_mood: 'wonder',
      reading: { words: 9 },
    });
    const scenes = expectData(await client.from('scenes').select().order('position'));
    expect(scenes.map((scene) => [scene.position, scene.text])).toEqual([
      [0, 'One.'],
      [1, 'Two.'],
      [2, 'Three.'],
    ]);
    expect(scenes[0]?.depiction).toEqual({
      setting: SETTING,
      characterIds: ['pip', 'olga'],
      props: ['shell'],
    });
    const characters = expectData(await client.from('characters').select().order('position'));
    expect(characters.map((character) => character.slug)).toEqual(['pip', 'olga']);
  });

  test('saved again with fewer scenes, it keeps the ids of those that stay', async () => {
    const { client, storyId } = await createPerson();
    const readScenes = async () =>
      expectData(await client.from('scenes').select('id, text').order('position'));
    await save(storyId, createDraft('First', ['One.', 'Two.', 'Three.'], ['pip', 'olga']));
    const before = await readScenes();
    await save(storyId, createDraft('Second', ['One, better.', 'Two.'], ['pip']));
    expect(await readScenes()).toEqual([
      { id: before[0]?.id, text: 'One, better.' },
      { id: before[1]?.id, text: 'Two.' },
    ]);
    expect(expectData(await client.from('characters').select('slug'))).toEqual([{ slug: 'pip' }]);
  });

  test('keeps premise, outline and the titles of chapters, and empties them when a draft has none', async () => {
    const { client, storyId } = await createPerson();
    const draft = createDraft('The Snail', ['One.', 'Two.']);
    const chapters = {
      ...draft,
      premise: 'A snail wants to be fast.',
      outline: ['It sets out.', 'It arrives.'],
      scenes: draft.scenes.map((scene, index) => ({ ...scene, title: ['Setting Out', 'Arriving'][index] })),
    };
    const read = async () => ({
      story: expectData(await client.from('stories').select('premise, outline').single()),
      titles: expectData(await client.from('scenes').select('title').order('position')).map(
        (row) => row.title,
      ),
    });
    expect((await save(storyId, chapters)).error).toBeNull();
    expect(await read()).toEqual({
      story: { premise: 'A snail wants to be fast.', outline: ['It sets out.', 'It arrives.'] },
      titles: ['Setting Out', 'Arriving'],
    });
    expect((await save(storyId, draft)).error).toBeNull();
    expect(await read()).toEqual({ story: { premise: '', outline: [] }, titles: ['', ''] });
  });

  test('does not know an unknown story, and is not for users', async () => {
    expect((await save(randomUUID(), createDraft('X', ['One.']))).error?.code).toBe('P0002');
    const { error } = await anna.client.rpc('save_story_draft', {
      p_story_id: anna.storyId,
      p_draft: {},
      p_reading: {},
      p_text_model: 'x',
    });
    expect(error?.code).toBe('42501');
  });
});

describe('api_keys', () => {
  test('a guest makes none; an account makes its own, and nobody else’s', async () => {
    const person = await supabase.createGuest();
    const refused = await person.client.from('api_keys').insert(buildKeyRow(person.id));
    expect(refused.error?.code).toBe('42501');
    const email = `${randomUUID()}@example.org`;
    expectData(await person.client.auth.updateUser({ email, password: 'a long enough secret' }));
    expectData(await person.client.auth.refreshSession());
    expect((await person.client.from('api_keys').insert(buildKeyRow(person.id))).error).toBeNull();
    expect((await person.client.from('api_keys').insert(buildKeyRow(ben.id))).error?.code).toBe('42501');
  });

  test('is revoked for good, by the database’s clock; its hash, scopes and use are not for its owner to write', async () => {
    const own = () => anna.client.from('api_keys');
    const revoke = (revoked_at: string | null) => own().update({ revoked_at }).eq('owner_id', anna.id);
    expect((await revoke('2001-01-01T00:00:00Z')).error).toBeNull();
    const read = async () => expectData(await own().select('revoked_at').single()).revoked_at;
    const revokedAt = await read();
    expect(Math.abs(Date.now() - Date.parse(String(revokedAt)))).toBeLessThan(60_000);
    expect((await revoke(null)).error).toBeNull();
    expect(await read()).toBe(revokedAt);
    const hash = 'a'.repeat(64);
    for (const change of [{ key_hash: hash }, { scopes: ['write'] }, { last_used_at: null }]) {
      expect((await own().update(change).eq('owner_id', anna.id)).error?.code).toBe('42501');
    }
  });

  test('its use is written down once a minute, and only the service asks by hash', async () => {
    const row = buildKeyRow(ben.id);
    expect((await admin.from('api_keys').insert(row)).error).toBeNull();
    const use = async () => expectData(await admin.rpc('use_api_key', { p_key_hash: row.key_hash }));
    const lastUse = async () =>
      expectData(await admin.from('api_keys').select('last_used_at').eq('key_hash', row.key_hash).single());
    expect(await use()).toMatchObject({ owner_id: ben.id, scopes: ['read', 'write'], revoked_at: null });
    const first = await lastUse();
    expect(first.last_used_at).not.toBeNull();
    await use();
    expect(await lastUse()).toEqual(first);
    expect((await ben.client.rpc('use_api_key', { p_key_hash: row.key_hash })).error?.code).toBe('42501');
    expect((await admin.rpc('use_api_key', { p_key_hash: 'b'.repeat(64) })).data).toBeNull();
  });
});

describe('migrate_guest', () => {
  test('moves every table that has an owner', async () => {
    const guest = await createPersonWithRows();
    const account = await supabase.createGuest();
    const sql = postgres(supabase.databaseUrl, { max: 1 });
    try {
      await sql`update auth.users set is_anonymous = false where id = ${account.id}`;
      const owned = await sql<{ name: TableName }[]>`
        select table_name as name from information_schema.columns
        where table_schema = 'public' and column_name = 'owner_id' and table_name <> all(${[...NEVER_A_GUESTS]})
        order by 1`;
      const pair = { p_guest: guest.id, p_account: account.id };
      const answers = await Promise.all(
        Array.from({ length: 5 }, async () => expectData(await admin.rpc('migrate_guest', pair))),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(Object.keys(answers[0] as object).sort()).toEqual(owned.map(({ name }) => name).sort());
      for (const { name } of owned) {
        expect(expectData(await anyTable(admin, name).select('*').eq('owner_id', guest.id))).toEqual([]);
        expect(expectData(await anyTable(admin, name).select('*').eq('owner_id', account.id))).not.toEqual(
          [],
        );
      }
      expect(
        expectData(await admin.from('guest_migrations').select('id').eq('guest_id', guest.id)),
      ).toHaveLength(1);
    } finally {
      await sql.end();
    }
  });

  test('neither takes from an account nor gives to a guest, and no user may call it', async () => {
    const [guest, other] = [await createPerson(), await createPerson()];
    const pair = { p_guest: guest.id, p_account: other.id };
    expect((await admin.rpc('migrate_guest', pair)).error?.code).toBe('SL409');
    expect((await guest.client.rpc('migrate_guest', pair)).error?.code).toBe('42501');
  });

  test('what is made afterwards for a story of the guest belongs to the account', async () => {
    const guest = await createPerson();
    const account = await supabase.createGuest();
    const sql = postgres(supabase.databaseUrl, { max: 1 });
    await sql`update auth.users set is_anonymous = false where id = ${account.id}`;
    await sql.end();
    expectData(await admin.rpc('migrate_guest', { p_guest: guest.id, p_account: account.id }));
    const asset = await admin
      .from('assets')
      .insert({
        owner_id: guest.id,
        story_id: guest.storyId,
        kind: 'picture',
        path: `${guest.id}/stories/${guest.storyId}/late.png`,
        content_hash: 'late',
        media_type: 'image/png',
        bytes: 1,
      })
      .select('owner_id')
      .single();
    expect(asset.data?.owner_id).toBe(account.id);
    const story = await admin.from('stories').select('media_folder').eq('id', guest.storyId).single();
    expect(story.data?.media_folder).toBe(`${guest.id}/stories/${guest.storyId}`);
  });
});
