import { randomUUID } from 'node:crypto';
import postgres from 'postgres';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { removeUnfinishedCopies } from '../../lib/retention/remove-unfinished-copies.ts';
import { saveAsset } from '../../lib/storage/assets.ts';
import { getObjectStore } from '../../lib/storage/object-store.ts';
import { duplicateStory } from '../../lib/story/duplicate-story.ts';
import { setFavourite } from '../../lib/story/favourites.ts';
import { listStoryViews } from '../../lib/story/story-list.ts';
import type { StorySort } from '../../lib/story/story-sorts.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The shelf over a real Postgres and real files: what is found by what, in which order, and what a copy is made of. */
type Person = { client: Client; id: string };
type Told = {
  title?: string;
  prompt?: string;
  age?: '3-5' | '6-8' | '9-12';
  style?: string;
  language?: string;
  status?: 'draft' | 'making' | 'ready' | 'failed';
  summaries?: string[];
  minutesAgo?: number;
  favourite?: boolean;
  filmMs?: number;
};

let supabase: TestSupabase;
let sql: postgres.Sql;
let anna: Person;
let ben: Person;

beforeAll(async () => {
  supabase = await startTestSupabase();
  sql = postgres(supabase.databaseUrl, { max: 4, onnotice: () => undefined });
  vi.stubEnv('SUPABASE_URL', supabase.url);
  vi.stubEnv('SUPABASE_PUBLISHABLE_KEY', supabase.secrets.publishableKey);
  vi.stubEnv('SUPABASE_SECRET_KEY', supabase.secrets.secretKey);
  vi.stubEnv('STORYLOOM_DATA_DIR', supabase.dataDir);
  [anna, ben] = [await supabase.createGuest(), await supabase.createGuest()];
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await sql.end();
  await supabase.remove();
});

async function tell(owner: Person, told: Told = {}): Promise<string> {
  const { title = 'A story', prompt = 'A wish', age = '6-8', summaries = ['Something happens.'] } = told;
  const [project, id] = [randomUUID(), randomUUID()];
  const brief = { prompt, ageGroup: age, seed: 1, style: told.style ?? 'storybook' };
  const scenes = summaries.map((summary, position) => ({
    owner_id: owner.id,
    story_id: id,
    position,
    text: 'Once.',
    summary,
  }));
  await sql`insert into public.projects (id, owner_id, title) values (${project}, ${owner.id}, ${title})`;
  await sql`insert into public.stories (id, owner_id, project_id, status, title, prompt, age_group, brief, language, favourite, film_ms, created_at)
    values (${id}, ${owner.id}, ${project}, ${told.status ?? 'ready'}, ${title}, ${prompt}, ${age}, ${sql.json(brief)},
      ${told.language ?? 'en'}, ${told.favourite ?? false}, ${told.filmMs ?? 0},
      now() - ${told.minutesAgo ?? 0} * interval '1 minute')`;
  await sql`insert into public.scenes ${sql(scenes)}`;
  return id;
}

const list = (owner: Person, query: Partial<Parameters<typeof listStoryViews>[1]> = {}) =>
  listStoryViews(owner.client, { limit: 100, ...query });
const find = async (owner: Person, query: Parameters<typeof list>[1]) =>
  (await list(owner, query)).stories.map(({ id }) => id);

describe('a search', () => {
  let snail: string;
  let foxes: string;
  beforeAll(async () => {
    snail = await tell(anna, {
      title: 'Élan the Snail’s night',
      prompt: 'A snail who wants to see the Ærø sea',
      summaries: ['Élan meets a hedgehog.', 'They share honey under the lighthouse.'],
      minutesAgo: 2,
    });
    foxes = await tell(anna, {
      title: 'Zwei Füchse',
      prompt: '狐と月',
      language: 'de',
      age: '3-5',
      style: 'paper',
      summaries: ['Zwei Füchse finden den Mond in der Straße.'],
      minutesAgo: 1,
    });
    await tell(ben, { title: 'Ben’s hedgehog', summaries: ['A hedgehog and honey.'] });
  });

  test.each([
    ['a word of the title', 'night'],
    ['the beginning of one, as one types', 'hed'],
    ['several, in any order', 'honey snail lighth'],
    ['capitals and missing accents', 'ELAN'],
    ['accents that are not there', 'snáil'],
    ['a letter that is two elsewhere', 'aero'],
    ['with an apostrophe or without', 'snails'],
    ['signs around it', '“hedgehog!”, (honey)'],
  ])('finds by %s', async (_, q) => {
    expect(await find(anna, { q })).toEqual([snail]);
  });

  test.each(['füch', 'fuchse', 'strasse', '月', '狐月', 'Mond'])(
    'finds in other languages: %s',
    async (q) => {
      expect(await find(anna, { q })).toEqual([foxes]);
    },
  );

  test.each(['giraffe', 'edgehog', 'honey moon', '!!!', "' | 'x", "'; drop table stories; --"])(
    'finds nothing by what is not there: %s',
    async (q) => {
      expect(await list(anna, { q })).toMatchObject({ stories: [], total: 0 });
    },
  );

  test('finds what a page tells after a change, and no longer what it told', async () => {
    const id = await tell(anna, { summaries: ['A walrus sings.'] });
    await sql`update public.scenes set summary = 'A pelican sings.' where story_id = ${id}`;
    expect(await find(anna, { q: 'walrus' })).toEqual([]);
    expect(await find(anna, { q: 'pelican' })).toEqual([id]);
    await sql`delete from public.scenes where story_id = ${id}`;
    expect(await find(anna, { q: 'pelican' })).toEqual([]);
    await sql`update public.stories set title = 'Pelican' where id = ${id}`;
    expect(await find(anna, { q: 'pelican' })).toEqual([id]);
    await sql`delete from public.stories where id = ${id}`;
    expect(await find(anna, { q: 'pelican' })).toEqual([]);
  });

  test('finds no story that waits for a grown-up or was declined by any of its words', async () => {
    const id = await tell(anna, {
      title: 'Quokka secrets',
      prompt: 'A quokka',
      summaries: ['The quokka whispers.'],
    });
    expect(await find(anna, { q: 'quokka' })).toEqual([id]);
    for (const review of ['waiting', 'declined']) {
      await sql`update public.stories set review = ${review} where id = ${id}`;
      await sql`update public.scenes set summary = 'The quokka whispers again.' where story_id = ${id}`;
      expect(await list(anna, { q: 'quokka' })).toMatchObject({ stories: [], total: 0 });
      expect(await list(anna, { q: 'whispers' })).toMatchObject({ stories: [], total: 0 });
      expect(expectData(await anna.client.from('story_words').select('*').eq('story_id', id))).toEqual([]);
      // It is on the shelf, with its back to the room.
      expect(await find(anna, { review: review as 'waiting' })).toEqual([id]);
    }
    await sql`update public.stories set review = 'approved' where id = ${id}`;
    expect(await find(anna, { q: 'quokka secr again' })).toEqual([id]);
  });

  test('finds nobody else’s, whoever asks', async () => {
    expect(await find(ben, { q: 'snail' })).toEqual([]);
    expect((await list(ben)).stories).toHaveLength(1);
    expect(expectData(await ben.client.from('story_words').select('owner_id'))).toEqual([
      { owner_id: ben.id },
    ]);
    const visitor = supabase.createVisitor();
    expect(
      (
        await visitor.rpc('find_stories', {
          p_query: {},
          p_sort: 'newest',
          p_after: null,
          p_limit: 9,
          p_offset: 0,
        })
      ).error,
    ).not.toBeNull();
  });
});

describe('the shelf', () => {
  let owner: Person;
  let ids: Record<string, string>;
  beforeAll(async () => {
    owner = await supabase.createGuest();
    ids = {
      bear: await tell(owner, {
        title: 'The Bear',
        age: '3-5',
        style: 'paper',
        minutesAgo: 5,
        filmMs: 9_000,
      }),
      owl: await tell(owner, { title: 'An Owl', age: '9-12', style: 'night', language: 'fr', minutesAgo: 4 }),
      crab: await tell(owner, { title: '“Crab”', favourite: true, minutesAgo: 3, filmMs: 70_000 }),
      loom: await tell(owner, { title: '', status: 'making', minutesAgo: 2 }),
      torn: await tell(owner, { title: 'Torn', status: 'failed', minutesAgo: 1 }),
    };
    await sql`update public.stories set moral = 'Slow' where id = ${ids.owl ?? ''}`;
  });
  const names = async (query: Parameters<typeof list>[1]) =>
    (await find(owner, query)).map((id) => Object.keys(ids).find((name) => ids[name] === id));

  test.each([
    [{}, ['crab', 'owl', 'bear']],
    [{ status: 'all' }, ['loom', 'crab', 'owl', 'bear']],
    [{ status: 'making' }, ['loom']],
    [{ status: 'failed' }, ['torn']],
    [{ status: 'any', sort: 'oldest' }, ['bear', 'owl', 'crab', 'loom', 'torn']],
    [{ age_group: ['3-5', '9-12'] }, ['owl', 'bear']],
    [{ style: ['paper'] }, ['bear']],
    [{ language: ['fr', 'de'] }, ['owl']],
    [{ favourite: 'true' }, ['crab']],
    [{ favourite: 'false', age_group: ['9-12'] }, ['owl']],
    [{ reader_id: randomUUID() }, []],
    [{ sort: 'oldest' }, ['bear', 'owl', 'crab']],
    [{ sort: 'title', status: 'all' }, ['bear', 'crab', 'owl', 'loom']],
    [{ sort: 'changed' }, ['owl', 'crab', 'bear']],
    [{ sort: 'longest' }, ['crab', 'bear', 'owl']],
  ] as const)('shows under %j', async (query, expected) => {
    expect(await names(query as Parameters<typeof list>[1])).toEqual(expected);
  });

  test('shows those that are asked for by name, and nobody else’s', async () => {
    const foreign = await tell(ben);
    expect(await names({ status: 'any', id: [ids.torn ?? '', ids.owl ?? '', foreign] })).toEqual([
      'torn',
      'owl',
    ]);
    await sql`delete from public.stories where id = ${foreign}`;
  });

  test('tells how many there are and in which languages, and of each what a card says', async () => {
    const { stories, total, languages } = await list(owner, { limit: 1 });
    expect({ total, languages }).toEqual({ total: 3, languages: ['en', 'fr'] });
    expect(stories[0]).toMatchObject({ favourite: true, language: 'en', style: 'storybook', num_scenes: 1 });
  });

  test('keeps its order when somebody likes a story, and says whose it is not', async () => {
    await setFavourite(owner.client, ids.bear ?? '', true);
    await setFavourite(owner.client, ids.bear ?? '', true);
    expect(await names({ sort: 'changed' })).toEqual(['owl', 'crab', 'bear']);
    expect(await names({ favourite: 'true' })).toEqual(['crab', 'bear']);
    await setFavourite(owner.client, ids.bear ?? '', false);
    await expect(setFavourite(ben.client, ids.bear ?? '', true)).rejects.toMatchObject({ code: 'not_found' });
  });

  test('measures its films by itself', async () => {
    const id = await tell(owner);
    const [asset] =
      await sql`insert into public.assets (owner_id, story_id, kind, path, content_hash, media_type, bytes, duration_ms)
      values (${owner.id}, ${id}, 'film', ${randomUUID()}, 'h', 'video/mp4', 1, 80000) returning id`;
    await sql`update public.stories set film_asset_id = ${asset?.id} where id = ${id}`;
    expect((await find(owner, { sort: 'longest' }))[0]).toBe(id);
    await sql`delete from public.assets where id = ${asset?.id}`;
    expect((await find(owner, { sort: 'longest' }))[0]).toBe(ids.crab);
    await sql`delete from public.stories where id = ${id}`;
  });

  test.each(['newest', 'oldest', 'title', 'changed', 'longest'] satisfies StorySort[])(
    'goes from page to page by cursor (%s): each story once, whatever comes and goes meanwhile',
    async (sort) => {
      const reading = await supabase.createGuest();
      const before = new Set<string>();
      for (let n = 0; n < 9; n += 1)
        before.add(await tell(reading, { title: `Same ${n % 2}`, minutesAgo: 20 - (n % 3), filmMs: n % 4 }));
      const seen: string[] = [];
      let cursor: string | undefined;
      for (let page = 0; page < 20; page += 1) {
        const { stories, next_cursor: nextCursor } = await list(reading, { limit: 2, sort, cursor });
        seen.push(...stories.map(({ id }) => id));
        if (!nextCursor) break;
        cursor = nextCursor;
        await tell(reading, { title: 'Same 0', minutesAgo: page === 0 ? 0 : 40, filmMs: 2 });
        if (page === 1) await sql`delete from public.stories where id = ${seen[0] ?? ''}`;
      }
      expect(new Set(seen).size).toBe(seen.length);
      for (const id of before) expect(seen).toContain(id);
    },
  );

  test('takes no cursor of another order, and none that is not its own', async () => {
    const { next_cursor: nextCursor } = await list(owner, { limit: 1 });
    for (const query of [
      { sort: 'title', cursor: nextCursor ?? '' },
      { sort: 'newest', cursor: 'x' },
      { sort: 'longest', cursor: Buffer.from(`longest ${randomUUID()} 1;2`).toString('base64url') },
    ] as const)
      await expect(list(owner, query)).rejects.toMatchObject({ code: 'invalid_request' });
  });
});

describe('a copy of a story', () => {
  const admin = () => supabase.admin;

  /** A finished story with a picture of its page, one of its hero, a film, and a picture of an earlier version. */
  async function make(owner: Person): Promise<{ id: string; film: string }> {
    const id = await tell(owner, { title: 'The Kite', favourite: true, summaries: ['A kite.', 'A storm.'] });
    const scenes = await sql<
      { id: string }[]
    >`select id from public.scenes where story_id = ${id} order by position`;
    const [hero] = await sql<
      { id: string }[]
    >`insert into public.characters (owner_id, story_id, slug, position, sheet)
      values (${owner.id}, ${id}, 'kit', 0, '{}') returning id`;
    const save = (kind: 'picture' | 'character' | 'film', content: string, sceneId: string | null) =>
      saveAsset(admin(), {
        ownerId: owner.id,
        storyId: id,
        sceneId,
        kind,
        contentHash: content,
        mediaType: kind === 'film' ? 'video/mp4' : 'image/png',
        content: Buffer.from(content),
        details: { model: 'builtin/painter', prompt: 'a kite' },
      });
    const picture = await save('picture', 'the picture', scenes[0]?.id ?? null);
    await save('picture', 'an older picture', scenes[0]?.id ?? null);
    const portrait = await save('character', 'the hero', null);
    const film = await save('film', 'the film', null);
    await sql`update public.scenes set picture_asset_id = ${picture.id} where id = ${scenes[0]?.id ?? ''}`;
    await sql`update public.characters set reference_asset_id = ${portrait.id} where id = ${hero?.id ?? ''}`;
    await sql`update public.stories set film_asset_id = ${film.id}, version = 3 where id = ${id}`;
    return { id, film: film.path };
  }
  const caller = ({ client, id }: Person) => ({ client, userId: id });
  async function readFiles(storyId: string): Promise<string[]> {
    const store = await getObjectStore();
    const rows = expectData(await admin().from('assets').select('path').eq('story_id', storyId));
    const texts = await Promise.all(
      rows.map(async ({ path }) => new Response(await store.open(path, {})).text()),
    );
    return texts.toSorted();
  }
  const readStory = async (client: Client, id: string) =>
    expectData(
      await client
        .from('stories')
        .select('*, scenes(*), characters(*), assets!assets_story_id_fkey(*)')
        .eq('id', id)
        .single(),
    );

  test('has its own rows and its own files, and stays when the first one goes', async () => {
    const { id } = await make(anna);
    await sql`update public.stories set review = 'approved', reviewed_by = 'pin' where id = ${id}`;
    const copyId = await duplicateStory(caller(anna), id, null);
    const [first, copy] = [await readStory(anna.client, id), await readStory(anna.client, copyId)];
    expect(copy).toMatchObject({
      title: 'The Kite (copy)',
      status: 'ready',
      review: 'approved',
      reviewed_by: 'pin',
      favourite: false,
      version: 1,
      duplicate_of: id,
      prompt: first.prompt,
      brief: first.brief,
    });
    expect(copy.project_id).not.toBe(first.project_id);
    const mine = new Set(copy.assets.map((asset) => asset.id));
    expect(mine.has(copy.film_asset_id ?? '')).toBe(true);
    expect(copy.scenes.map(({ summary }) => summary)).toEqual(['A kite.', 'A storm.']);
    expect(mine.has(copy.scenes[0]?.picture_asset_id ?? '')).toBe(true);
    expect(mine.has(copy.characters[0]?.reference_asset_id ?? '')).toBe(true);
    const owned = new Set([
      first.id,
      ...first.scenes.map((row) => row.id),
      ...first.assets.map((row) => row.id),
    ]);
    for (const row of [copy, ...copy.scenes, ...copy.characters, ...copy.assets])
      expect(owned.has(row.id)).toBe(false);
    expect(await readFiles(copyId)).toEqual(['the film', 'the hero', 'the picture']);
    expect(await find(anna, { q: 'kite copy' })).toEqual([copyId]);
    const store = await getObjectStore();
    await store.removeFolder(first.media_folder);
    await sql`delete from public.stories where id = ${id}`;
    expect(await readFiles(copyId)).toHaveLength(3);
    expect(expectData(await admin().from('unfinished_copies').select('id'))).toEqual([]);
  });

  test('counts to no daily limit and waits for nobody anew', async () => {
    const owner = await supabase.createGuest();
    const { id } = await make(owner);
    await sql`insert into public.households (owner_id, daily_limit, require_approval, day, begun_today)
      values (${owner.id}, 1, true, (now() at time zone 'UTC')::date, 1)`;
    const copyId = await duplicateStory(caller(owner), id, null);
    expect((await readStory(owner.client, copyId)).review).toBe('none');
    expect((await sql`select begun_today from public.households where owner_id = ${owner.id}`)[0]).toEqual({
      begun_today: 1,
    });
  });

  test('is made once for a key, also by requests that come at the same time', async () => {
    const { id } = await make(anna);
    const [first, second] = await Promise.all([
      duplicateStory(caller(anna), id, 'key'),
      duplicateStory(caller(anna), id, 'key'),
    ]);
    expect(second).toBe(first);
    expect(await duplicateStory(caller(anna), id, 'key')).toBe(first);
    expect(await readFiles(first)).toHaveLength(3);
    const { id: other } = await make(anna);
    await expect(duplicateStory(caller(anna), other, 'key')).rejects.toMatchObject({
      code: 'idempotency_key_reused',
    });
    const store = await getObjectStore();
    expect(await store.listBelow(`${anna.id}/stories/${first}`)).toHaveLength(3);
  });

  test('of what is not finished, waits, is being made again or is somebody else’s is refused', async () => {
    const making = await tell(anna, { status: 'making' });
    await expect(duplicateStory(caller(anna), making, null)).rejects.toMatchObject({ code: 'conflict' });
    const { id } = await make(anna);
    await expect(duplicateStory(caller(ben), id, null)).rejects.toMatchObject({ code: 'not_found' });
    await sql`insert into public.jobs (owner_id, story_id, kind, status) values (${anna.id}, ${id}, 'mend', 'processing')`;
    await expect(duplicateStory(caller(anna), id, null)).rejects.toMatchObject({ code: 'conflict' });
    await sql`update public.stories set review = 'waiting' where id = ${id}`;
    await expect(duplicateStory(caller(anna), id, null)).rejects.toMatchObject({ code: 'approval_required' });
  });

  test('that breaks off leaves no row and no file', async () => {
    const { id, film } = await make(anna);
    const store = await getObjectStore();
    const before = (await store.listBelow(anna.id)).length;
    await store.remove([film]);
    await expect(duplicateStory(caller(anna), id, null)).rejects.toMatchObject({ code: 'not_found' });
    expect(await store.listBelow(anna.id)).toHaveLength(before - 1);
    expect(await sql`select id from public.stories where duplicate_of = ${id}`).toEqual([]);
    expect(expectData(await admin().from('unfinished_copies').select('id'))).toEqual([]);
  });

  test('whose process died leaves nothing for longer than an hour, and cannot come to an end afterwards', async () => {
    const { id } = await make(anna);
    const store = await getObjectStore();
    const [note, folder] = [randomUUID(), `${anna.id}/stories/${randomUUID()}`];
    const path = `${folder}/left.png`;
    await store.put(path, Buffer.from('left'), { mediaType: 'image/png', bytes: 4, sha256: '' });
    await sql`insert into public.unfinished_copies (id, paths) values (${note}, ${[path]})`;
    expect(await removeUnfinishedCopies(admin())).toBe(0);
    await sql`update public.unfinished_copies set begun_at = now() - interval '61 minutes'`;
    const late = await admin().rpc('duplicate_story', {
      p_owner: anna.id,
      p_source: id,
      p_story: randomUUID(),
      p_title: 'Late',
      p_assets: {},
      p_copy: note,
    });
    expect(late.error?.code).toBe('SL409');
    expect(await removeUnfinishedCopies(admin())).toBe(1);
    expect(await store.listBelow(folder)).toEqual([]);
  });
});
