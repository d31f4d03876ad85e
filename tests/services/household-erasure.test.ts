import { execFile } from 'node:child_process';
import { randomUUID } from 'node:crypto';
import { readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { promisify } from 'node:util';
import { unzipSync } from 'fflate';
import postgres from 'postgres';
import { afterAll, afterEach, beforeAll, describe, expect, test, vi } from 'vitest';
import { INSTALLATION_USER_ID } from '../../lib/auth/installation-user.ts';
import { eraseHousehold } from '../../lib/erasure/erase-household.ts';
import { listBrokenErasures } from '../../lib/erasure/list-broken-erasures.ts';
import { HELD_TABLES, NOT_HELD } from '../../lib/holdings/holdings.ts';
import { createHouseholdArchiveResponse } from '../../lib/http/household-archive.ts';
import { reserveCall, settleCall } from '../../lib/ledger/calls.ts';
import {
  forgetAnswers,
  forgetExpired,
  forgetTranscripts,
  listUnseenGuests,
  removeOwnerlessFiles,
} from '../../lib/retention/forget-old.ts';
import { saveAsset } from '../../lib/storage/assets.ts';
import { getObjectStore } from '../../lib/storage/object-store.ts';
import { startS3Fixture } from '../fixtures/s3-server.ts';
import { createFullHousehold, type FullHousehold } from '../support/full-household.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** Everything of a household is exported and erased, over a real Postgres and real files; only the queue is not there. */
let supabase: TestSupabase;
let admin: Client;
let sql: postgres.Sql;
const queue = { cancelJobs: vi.fn(async () => undefined), forget: vi.fn(async () => undefined) };
const DAY_MS = 86_400_000;

beforeAll(async () => {
  supabase = await startTestSupabase();
  admin = supabase.admin;
  sql = postgres(supabase.databaseUrl, { max: 4, onnotice: () => undefined });
  vi.stubEnv('SUPABASE_URL', supabase.url);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', supabase.secrets.publishableKey);
  vi.stubEnv('SUPABASE_SECRET_KEY', supabase.secrets.secretKey);
  vi.stubEnv('STORYLOOM_DATA_DIR', supabase.dataDir);
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sql.end();
  await supabase.remove();
});
afterEach(() => vi.clearAllMocks());

const createHousehold = () => createFullHousehold(supabase, sql);
const erase = (ownerId: string) => eraseHousehold(admin, ownerId, queue);

/** Every table of the database that people's things could be in. */
async function listTables(): Promise<{ schema: string; name: string }[]> {
  return sql`select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'auth', 'storage') and table_type = 'BASE TABLE' order by 1, 2`;
}

/** How many rows of each table name one of these texts in any column; those without are left out. */
async function findTraces(of: readonly string[]): Promise<Record<string, number>> {
  const found: Record<string, number> = {};
  const pattern = of.map((text) => text.replaceAll('.', '\\.')).join('|');
  for (const { schema, name } of await listTables()) {
    const [row] = await sql<{ count: number }[]>`
      select count(*)::int as count from ${sql(schema)}.${sql(name)} t where t::text ~ ${pattern}`;
    if (row && row.count > 0) found[`${schema}.${name}`] = row.count;
  }
  return found;
}

/** Every row that names one of these texts, as it is, byte for byte. */
async function takeSnapshot(of: readonly string[]): Promise<Record<string, string>> {
  const taken: Record<string, string> = {};
  const pattern = of.join('|');
  for (const { schema, name } of await listTables()) {
    const [row] = await sql<{ rows: string | null }[]>`
      select string_agg(t::text, E'\n' order by t::text) as rows from ${sql(schema)}.${sql(name)} t where t::text ~ ${pattern}`;
    if (row?.rows) taken[`${schema}.${name}`] = row.rows;
  }
  return taken;
}

/** Files below the data folder, Postgres' own aside, that hold these words. */
function findFiles(words: string, folder = supabase.dataDir): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (name === 'postgres') return [];
    if (statSync(file).isDirectory()) return findFiles(words, file);
    return readFileSync(file, 'latin1').includes(words) ? [file] : [];
  });
}

const tracesOf = (household: FullHousehold) => [...household.ids, household.words];
async function expectNothingLeft(household: FullHousehold): Promise<void> {
  expect(await findTraces(tracesOf(household))).toEqual({});
  expect(findFiles(household.words)).toEqual([]);
}

describe('what a household has', () => {
  test('is told in full: every table of the catalogue is in the export or named as nobody’s', async () => {
    const inCatalogue = (await listTables())
      .filter(({ schema }) => schema === 'public')
      .map(({ name }) => name);
    const listed = [...HELD_TABLES.map(({ name }) => name), ...Object.keys(NOT_HELD)];
    expect(listed.sort()).toEqual(inCatalogue);
    // A column that names an owner makes a table theirs.
    const owned = await sql<{ name: string }[]>`
      select distinct table_name as name from information_schema.columns
      where table_schema = 'public' and column_name in ('owner_id', 'account_id') order by 1`;
    const held = new Set<string>(HELD_TABLES.map(({ name }) => name));
    expect(owned.filter(({ name }) => !held.has(name))).toEqual([]);
  });

  test('is in every table at once here, so that no table is tested empty', async () => {
    const household = await createHousehold();
    const found = await findTraces(tracesOf(household));
    const missing = HELD_TABLES.filter(({ name }) => !found[`public.${name}`]).map(({ name }) => name);
    expect(missing).toEqual([]);
    expect(Object.keys(found)).toEqual(
      expect.arrayContaining(['auth.users', 'auth.sessions', 'auth.refresh_tokens', 'storage.objects']),
    );
    expect(findFiles(household.words).length).toBeGreaterThan(household.paths.length);
  });
});

describe('the export', () => {
  async function exportOf(ownerId: string): Promise<Record<string, Uint8Array>> {
    const response = createHouseholdArchiveResponse(new Request('http://localhost/'), { admin, ownerId });
    return unzipSync(new Uint8Array(await response.arrayBuffer()));
  }
  const textOf = (files: Record<string, Uint8Array>, name: string) =>
    Buffer.from(files[name] ?? []).toString();

  test('has every row with every column but secrets, in the same order each time', async () => {
    const household = await createHousehold();
    const files = await exportOf(household.ownerId);
    const json = JSON.parse(textOf(files, 'household.json'));
    expect(json.account.user).toMatchObject({ id: household.ownerId, email: household.email });
    expect(Object.keys(json.tables)).toEqual(HELD_TABLES.map(({ name }) => name));
    const columns = await sql<{ table: string; column: string }[]>`
      select table_name as table, column_name as column from information_schema.columns where table_schema = 'public'`;
    for (const { name, leftOut, owner } of HELD_TABLES) {
      const rows = json.tables[name] as Record<string, unknown>[];
      const expected = columns.filter(({ table }) => table === name).map(({ column }) => column);
      expect(Object.keys(rows[0] ?? {}).sort(), name).toEqual(
        expected.filter((column) => !leftOut.includes(column)).sort(),
      );
      const where =
        owner === 'stories.owner_id'
          ? sql`story_id in (select id from public.stories where owner_id = ${household.ownerId})`
          : sql`${sql(owner)} = ${household.ownerId}`;
      const [count] = await sql<{ count: number }[]>`
        select count(*)::int as count from public.${sql(name)} where ${where}`;
      expect(rows.length, name).toBe(count?.count);
    }
    const again = await exportOf(household.ownerId);
    expect(textOf(again, 'household.json')).toBe(textOf(files, 'household.json'));
    const secrets = [`scrypt$secret`, 'whsec_', household.accessToken];
    const whole = Object.values(files).map((bytes) => Buffer.from(bytes).toString('latin1'));
    for (const secret of secrets) expect(whole.some((text) => text.includes(secret))).toBe(false);
    expect(json.tables.model_calls.every((call: object) => !('answer' in call))).toBe(true);
  });

  test('has a folder for each story with its words and files, also of one that waits, and says what is what', async () => {
    const household = await createHousehold();
    const files = await exportOf(household.ownerId);
    const names = Object.keys(files);
    expect(names.slice(0, 2)).toEqual(['README.txt', 'household.json']);
    expect(textOf(files, 'README.txt')).toContain('stories/');
    const stories = names.filter((name) => name.endsWith('/story.md'));
    expect(stories.length).toBe(3);
    for (const name of stories) expect(textOf(files, name)).toContain(`One ${household.words}.`);
    const waiting = stories.map((name) => textOf(files, name)).filter((text) => text.includes('It waits'));
    expect(waiting.length).toBe(1);
    expect(waiting[0]).toMatch(new RegExp(`^# ${household.words}`));
    const pictures = names.filter((name) => /pictures\/page 001\.png$/.test(name));
    expect(pictures.map((name) => textOf(files, name))).toEqual([household.words, household.words]);
    expect(waiting[0]).toContain('](<pictures/page 001.png>)');
  });

  test('goes on without a file that is lost, and names it', async () => {
    const household = await createHousehold();
    const [lost = ''] = household.paths;
    await (await getObjectStore()).remove([lost]);
    const files = await exportOf(household.ownerId);
    expect(textOf(files, 'missing-files.txt')).toMatch(/pictures\/page 001\.png\n$/);
  });

  test('reads pages of rows one after the other', async () => {
    const household = await createHousehold();
    await sql`insert into public.job_events (job_id, owner_id, type, key)
      select ${household.runningJobId}, ${household.ownerId}, 'progress', n::text from generate_series(1, 450) n`;
    await sql`insert into public.dossier_versions (project_id, version, owner_id, snapshot, changed_by)
      select project_id, version + n, owner_id, snapshot, 'person' from public.dossiers, generate_series(1, 450) n
      where owner_id = ${household.ownerId}`;
    const { tables } = JSON.parse(textOf(await exportOf(household.ownerId), 'household.json'));
    const ids = tables.job_events.map(({ id }: { id: number }) => id);
    expect([ids.length >= 450, new Set(ids).size]).toEqual([true, ids.length]);
    const versions = tables.dossier_versions.map(({ version }: { version: number }) => version);
    expect(versions).toEqual(Array.from({ length: 451 }, (_, index) => index + 1));
  });
});

describe('erasing', () => {
  test('leaves no row, no file, no mail and no session; another household stays to the byte', async () => {
    const [household, other] = [await createHousehold(), await createHousehold()];
    const before = await takeSnapshot(tracesOf(other));
    await erase(household.ownerId);
    await expectNothingLeft(household);
    expect(await takeSnapshot(tracesOf(other))).toEqual(before);
    expect(findFiles(other.words).length).toBeGreaterThan(other.paths.length);
    expect(queue.cancelJobs).toHaveBeenCalledWith(expect.arrayContaining([household.runningJobId]));
    expect(queue.forget).toHaveBeenCalledWith(
      expect.arrayContaining([household.ownerId, household.guestId, household.runningJobId]),
    );
    const asked = await fetch(`${supabase.url}/auth/v1/user`, {
      headers: { apikey: supabase.secrets.publishableKey, authorization: `Bearer ${household.accessToken}` },
    });
    expect(asked.ok).toBe(false);
  });

  test('of a guest whose things went to an account touches none of them', async () => {
    const household = await createHousehold();
    const before = await takeSnapshot([household.words]);
    await erase(household.guestId);
    expect(await takeSnapshot([household.words])).toEqual(before);
    expect(await findTraces([`${household.guestId}/stories`])).toMatchObject({ 'storage.objects': 2 });
    await erase(household.ownerId);
    await expectNothingLeft(household);
  });

  test('gives the installation’s day no room back, and a call under way settles into nothing', async () => {
    const household = await createHousehold();
    const stranger = randomUUID();
    const spent = async () =>
      expectData(await admin.rpc('sum_spend', { p_owner: stranger, p_now: new Date().toISOString() }));
    const before = (await spent()) as { installationDayMicros: number };
    const intent = {
      payer: { ownerId: household.ownerId, jobId: null, storyId: null },
      step: 'chat',
      modality: 'chat' as const,
      model: { provider: 'builtin', modelId: 'interviewer' },
      request: {},
      estimate: {},
    };
    const call = await reserveCall(admin, intent);
    await erase(household.ownerId);
    expect(((await spent()) as typeof before).installationDayMicros).toBe(before.installationDayMicros);
    if ('answer' in call) throw new Error('nothing was answered before');
    await settleCall(admin, call, { units: {}, answer: { words: household.words } });
    await expectNothingLeft(household);
    const [sum] = await sql<{ columns: string[] }[]>`
      select array_agg(column_name::text order by 1) as columns from information_schema.columns
      where table_schema = 'public' and table_name = 'erased_spend'`;
    expect(sum?.columns).toEqual(['day', 'micros']);
  });

  test('is not undone by steps that were under way: none of them writes a row or leaves a file', async () => {
    const household = await createHousehold();
    const [storyId = ''] = household.storyIds;
    const payer = { ownerId: household.ownerId, jobId: household.runningJobId, storyId };
    await erase(household.ownerId);
    const late = {
      ownerId: household.ownerId,
      storyId,
      sceneId: null,
      kind: 'picture' as const,
      contentHash: 'late',
      mediaType: 'image/png',
      content: Buffer.from(household.words),
      details: {},
    };
    await expect(saveAsset(admin, late)).rejects.toMatchObject({ code: 'not_found' });
    const told = await admin.rpc('record_job_event', {
      p_job_id: household.runningJobId,
      p_type: 'scene',
      p_key: 'late',
      p_data: { words: household.words },
    });
    expect(told.data).toBe(false);
    const intent = {
      payer,
      step: 'picture:2',
      modality: 'picture' as const,
      model: { provider: 'openai.image', modelId: 'gpt-image-1' },
      request: {},
      estimate: { pictures: 1 },
      sort: '1536x1024 high',
    };
    await expect(reserveCall(admin, intent)).rejects.toMatchObject({ code: 'not_found' });
    const chat = {
      ...intent,
      payer: { ownerId: household.ownerId, jobId: null, storyId: null },
      step: 'chat',
    };
    await expect(reserveCall(admin, chat)).rejects.toThrow();
    await expectNothingLeft(household);
  });

  test('takes a file away that a step put down while rows went, and one whose step died, later', async () => {
    const household = await createHousehold();
    const store = await getObjectStore();
    const late = `${household.ownerId}/stories/${household.storyIds[0]}/late.png`;
    const content = Buffer.from(household.words);
    const facts = { mediaType: 'image/png', bytes: content.length, sha256: 'a'.repeat(64) };
    // The queue is asked right before the rows go: there the step is still at it.
    queue.forget.mockImplementationOnce(() => store.put(late, content, facts).then(() => undefined));
    await erase(household.ownerId);
    await expectNothingLeft(household);
    await store.put(late, content, facts);
    const other = await createHousehold();
    expect(await removeOwnerlessFiles(admin)).toBe(1);
    await expectNothingLeft(household);
    expect(await findTraces([`${other.guestId}/stories`])).toMatchObject({ 'storage.objects': 2 });
  });

  test('lets nothing new begin meanwhile', async () => {
    const household = await createHousehold();
    expectData(await admin.rpc('begin_household_erasure', { p_owner: household.ownerId }));
    const job = { jobId: randomUUID(), storyId: randomUUID() };
    const client = supabase.createVisitor();
    await client.auth.signInWithPassword({ email: household.email, password: 'a long enough secret' });
    const begun = await client.rpc('create_story_job', {
      p_job_id: job.jobId,
      p_story_id: job.storyId,
      p_brief: { prompt: 'One more', ageGroup: '6-8', seed: 7 },
    });
    expect(begun.error?.code).toBe('SL409');
    expect((await client.from('projects').insert({ owner_id: household.ownerId })).error?.code).toBe('SL409');
    expect(await listBrokenErasures(admin, 0)).toContain(household.ownerId);
    expect(await listBrokenErasures(admin)).not.toContain(household.ownerId);
    await erase(household.ownerId);
    expect(await listBrokenErasures(admin, 0)).not.toContain(household.ownerId);
  });

  test('of the installation’s own user empties it and leaves it there: every process knows it by its id', async () => {
    await admin.auth.admin.createUser({ id: INSTALLATION_USER_ID, email: 'installation@storyloom.invalid' });
    const { error } = await admin
      .from('projects')
      .insert({ owner_id: INSTALLATION_USER_ID, title: 'Things' });
    expect(error).toBeNull();
    await erase(INSTALLATION_USER_ID);
    expect(Object.keys(await findTraces([INSTALLATION_USER_ID]))).toEqual([
      'auth.identities',
      'auth.users',
      'public.profiles',
    ]);
    expect((await admin.auth.admin.getUserById(INSTALLATION_USER_ID)).data.user?.id).toBe(
      INSTALLATION_USER_ID,
    );
  });

  test('twice at once comes to the same end', async () => {
    const household = await createHousehold();
    await Promise.all([erase(household.ownerId), erase(household.ownerId), erase(household.ownerId)]);
    await erase(household.ownerId);
    await expectNothingLeft(household);
  });

  test('works with files in a bucket of S3', async () => {
    const s3 = await startS3Fixture();
    for (const [name, value] of Object.entries(s3.environment)) vi.stubEnv(name, value);
    try {
      const [household, other] = [await createHousehold(), await createHousehold()];
      expect((await s3.listPaths()).length).toBe(household.paths.length + other.paths.length);
      await erase(household.ownerId);
      expect((await s3.listPaths()).sort()).toEqual(other.paths.toSorted());
      const store = await getObjectStore();
      // Directly in the folder: s3rver names no folder that has only folders in it.
      await store.put(`${household.ownerId}/late.png`, Buffer.from('x'), {
        mediaType: 'image/png',
        bytes: 1,
        sha256: '2d711642b726b04401627ca9fbac32f5c8530fb1903cc4db02258717921a4881',
      });
      expect(await removeOwnerlessFiles(admin)).toBe(1);
      expect((await s3.listPaths()).sort()).toEqual(other.paths.toSorted());
    } finally {
      for (const name of Object.keys(s3.environment)) vi.stubEnv(name, '');
      await s3.stop();
    }
  });
});

describe('a process that is killed while it erases', () => {
  const script = path.resolve(import.meta.dirname, '../support/erase-and-die.ts');
  const node = path.resolve(import.meta.dirname, '../../node_modules/.bin/node');

  async function runChild(
    ownerId: string,
    lastAnswer: number,
  ): Promise<{ signal: string | null; asked: string[] }> {
    try {
      const { stdout } = await promisify(execFile)(node, [script, ownerId, String(lastAnswer)]);
      const said = JSON.parse(stdout.trim().split('\n').at(-1) ?? '{}') as { asked: string[] };
      return { signal: null, asked: said.asked };
    } catch (error) {
      return { signal: (error as { signal?: string }).signal ?? String(error), asked: [] };
    }
  }

  test('after any change it made leaves an erasure that is found and done to its end', {
    timeout: 300_000,
  }, async () => {
    const whole = await runChild((await createHousehold()).ownerId, 0);
    expect(whole.signal).toBeNull();
    const { asked } = whole;
    // What only looks changes nothing: before and after it is the same moment. Of the files the first and the last.
    const changes = asked.flatMap((call, index) => {
      const isFile = call.startsWith('DELETE /storage/');
      const isEdge = asked[index - 2] !== call || asked[index + 2] !== call;
      return /^DELETE|_erasure$|_rows$/.test(call) && (!isFile || isEdge) ? [index + 1] : [];
    });
    const names = changes.map((moment) => asked[moment - 1]);
    expect(names).toEqual(
      expect.arrayContaining([
        'POST /rest/v1/rpc/begin_household_erasure',
        'DELETE /storage/v1/object/media',
        'POST /rest/v1/rpc/erase_household_rows',
        expect.stringMatching(/^DELETE \/auth\/v1\/admin\/users\//),
        'POST /rest/v1/rpc/end_household_erasure',
      ]),
    );
    for (const moment of changes) {
      const household = await createHousehold();
      expect((await runChild(household.ownerId, moment)).signal).toBe('SIGKILL');
      const broken = await listBrokenErasures(admin, 0);
      // After the very last change there is nothing left to do.
      expect(broken.includes(household.ownerId)).toBe(moment !== changes.at(-1));
      if (broken.includes(household.ownerId)) await erase(household.ownerId);
      await expectNothingLeft(household);
    }
  });
});

describe('what ends by itself', () => {
  const daysAgo = (days: number) => new Date(Date.now() - days * DAY_MS).toISOString();
  async function age(userId: string, days: number): Promise<void> {
    const at = daysAgo(days);
    await sql`alter table public.stories disable trigger user`;
    await sql`alter table public.jobs disable trigger user`;
    await sql`update public.stories set updated_at = ${at} where owner_id = ${userId}`;
    await sql`update public.jobs set updated_at = ${at} where owner_id = ${userId}`;
    await sql`alter table public.stories enable trigger user`;
    await sql`alter table public.jobs enable trigger user`;
    await sql`update auth.users set created_at = ${at}, last_sign_in_at = ${at} where id = ${userId}`;
    await sql`update auth.sessions set created_at = ${at}, updated_at = ${at}, refreshed_at = ${at} where user_id = ${userId}`;
    await sql`update auth.refresh_tokens set created_at = ${at}, updated_at = ${at} where user_id = ${userId}`;
  }
  async function createGuestWithStory() {
    const guest = await supabase.createGuest();
    const story = { p_job_id: randomUUID(), p_story_id: randomUUID() };
    const p_brief = { prompt: 'A snail', ageGroup: '6-8', seed: 7 };
    expectData(await guest.client.rpc('create_story_job', { ...story, p_brief }));
    return guest;
  }

  test('guests whom nobody has seen for so long, and no others', async () => {
    const [old, visiting, telling, household] = [
      await createGuestWithStory(),
      await createGuestWithStory(),
      await createGuestWithStory(),
      await createHousehold(),
    ];
    for (const guest of [old, visiting, telling]) await age(guest.id, 100);
    await age(household.ownerId, 1_000);
    // One who only came back to read, and one whose last story is from yesterday.
    await sql`update auth.sessions set updated_at = now() where user_id = ${visiting.id}`;
    await sql`update public.stories set updated_at = now() where owner_id = ${telling.id}`;
    const find = async (keptDays: number) => {
      const found = await listUnseenGuests(admin, { limit: 1_000, keptDays });
      return [old, visiting, telling, { id: household.ownerId }].map(({ id }) => found.includes(id));
    };
    expect(await find(90)).toEqual([true, false, false, false]);
    expect(await find(120)).toEqual([false, false, false, false]);
    expect(await find(0)).toEqual([false, false, false, false]);
    await erase(old.id);
    expect(await findTraces([old.id])).toEqual({});
    expect(Object.keys(await findTraces([visiting.id]))).toContain('public.stories');
  });

  test('transcripts and kept answers by their settings; households keep theirs by default', async () => {
    const household = await createHousehold();
    const [old, young] = [daysAgo(40), daysAgo(20)];
    await sql`insert into public.conversation_transcripts (owner_id, text, created_at)
      values (${household.ownerId}, 'old', ${old}), (${household.ownerId}, 'young', ${young})`;
    await sql`insert into public.model_calls
        (owner_id, step, modality, provider, model, request_hash, status, is_answered, cost_micros, answer, created_at)
      select ${household.ownerId}, 'draft', 'text', 'p', 'm', 'h', 'settled', true, 5, '{"a": 1}', at::timestamptz
      from unnest(array[${old}, ${young}]) at`;
    const listTexts = async () =>
      (
        await sql`select text from public.conversation_transcripts where owner_id = ${household.ownerId} order by created_at`
      ).map(({ text }) => text);
    expect(await forgetTranscripts(admin)).toBe(0);
    expect(await forgetTranscripts(admin, { keptDays: 30 })).toBe(1);
    expect(await listTexts()).toEqual(['young', household.words]);
    expect(await forgetAnswers(admin)).toBe(1);
    const calls =
      await sql`select answer is null as forgotten, cost_micros::int as cost from public.model_calls
      where owner_id = ${household.ownerId} and request_hash = 'h' order by created_at`;
    expect(calls.map((call) => ({ ...call }))).toEqual([
      { forgotten: true, cost: 5 },
      { forgotten: false, cost: 5 },
    ]);
  });

  test('tickets and counters that have ended', async () => {
    await sql`insert into public.socket_tickets values (${randomUUID()}, 'sealed', now() - interval '1 minute')`;
    await sql`insert into public.rate_limits values (${`a:${randomUUID()}`}, 1, now() - interval '2 hours')`;
    expect(await forgetExpired(admin)).toBeGreaterThanOrEqual(2);
    const [left] = await sql<{ count: number }[]>`
      select count(*)::int as count from public.socket_tickets where expires_at < now()`;
    expect(left?.count).toBe(0);
  });
});
