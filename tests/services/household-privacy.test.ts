import { randomBytes, randomUUID } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { unzipSync } from 'fflate';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { writeWav } from '../../lib/audio/wav.ts';
import { type OpenAIServer, startOpenAIServer } from '../providers/openai-server.ts';
import { createFullHousehold } from '../support/full-household.ts';
import { type LocalQueue, startLocalQueue } from '../support/local-queue.ts';
import { type Client, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';
import { type RouteProcess, startRouteProcess } from '../support/route-process.ts';

/**
 * The routes themselves, over a real Postgres, the real local queue and a service that speaks OpenAI's format: what a household
 * can take along and have erased, and that nobody keeps the sound of a child's voice.
 */
let supabase: TestSupabase;
let admin: Client;
let sql: postgres.Sql;
let queue: LocalQueue;
let provider: OpenAIServer;
let routes: RouteProcess;
let tmp: string;

beforeAll(async () => {
  supabase = await startTestSupabase();
  admin = supabase.admin;
  sql = postgres(supabase.databaseUrl, { max: 1, onnotice: () => undefined });
  tmp = mkdtempSync(path.join(tmpdir(), 'storyloom-privacy-'));
  provider = await startOpenAIServer();
  queue = await startLocalQueue(supabase.dataDir);
  const environment = {
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.secrets.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secrets.secretKey,
    STORYLOOM_DATA_DIR: supabase.dataDir,
    STORYLOOM_TMP_DIR: tmp,
    TMPDIR: tmp,
    INNGEST_BASE_URL: queue.url,
    INNGEST_DEV: '1',
    OPENAI_API_KEY: 'sk-test-not-a-secret-4711',
    OPENAI_BASE_URL: provider.baseUrl,
    TRANSCRIPTION_MODEL: 'openai/whisper-1',
    LOG_LEVEL: 'trace',
  };
  for (const [name, value] of Object.entries(environment)) {
    if (/^(SUPABASE|INNGEST|STORYLOOM_DATA)/.test(name)) vi.stubEnv(name, value);
  }
  routes = await startRouteProcess(environment);
});
afterAll(async () => {
  await routes?.stop();
  await queue?.stop();
  await provider?.close();
  vi.unstubAllEnvs();
  await sql?.end();
  await supabase?.remove();
  await rm(tmp, { recursive: true, force: true });
});

const bearer = (token: string) => ({ authorization: `Bearer ${token}` });
const sendEvent = (name: string, data: object) =>
  fetch(`${queue.url}/e/test`, { method: 'POST', body: JSON.stringify({ name, data }) });

/** Whether any row of any table, in any column and as any kind of value, holds one of these texts. */
async function findInDatabase(texts: readonly string[]): Promise<string[]> {
  const tables = await sql<{ schema: string; name: string }[]>`
    select table_schema as schema, table_name as name from information_schema.tables
    where table_schema in ('public', 'auth', 'storage') and table_type = 'BASE TABLE'`;
  const found: string[] = [];
  for (const { schema, name } of tables) {
    for (const text of texts) {
      const [row] = await sql<{ count: number }[]>`
        select count(*)::int as count from ${sql(schema)}.${sql(name)} t where position(${text} in t::text) > 0`;
      if (row && row.count > 0) found.push(`${schema}.${name}`);
    }
  }
  return found;
}

function findInFiles(texts: readonly (string | Buffer)[], folder: string): string[] {
  return readdirSync(folder).flatMap((name) => {
    const file = path.join(folder, name);
    if (statSync(file).isDirectory()) return findInFiles(texts, file);
    const bytes = readFileSync(file);
    return texts.some((text) => bytes.includes(text)) ? [file] : [];
  });
}

describe('GET /api/v1/household/export and DELETE /api/v1/household', () => {
  const household = 'api/v1/household';
  const archive = 'api/v1/household/export';
  const ERASE = { confirm: 'erase everything' };

  test('want somebody, a grown-up who has said the PIN, and the words that mean it', async () => {
    const full = await createFullHousehold(supabase, sql);
    const codeOf = async (response: Response) => [response.status, (await response.json()).code];
    const headers = bearer(full.accessToken);
    expect(await codeOf(await routes.call(archive, {}))).toEqual([401, 'unauthenticated']);
    expect(await codeOf(await routes.call(archive, { headers }))).toEqual([403, 'pin_required']);
    expect(await codeOf(await routes.call(household, { method: 'DELETE', headers, body: ERASE }))).toEqual([
      403,
      'pin_required',
    ]);
    await sql`delete from public.household_pins where owner_id = ${full.ownerId}`;
    const mistakes = [
      {},
      { confirm: true },
      { confirm: 'Erase everything' },
      { confirm: ['erase everything'] },
      { ...ERASE, stories: [] },
      [],
    ];
    for (const body of mistakes) {
      const refused = await routes.call(household, { method: 'DELETE', headers, body });
      expect(await codeOf(refused), JSON.stringify(body)).toEqual([400, 'invalid_request']);
    }
    const nothing = await routes.call(household, { method: 'DELETE', headers });
    expect(nothing.status).toBeGreaterThanOrEqual(400);
    const broken = Buffer.from('{"confirm": "erase');
    const cut = await routes.call(household, {
      method: 'DELETE',
      headers: { ...headers, 'content-type': 'application/json' },
      body: broken,
    });
    expect(await codeOf(cut)).toEqual([400, 'invalid_request']);
    // Another site's page cannot ask for it with our cookie: there is no session without one of our pages.
    expect((await sql`select 1 from public.stories where owner_id = ${full.ownerId}`).length).toBe(3);
  });

  test('give everything as one archive, then erase it in rows, files, queue and memory', async () => {
    const full = await createFullHousehold(supabase, sql);
    await sql`delete from public.household_pins where owner_id = ${full.ownerId}`;
    const headers = bearer(full.accessToken);
    const taken = await routes.call(archive, { headers });
    expect([taken.status, taken.headers.get('content-type')]).toEqual([200, 'application/zip']);
    expect(taken.headers.get('content-disposition')).toMatch(/storyloom-household-\d{4}-\d\d-\d\d\.zip/);
    const files = unzipSync(new Uint8Array(await taken.arrayBuffer()));
    const json = JSON.parse(Buffer.from(files['household.json'] ?? []).toString());
    expect(json.tables.stories.length).toBe(3);

    await sendEvent('story/requested', { jobId: full.runningJobId, ownerId: full.ownerId, createdAt: 'now' });
    const cookie = 'storyloom-session=x; storyloom-guest-aside=y; storyloom-grown-up=z';
    const erased = await routes.call(household, {
      method: 'DELETE',
      headers: { ...headers, cookie },
      body: ERASE,
    });
    expect([erased.status, await erased.text()]).toEqual([204, '']);
    const cleared = erased.headers.getSetCookie().filter((header) => /Max-Age=0/i.test(header));
    expect(cleared.map((header) => header.split('=')[0]).sort()).toEqual([
      'storyloom-grown-up',
      'storyloom-guest-aside',
      'storyloom-session',
    ]);
    expect(await findInDatabase([...full.ids, full.words])).toEqual([]);
    // The files, the queue's own with its journal, the mails; Postgres keeps freed pages until it uses them again.
    const folders = readdirSync(supabase.dataDir).filter((name) => name !== 'postgres');
    const left = folders.flatMap((name) => {
      const place = path.join(supabase.dataDir, name);
      const texts = [full.words, full.ownerId, full.runningJobId];
      return statSync(place).isDirectory() ? findInFiles(texts, place) : [];
    });
    expect(left).toEqual([]);
    // The same process has asked about this token a moment ago, and must not remember it.
    expect((await routes.call(archive, { headers })).status).toBe(401);
    expect((await routes.call(household, { method: 'DELETE', headers, body: ERASE })).status).toBe(401);
    expect(await findInDatabase([full.ownerId])).toEqual([]);
    expect(routes.output()).not.toContain(full.words);
  });
});

describe('a guest with a PIN', () => {
  const ours = { 'sec-fetch-site': 'same-origin' };
  const PIN = { pin: '2468' };

  test('becomes no account, and goes to none, before the PIN is said: its password would take the PIN away', async () => {
    const guest = await supabase.createGuest();
    const { data } = await guest.client.auth.getSession();
    const token = data.session?.access_token ?? '';
    const headers = { ...ours, ...bearer(token) };
    const set = await routes.call('api/v1/household/pin', { method: 'PUT', headers, body: PIN });
    const { token: proof } = (await set.json()) as { token: string };
    const email = `reader-${randomUUID()}@example.org`;
    const password = 'a long enough secret';
    const account = await admin.auth.admin.createUser({ email, password, email_confirm: true });
    const signIn = (more: Record<string, string> = {}) =>
      routes.call('api/auth/sign-in', {
        method: 'POST',
        headers: { ...headers, ...more },
        body: { email, password },
      });
    const login = await routes.call('api/auth/login', { method: 'POST', body: { email, password } });
    const { access_token } = (await login.json()) as { access_token: string };
    const migrate = (more: Record<string, string> = {}) =>
      routes.call('api/sessions/migrate', {
        method: 'POST',
        headers: { ...bearer(access_token), ...more },
        body: { temp_user_id: guest.id, permanent_user_id: account.data.user?.id, temp_access_token: token },
      });
    const signUp = { email: `other-${email}`, password };
    const refused = [
      await routes.call('api/auth/sign-up', { method: 'POST', headers, body: signUp }),
      await signIn(),
      await migrate(),
      await migrate({ 'x-grown-up': `${proof}x` }),
    ];
    for (const response of refused) {
      expect([response.status, (await response.json()).code]).toEqual([403, 'pin_required']);
    }
    const owners = () =>
      sql`select owner_id from public.household_pins where owner_id in (${guest.id}, ${account.data.user?.id ?? ''})`;
    expect(await owners()).toEqual([{ owner_id: guest.id }]);
    expect((await migrate({ 'x-grown-up': proof })).status).toBe(200);
    expect(await owners()).toEqual([{ owner_id: account.data.user?.id }]);
    // It has nothing of its own any more, and so nobody to ask for.
    expect((await migrate()).status).toBe(200);
    expect((await signIn()).status).toBe(200);
  });
});

describe('what nobody asked for', () => {
  type Steps = { run: (id: string, work: () => Promise<unknown>) => Promise<unknown> };
  type Handler = { fn: (input: { step: Steps }) => Promise<unknown> };
  /** The function as the queue runs it, with the steps it has taken. */
  async function runFunction(
    name: 'forget-old' | 'finish-erasures',
  ): Promise<{ result: unknown; steps: string[] }> {
    const functions = {
      'forget-old': async () => (await import('../../inngest/functions/forget-old.ts')).forgetOld,
      'finish-erasures': async () =>
        (await import('../../inngest/functions/finish-erasures.ts')).finishErasures,
    };
    const steps: string[] = [];
    const step: Steps = {
      run: (id, work) => {
        steps.push(id);
        return work();
      },
    };
    const handler = (await functions[name]()) as unknown as Handler;
    return { result: await handler.fn({ step }), steps };
  }

  /** As if nobody had seen this guest for so many days. */
  async function letTimePass(guestId: string, days: number): Promise<void> {
    const at = new Date(Date.now() - days * 86_400_000).toISOString();
    await sql`set session_replication_role = replica`;
    for (const table of ['stories', 'jobs']) {
      await sql`update public.${sql(table)} set updated_at = ${at} where owner_id = ${guestId}`;
    }
    await sql`set session_replication_role = origin`;
    await sql`update auth.users set created_at = ${at}, last_sign_in_at = ${at} where id = ${guestId}`;
    await sql`update auth.sessions set created_at = ${at}, updated_at = ${at}, refreshed_at = null where user_id = ${guestId}`;
    await sql`update auth.refresh_tokens set created_at = ${at} where user_id = ${guestId}`;
  }

  test('a guest who cannot be erased keeps none of the others', async () => {
    const [stuck, other] = [await supabase.createGuest(), await supabase.createGuest()];
    await letTimePass(stuck.id, 92);
    await letTimePass(other.id, 91);
    await sql.unsafe(`
      create function public.refuse_to_go() returns trigger language plpgsql as $$ begin raise exception 'not this one'; end; $$;
      create trigger refuse_to_go before insert on public.household_erasures for each row
        when (new.household_id = '${stuck.id}') execute function public.refuse_to_go();`);
    try {
      await expect(runFunction('forget-old')).rejects.toBeDefined();
    } finally {
      await sql.unsafe('drop function public.refuse_to_go() cascade');
    }
    const left = await sql`select id from auth.users where id in (${stuck.id}, ${other.id})`;
    expect(left).toEqual([{ id: stuck.id }]);
    expect((await runFunction('forget-old')).result).toMatchObject({ guests: 1 });
  });

  test('ends by setting: guests not seen for 90 days go with all that is theirs, households stay', async () => {
    const old = await supabase.createGuest();
    const [jobId, storyId] = [randomUUID(), randomUUID()];
    const p_brief = { prompt: 'A snail', ageGroup: '6-8', seed: 7 };
    await old.client.rpc('create_story_job', { p_job_id: jobId, p_story_id: storyId, p_brief });
    const full = await createFullHousehold(supabase, sql);
    await sendEvent('story/requested', { jobId, ownerId: old.id, createdAt: 'now' });
    await letTimePass(old.id, 91);
    const { result, steps } = await runFunction('forget-old');
    expect(steps).toEqual(['guests-1', 'transcripts', 'answers', 'expired', 'files', 'copies']);
    // A step's result is kept by the queue: it counts, and names nobody.
    expect(result).toMatchObject({ guests: 1, transcripts: 0 });
    expect(await findInDatabase([old.id, jobId, storyId])).toEqual([]);
    expect(findInFiles([old.id, jobId], path.join(supabase.dataDir, 'inngest'))).toEqual([]);
    expect(await findInDatabase([full.ownerId])).toContain('public.stories');
  });

  test('an erasure whose process died is done to its end, also after the user is gone', async () => {
    const [begun, gone] = [
      await createFullHousehold(supabase, sql),
      await createFullHousehold(supabase, sql),
    ];
    for (const { ownerId } of [begun, gone]) await admin.rpc('begin_household_erasure', { p_owner: ownerId });
    await admin.rpc('erase_household_rows', { p_owner: gone.ownerId, p_keeps_users: false });
    for (const id of [gone.ownerId, gone.guestId]) await admin.auth.admin.deleteUser(id);
    expect((await runFunction('finish-erasures')).result).toEqual({ finished: 0 });
    await sql`update public.household_erasures set touched_at = now() - interval '6 minutes'`;
    expect((await runFunction('finish-erasures')).result).toEqual({ finished: 2 });
    for (const { ids, words } of [begun, gone]) expect(await findInDatabase([...ids, words])).toEqual([]);
    expect(findInFiles([begun.words, gone.words], path.join(supabase.dataDir, 'objects'))).toEqual([]);
  });
});

describe('the sound of a voice', () => {
  /** Sound that cannot be taken for any other, in every spelling in which bytes are written down. */
  function createSpeech() {
    const mark = randomBytes(24);
    const samples = Float32Array.from({ length: 4_800 }, (_, index) => {
      const byte = mark[index % mark.length] ?? 0;
      return (byte - 128) / 200;
    });
    const wav = Buffer.from(writeWav({ sampleRate: 16_000, channels: [samples] }));
    const piece = wav.subarray(600, 648);
    const base64 = piece.toString('base64').slice(4, 40);
    return {
      wav,
      traces: [piece.toString('hex'), base64, base64.replaceAll('+', '-').replaceAll('/', '_')],
      piece,
    };
  }

  test('is in no row, no file, no temporary file and no line of the log: written down, refused, or failed', async () => {
    const guest = await supabase.createGuest();
    const { data } = await guest.client.auth.getSession();
    const headers = { ...bearer(data.session?.access_token ?? ''), 'content-type': 'audio/wav' };
    const { wav, traces, piece } = createSpeech();
    const send = (body: Uint8Array, type = 'audio/wav') =>
      routes.call('api/transcribe', { method: 'POST', headers: { ...headers, 'content-type': type }, body });

    provider.answer({
      body: JSON.stringify({ text: 'A fox named Rusty.', language: 'english', duration: 0.3 }),
    });
    const heard = await send(wav);
    expect([heard.status, (await heard.json()).text]).toEqual([200, 'A fox named Rusty.']);
    // A service that fails, quotes what it was sent, or refuses it; and sound that is none.
    for (const answer of [
      { status: 500, body: JSON.stringify({ error: { message: `cannot read ${piece.toString('hex')}` } }) },
      { status: 400, body: JSON.stringify({ error: { message: piece.toString('base64') } }) },
      { status: 200, body: `not JSON ${piece.toString('hex')}` },
    ]) {
      provider.answer(answer);
      expect((await send(wav)).status).toBeGreaterThanOrEqual(400);
    }
    provider.answer({
      body: JSON.stringify({ text: 'Then he murdered them all with a machine gun, blood everywhere.' }),
    });
    expect((await send(wav)).status).toBe(422);
    expect((await send(Buffer.concat([Buffer.from('no sound'), wav]))).status).toBe(415);
    const form = new FormData();
    form.set('audio', new Blob([wav], { type: 'audio/webm' }), 'speech.webm');
    const encoded = new Response(form);
    provider.answer({ body: JSON.stringify({ text: 'Rusty again.' }) });
    const asForm = await send(
      new Uint8Array(await encoded.arrayBuffer()),
      encoded.headers.get('content-type') ?? '',
    );
    expect(asForm.status).toBe(200);
    // The service did hear it each time: what is looked for below was really there.
    const sent = provider.requests.filter(({ path: address }) => address.endsWith('/audio/transcriptions'));
    expect(sent.length).toBeGreaterThanOrEqual(6);
    const file = sent[0]?.body.file as Blob;
    expect(Buffer.from(await file.arrayBuffer()).includes(piece)).toBe(true);

    expect(await findInDatabase(traces)).toEqual([]);
    const calls = await sql`select answer, asset_id from public.model_calls where owner_id = ${guest.id}`;
    expect(calls.length).toBeGreaterThanOrEqual(6);
    expect(calls.filter(({ answer, asset_id }) => answer !== null || asset_id !== null)).toEqual([]);
    expect((await sql`select 1 from storage.objects`).length).toBe(
      (await sql`select 1 from storage.objects where not starts_with(name, ${guest.id})`).length,
    );
    // All files, Postgres' own with its journal among them.
    expect(findInFiles([piece, ...traces], supabase.dataDir)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
    const log = routes.output();
    expect(log).toContain('model called');
    for (const trace of [...traces, piece.toString('latin1')]) expect(log.includes(trace)).toBe(false);
  });

  test('of an answer that is read aloud is made anew each time, and kept nowhere either', async () => {
    const guest = await supabase.createGuest();
    const { data } = await guest.client.auth.getSession();
    const [sessionId, answerId] = [randomUUID(), randomUUID()];
    await guest.client.rpc('begin_chat_turn', {
      p_session_id: sessionId,
      p_project_id: randomUUID(),
      p_trigger: 'submit',
      p_message: { id: randomUUID(), parts: [{ type: 'text', text: 'Hello' }], content: 'Hello' },
      p_from_message_id: null as unknown as string,
      p_answer_id: answerId,
    });
    await admin.rpc('finish_chat_answer', {
      p_answer_id: answerId,
      p_parts: [{ type: 'text', text: 'Shall the fox have a friend?' }],
      p_content: 'Shall the fox have a friend?',
      p_status: 'complete',
      p_error_code: null as unknown as string,
      p_error_message: null as unknown as string,
      p_model: 'builtin/interviewer',
      p_metadata: {},
    });
    const read = await routes.call('api/sessions/[sessionId]/messages/[messageId]/audio', {
      path: `/api/sessions/${sessionId}/messages/${answerId}/audio`,
      headers: bearer(data.session?.access_token ?? ''),
      params: { sessionId, messageId: answerId },
    });
    expect(read.status).toBe(200);
    const sound = Buffer.from(await read.arrayBuffer());
    const middle = sound.subarray(sound.length / 2, sound.length / 2 + 64);
    expect(new Set(middle).size).toBeGreaterThan(8);
    expect(await findInDatabase([middle.toString('hex'), middle.toString('base64').slice(4, 60)])).toEqual(
      [],
    );
    expect(findInFiles([middle], supabase.dataDir)).toEqual([]);
    expect(readdirSync(tmp)).toEqual([]);
  });
});
