import { createHash, randomBytes, randomUUID } from 'node:crypto';
import type postgres from 'postgres';
import { getObjectStore } from '../../lib/storage/object-store.ts';
import { expectData, type TestSupabase } from './local-supabase.ts';

/**
 * A household that has something everywhere: a row in every table that knows owners, files with rows and without, what a guest
 * brought along, an account with sessions and mail. `words` stands in everything that somebody wrote.
 */
export type FullHousehold = {
  ownerId: string;
  /** The guest whose things went to this account; nothing is left of it but its user. */
  guestId: string;
  email: string;
  words: string;
  /** Every id that must be nowhere afterwards. */
  ids: string[];
  runningJobId: string;
  storyIds: string[];
  paths: string[];
  accessToken: string;
};

const PASSWORD = 'a long enough secret';
const BRIEF = { ageGroup: '6-8', seed: 7 };

export async function createFullHousehold(supabase: TestSupabase, sql: postgres.Sql): Promise<FullHousehold> {
  const { admin } = supabase;
  const words = `zebrafink${randomBytes(6).toString('hex')}`;
  const guest = await supabase.createGuest();
  const brought = await tell(guest.client, words);

  const client = supabase.createVisitor();
  const email = `${words}@example.com`;
  const signedUp = await client.auth.signUp({ email, password: PASSWORD });
  const ownerId = signedUp.data.user?.id;
  const accessToken = signedUp.data.session?.access_token;
  if (!ownerId || !accessToken) throw signedUp.error ?? new Error('no account was made');
  await client.auth.resetPasswordForEmail(email);
  expectData(await admin.rpc('migrate_guest', { p_guest: guest.id, p_account: ownerId }));
  const own = await tell(client, words);
  const done = await tell(client, words);
  const sessionId = await talk(client, words);
  const [key, reader, endpoint] = [randomUUID(), randomUUID(), randomUUID()];
  const hash = createHash('sha256').update(words).digest('hex');

  await sql`update public.jobs set status = 'completed', finished_at = now() where id = ${done.jobId}`;
  await sql`insert into public.households (owner_id) values (${ownerId}) on conflict do nothing`;
  await sql`insert into public.household_pins (owner_id, pin_hash) values (${ownerId}, ${`scrypt$secret-${words}`})`;
  await sql`insert into public.readers (id, owner_id, name, age_group) values (${reader}, ${ownerId}, ${words}, '6-8')`;
  await sql`insert into public.api_keys (id, owner_id, name, key_hash, prefix, scopes)
    values (${key}, ${ownerId}, ${words}, ${hash}, 'sl_abc', '{read}')`;
  await sql`insert into public.webhook_endpoints (id, owner_id, url, event_types)
    values (${endpoint}, ${ownerId}, ${`https://${words}.example/`}, '{story.cancelled}')`;
  await sql`insert into public.webhook_secrets (owner_id, endpoint_id, secret)
    values (${ownerId}, ${endpoint}, ${`whsec_${'S'.repeat(43)}=`})`;
  await sql`insert into public.webhook_deliveries (owner_id, endpoint_id, url, event_id, type, payload)
    values (${ownerId}, ${endpoint}, 'https://x.example/', ${randomUUID()}, 'story.failed', ${sql.json({ words })})`;
  await sql`insert into public.batches (id, owner_id) values (${randomUUID()}, ${ownerId})`;
  await sql`insert into public.story_admissions (job_id, owner_id, quoted_micros) values (${randomUUID()}, ${ownerId}, 1)`;
  await sql`insert into public.conversation_transcripts (owner_id, session_id, text) values (${ownerId}, ${sessionId}, ${words})`;
  await sql`insert into public.dossier_readings (session_id, owner_id, read_to) values (${sessionId}, ${ownerId}, 0)`;
  await sql`insert into public.guard_decisions (owner_id, action, rule, place, door, text_hash, story_id)
    values (${ownerId}, 'masked', 'personal_data', 'prompt', 'POST /api/v1/stories/generate', ${hash}, ${done.storyId})`;
  const share = randomBytes(16).toString('base64url');
  await sql`insert into public.story_shares (id, story_id, owner_id) values (${share}, ${done.storyId}, ${ownerId})`;
  await sql`insert into public.rate_limits (key, points, expires_at)
    values (${`household-export:${ownerId}`}, 1, now() + interval '1 hour')`;
  // One call that was paid for, and one that a provider is working on at this moment.
  await sql`insert into public.model_calls
      (owner_id, job_id, story_id, step, modality, provider, model, request_hash, status, is_answered, cost_micros, answer)
    values (${ownerId}, ${done.jobId}, ${done.storyId}, 'draft', 'text', 'openai', 'gpt', 'a', 'settled', true, 1000, ${sql.json({ words })})`;
  await sql`insert into public.model_calls
      (owner_id, job_id, story_id, step, modality, provider, model, request_hash, status, reserved_micros)
    values (${ownerId}, ${own.jobId}, ${own.storyId}, 'picture:1', 'picture', 'openai', 'image', 'b', 'reserved', 234)`;
  for (const { storyId } of [brought, own, done]) await write(admin, storyId, words);
  await sql`insert into public.story_versions (story_id, number, owner_id, change, snapshot)
    values (${done.storyId}, 1, ${ownerId}, '{"kind": "made"}', ${sql.json({ title: words })})`;
  // The one that is done waits for a grown-up, with its words laid aside.
  await sql`update public.stories set review = 'waiting' where id = ${done.storyId}`;
  await sql`update public.stories set title = ${words}, moral = ${words} where id = ${done.storyId}`;

  const paths = [
    ...(await putFiles(sql, ownerId, brought.storyId, words)),
    ...(await putFiles(sql, ownerId, done.storyId, words)),
    `${ownerId}/stories/${randomUUID()}/without-a-row.png`,
    `${ownerId}/aside.png`,
  ];
  await put(paths.slice(-2), words);
  const storyIds = [brought, own, done].map(({ storyId }) => storyId);
  const jobIds = [brought, own, done].map(({ jobId }) => jobId);
  const ids = [ownerId, guest.id, ...storyIds, ...jobIds, sessionId, key, reader, endpoint, share];
  return {
    ownerId,
    guestId: guest.id,
    email,
    words,
    ids,
    runningJobId: own.jobId,
    storyIds,
    paths,
    accessToken,
  };
}

type UserClient = Awaited<ReturnType<TestSupabase['createGuest']>>['client'];

async function tell(client: UserClient, words: string): Promise<{ jobId: string; storyId: string }> {
  const [jobId, storyId] = [randomUUID(), randomUUID()];
  const p_brief = { ...BRIEF, prompt: `A ${words} who wants to see the sea` };
  expectData(await client.rpc('create_story_job', { p_job_id: jobId, p_story_id: storyId, p_brief }));
  return { jobId, storyId };
}

async function write(admin: TestSupabase['admin'], storyId: string, words: string): Promise<void> {
  const { error } = await admin.rpc('save_story_draft', {
    p_story_id: storyId,
    p_draft: {
      title: `The ${words}`,
      moral: words,
      musicMood: 'wonder',
      characters: [{ id: 'pip', name: words, kind: 'finch', role: 'hero' }],
      scenes: ['One', 'Two'].map((text) => ({
        text: `${text} ${words}.`,
        summary: words,
        setting: {},
        characterIds: ['pip'],
        props: [],
      })),
    },
    p_reading: {},
    p_text_model: 'builtin/storyteller',
  });
  if (error) throw error;
}

async function talk(client: UserClient, words: string): Promise<string> {
  const [sessionId, projectId] = [randomUUID(), randomUUID()];
  expectData(
    await client.rpc('begin_chat_turn', {
      p_session_id: sessionId,
      p_project_id: projectId,
      p_trigger: 'submit',
      p_message: { id: randomUUID(), parts: [{ type: 'text', text: words }], content: words },
      p_from_message_id: null as unknown as string,
      p_answer_id: randomUUID(),
    }),
  );
  expectData(
    await client.rpc('save_dossier', {
      p_project_id: projectId,
      p_snapshot: { characters: [{ name: words }] },
      p_changes: [words],
      p_changed_by: 'person',
    }),
  );
  return sessionId;
}

/** A picture with its row, in use on the first page, and one without. Where they lie is the story's own saying. */
async function putFiles(
  sql: postgres.Sql,
  ownerId: string,
  storyId: string,
  words: string,
): Promise<string[]> {
  const [story] = await sql<
    { media_folder: string }[]
  >`select media_folder from public.stories where id = ${storyId}`;
  const id = randomUUID();
  const paths = [`${story?.media_folder}/${id}.png`, `${story?.media_folder}/${randomUUID()}.png`];
  await put(paths, words);
  await sql`insert into public.assets (id, owner_id, story_id, kind, path, content_hash, media_type, bytes)
    values (${id}, ${ownerId}, ${storyId}, 'picture', ${paths[0] ?? ''}, ${id}, 'image/png', ${words.length})`;
  await sql`update public.scenes set picture_asset_id = ${id} where story_id = ${storyId} and position = 0`;
  return paths;
}

async function put(paths: readonly string[], words: string): Promise<void> {
  const store = await getObjectStore();
  const content = Buffer.from(words);
  const sha256 = createHash('sha256').update(content).digest('hex');
  for (const path of paths) {
    await store.put(path, content, { mediaType: 'image/png', bytes: content.length, sha256 });
  }
}
