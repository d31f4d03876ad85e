import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import sharp from 'sharp';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { ShareView } from '../../lib/share/share-views.ts';
import type { StoryView } from '../../lib/story/views.ts';
import type { Database } from '../../lib/supabase/database.types.ts';
import { type Client, createGuest } from '../support/client.ts';

/** A link by which anybody reads one story: who makes it, what it shows to strangers, and how it ends. */
const { url, supabaseUrl, dataDir } = inject('app');
const PROMPT = 'Zebrafink the mouse looks for a magical cheese';
const READER = 'Quillamara';
const PIN = '2468';

let owner: Client;
let story: StoryView;
const admin = () => {
  const secrets = JSON.parse(readFileSync(path.join(dataDir, 'secrets.json'), 'utf8'));
  return createClient<Database>(supabaseUrl, secrets.secretKey, { auth: { persistSession: false } });
};
const share = (client: Client, method = 'PUT', proof?: string, id = story.id) =>
  client.request(`/api/v1/stories/${id}/share`, {
    method,
    ...(proof && { headers: { 'x-grown-up': proof } }),
  });
const shareIt = async () => (await (await share(owner)).json()) as { share_id: string; url: string };
const open = (address: string, init: RequestInit = {}) =>
  fetch(new URL(address, url), { redirect: 'manual', ...init });
const codeOf = async (response: Response) => ((await response.json()) as { code?: string }).code;
const setReview = async (review: string) => {
  const { error } = await admin().from('stories').update({ review }).eq('id', story.id);
  expect(error).toBeNull();
};

beforeAll(async () => {
  owner = await createGuest(url);
  const reader = (await (await owner.post('/api/v1/readers', { name: READER, age_group: '3-5' })).json()) as {
    id: string;
  };
  const { job_id, story_id } = await owner.generate({
    prompt: PROMPT,
    reader_id: reader.id,
    num_illustrations: 2,
    target_length: 40,
    seed: 7,
  });
  expect((await owner.waitForJob(job_id, 150_000)).status).toBe('completed');
  story = await owner.getStory(story_id);
}, 180_000);

describe('the link of a story', () => {
  test('is made by its owner, stays the same, and stands in story and list', async () => {
    expect(await (await share(owner, 'GET')).json()).toEqual({ share_id: null, url: null });
    const made = await shareIt();
    expect(made.share_id).toMatch(/^[\w-]{22}$/);
    expect(made.url).toMatch(/^https?:\/\/[^/]+\/s\/[\w-]{22}$/);
    expect(await shareIt()).toEqual(made);
    expect(await (await share(owner, 'GET')).json()).toEqual(made);
    expect((await owner.getStory(story.id)).share_id).toBe(made.share_id);
    const list = (await (await owner.request('/api/v1/stories')).json()) as { stories: StoryView[] };
    expect(list.stories.find(({ id }) => id === story.id)?.share_id).toBe(made.share_id);
  });

  test('is nobody else’s to see, make or end', async () => {
    const { share_id } = await shareIt();
    const stranger = await createGuest(url);
    for (const method of ['GET', 'PUT', 'DELETE']) {
      const answer = await share(stranger, method);
      expect([answer.status, await codeOf(answer)]).toEqual([404, 'not_found']);
      expect((await fetch(new URL(`/api/v1/stories/${story.id}/share`, url), { method })).status).toBe(401);
    }
    expect((await open(`/s/${share_id}`)).status).toBe(200);
  });

  test('two who make it at once get the same', async () => {
    await share(owner, 'DELETE');
    const made = await Promise.all([shareIt(), shareIt(), shareIt()]);
    expect(new Set(made.map(({ share_id }) => share_id)).size).toBe(1);
  });

  test('is not made for a story that is still on the loom', async () => {
    const { job_id, story_id } = await owner.generate({
      prompt: 'A snail',
      age_group: '3-5',
      num_illustrations: 1,
    });
    const answer = await share(owner, 'PUT', undefined, story_id);
    await owner.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect([answer.status, await codeOf(answer)]).toEqual([409, 'conflict']);
  });

  test('needs the PIN of a household that has one', async () => {
    const child = await createGuest(url);
    const put = await child.request('/api/v1/household/pin', {
      method: 'PUT',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ pin: PIN }),
    });
    const { token } = (await put.json()) as { token: string };
    for (const method of ['PUT', 'DELETE']) {
      expect(await codeOf(await share(child, method))).toBe('pin_required');
      expect((await share(child, method, token)).status).toBe(404);
    }
  });
});

describe('the page of a shared story', () => {
  test('shows the story to whoever has the link, and makes nobody a guest', async () => {
    const { share_id } = await shareIt();
    const page = await open(`/s/${share_id}`);
    const html = await page.text();
    expect(page.status).toBe(200);
    expect(page.headers.getSetCookie()).toEqual([]);
    expect(html).toContain(`<title>${story.title.replaceAll("'", '&#x27;')} · Storyloom</title>`);
    const firstWord = story.scenes[0]?.text.split(/\s+/)[0] ?? '';
    expect(html).toContain(firstWord);
  });

  test('tells nothing of who asked for it, what they asked, or for whom', async () => {
    const { share_id } = await shareIt();
    const address = `/s/${share_id}`;
    const html = await (await open(address)).text();
    const payload = await (await open(address, { headers: { rsc: '1' }, redirect: 'follow' })).text();
    expect(payload.length).toBeGreaterThan(500);
    for (const text of [html, payload]) {
      for (const secret of [owner.userId, story.id, story.job_id, story.project_id, PROMPT, READER]) {
        expect(text.includes(String(secret)), String(secret)).toBe(false);
      }
      expect(text).not.toContain('/api/v1/stories/');
      for (const { id } of story.scenes) expect(text.includes(id)).toBe(false);
    }
  });

  test('is left alone by search engines, kept by no cache, and told to no other site', async () => {
    const { share_id } = await shareIt();
    const page = await open(`/s/${share_id}`);
    expect(page.headers.get('x-robots-tag')).toContain('noindex');
    expect(page.headers.get('referrer-policy')).toBe('no-referrer');
    expect(page.headers.get('cache-control')).toMatch(/no-store|private/);
    const html = await page.text();
    expect(html).toMatch(/<meta name="robots" content="noindex/);
    expect(html).toContain('<meta name="referrer" content="no-referrer"/>');
  });

  test('has a picture of 1200 × 630 for messengers, whose address is whole', async () => {
    const { share_id } = await shareIt();
    const html = await (await open(`/s/${share_id}`)).text();
    const image = /<meta property="og:image" content="([^"]+)"/.exec(html)?.[1] ?? '';
    expect(image).toMatch(new RegExp(`^https?://[^/]+/s/${share_id}/card\\.jpg$`));
    expect(html).toContain('<meta name="twitter:card" content="summary_large_image"/>');
    const card = await open(new URL(image).pathname);
    expect(card.headers.get('content-type')).toBe('image/jpeg');
    expect(card.headers.get('x-robots-tag')).toContain('noindex');
    expect(await sharp(Buffer.from(await card.arrayBuffer())).metadata()).toMatchObject({
      width: 1200,
      height: 630,
    });
    const again = await open(new URL(image).pathname, {
      headers: { 'if-none-match': card.headers.get('etag') ?? '' },
    });
    expect(again.status).toBe(304);
  });

  test('is not there for a link that never was, or is no link', async () => {
    for (const id of ['A'.repeat(22), 'x', `${'A'.repeat(21)}%2e`, story.id]) {
      const page = await open(`/s/${id}`);
      expect([page.status, (await page.text()).includes('is not shared any more')]).toEqual([404, true]);
      expect(page.headers.get('x-robots-tag')).toContain('noindex');
    }
  });
});

describe('the files of a shared story', () => {
  /** Every file the page names. */
  const listFiles = async (shareId: string) => {
    const html = await (await open(`/s/${shareId}`)).text();
    return [...new Set(html.match(new RegExp(`/s/${shareId}/media/[0-9a-f-]{36}\\.\\w+`, 'g')))];
  };

  test('open without a session: pictures, voices and the film', async () => {
    const { share_id } = await shareIt();
    const files = await listFiles(share_id);
    const types = await Promise.all(
      files.map(async (file) => (await open(file)).headers.get('content-type')),
    );
    expect(types).toEqual(
      expect.arrayContaining(['video/mp4', 'text/vtt; charset=utf-8', expect.stringMatching(/^image\//)]),
    );
    expect(types.some((type) => type?.startsWith('audio/'))).toBe(true);
  });

  test('are sent in parts, asked about each time, and told to no other site', async () => {
    const { share_id } = await shareIt();
    const film = (await listFiles(share_id)).find((file) => file.endsWith('.mp4')) ?? '';
    const part = await open(film, { headers: { range: 'bytes=100-199' } });
    expect(part.status).toBe(206);
    expect(part.headers.get('content-range')).toMatch(/^bytes 100-199\/\d+$/);
    expect((await part.arrayBuffer()).byteLength).toBe(100);
    expect(part.headers.get('cache-control')).toContain('no-cache');
    expect(part.headers.get('x-robots-tag')).toContain('noindex');
    expect(part.headers.get('referrer-policy')).toBe('no-referrer');
    const known = await open(film, { headers: { 'if-none-match': part.headers.get('etag') ?? '' } });
    expect(known.status).toBe(304);
    const head = await open(film, { method: 'HEAD' });
    expect([head.status, Number(head.headers.get('content-length')) > 1_000]).toEqual([200, true]);
  });

  test('are none of before a change: a film that still tells what was taken out is not for strangers', async () => {
    const { share_id } = await shareIt();
    const before = await listFiles(share_id);
    const film = before.find((file) => file.endsWith('.mp4')) ?? '';
    const setVersion = (version: number) =>
      admin().from('stories').update({ version }).eq('id', story.id).throwOnError();
    await setVersion(2);
    try {
      const files = await listFiles(share_id);
      expect(files.length).toBeGreaterThan(0);
      expect(files.filter((file) => /\.(mp4|vtt)$/.test(file))).toEqual([]);
      expect((await open(film)).status).toBe(404);
    } finally {
      await setVersion(1);
    }
    expect(await listFiles(share_id)).toEqual(before);
  });

  test('are those of this story alone, under their own names', async () => {
    const { share_id } = await shareIt();
    const [file = ''] = await listFiles(share_id);
    expect((await open(file.replace(/\.\w+$/, '.txt'))).status).toBe(404);
    expect((await open(file.replace(share_id, 'A'.repeat(22)))).status).toBe(404);
    expect((await open(`/s/${share_id}/media/..%2f..%2fsecrets.json`)).status).toBe(404);
    const other = story.characters[0]?.picture_url?.split('?')[0]?.split('/').at(-1);
    expect(other).toBeDefined();
    expect((await open(`/s/${share_id}/media/${other}`)).status).toBe(404);
  });
});

describe('a link ends', () => {
  test.each(['waiting', 'declined'])('while its story is %s: page, files and picture', async (review) => {
    const { share_id } = await shareIt();
    const html = await (await open(`/s/${share_id}`)).text();
    const [file = ''] = html.match(/\/s\/[\w-]{22}\/media\/[0-9a-f-]{36}\.\w+/) ?? [];
    await setReview(review);
    try {
      for (const address of [`/s/${share_id}`, file, `/s/${share_id}/card.jpg`]) {
        const answer = await open(address);
        expect([address, answer.status]).toEqual([address, 404]);
        expect((await answer.text()).includes(story.title)).toBe(false);
      }
      const refused = await share(owner);
      expect([refused.status, await codeOf(refused)]).toEqual([403, 'approval_required']);
    } finally {
      await setReview('none');
    }
    expect((await open(`/s/${share_id}`)).status).toBe(200);
  });

  test('when it is withdrawn, at once and for good: the next is another', async () => {
    const { share_id } = await shareIt();
    const html = await (await open(`/s/${share_id}`)).text();
    const [file = ''] = html.match(/\/s\/[\w-]{22}\/media\/[0-9a-f-]{36}\.\w+/) ?? [];
    const { headers } = await open(file);
    expect((await share(owner, 'DELETE')).status).toBe(204);
    expect((await share(owner, 'DELETE')).status).toBe(204);
    expect((await open(`/s/${share_id}`)).status).toBe(404);
    // Also for a browser that has it already and asks whether it is still good.
    const asked = await open(file, { headers: { 'if-none-match': headers.get('etag') ?? '' } });
    expect(asked.status).toBe(404);
    const next = (await (await share(owner)).json()) as ShareView;
    expect(next.share_id).not.toBe(share_id);
    expect((await open(`/s/${share_id}`)).status).toBe(404);
  });

  test('with its story', async () => {
    const { share_id } = await shareIt();
    expect((await owner.request(`/api/v1/stories/${story.id}`, { method: 'DELETE' })).status).toBe(204);
    expect((await open(`/s/${share_id}`)).status).toBe(404);
  });
});
