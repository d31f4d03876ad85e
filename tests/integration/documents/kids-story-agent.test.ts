import { randomUUID } from 'node:crypto';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { beforeAll, describe, expect, inject, test, vi } from 'vitest';
import { probeMedia, runFfmpeg } from '../../../lib/film/ffmpeg.ts';
import { getFfmpegBinaries } from '../../../lib/film/ffmpeg-binaries.ts';
import { jobViewSchema, type StoryView, storyListViewSchema } from '../../../lib/story/views.ts';
import { createAccount, createKeyClient } from '../../support/accounts.ts';
import type { Client } from '../../support/client.ts';

/** Kids Story Agent's document in its order, by a back end with an API key. */
const { url } = inject('app');

const DOCUMENTED = {
  prompt: 'A brave little mouse goes on an adventure to find a magical cheese',
  age_group: '6-8',
  num_illustrations: 3,
  generate_images: true,
  generate_videos: false,
} as const;
/** Storyloom's own options after the documented ones: less to wait for. */
const QUICK = { generate_film: false, target_length: 60 } as const;

/** Films on a machine that does other things besides. */
const PATIENCE_MS = 230_000;
vi.setConfig({ testTimeout: PATIENCE_MS + 10_000 });

let client: Client;
beforeAll(async () => {
  client = (await createKeyClient((await createAccount(url)).client)).client;
});

async function make(body: Parameters<Client['generate']>[0]): Promise<StoryView> {
  const { job_id } = await client.generate(body);
  expect(await client.waitForJob(job_id, PATIENCE_MS)).toMatchObject({ status: 'completed', error: null });
  return client.getStory(job_id);
}

async function save(address: string): Promise<string> {
  const response = await fetch(address);
  expect(response.status, address).toBe(200);
  const file = path.join(tmpdir(), `kids-story-agent-${randomUUID()}`);
  await writeFile(file, new Uint8Array(await response.arrayBuffer()));
  return file;
}

describe('authentication', () => {
  test('every call needs the key', async () => {
    for (const address of ['/api/v1/stories', `/api/v1/stories/${randomUUID()}`, '/api/v1/stories/jobs/x']) {
      const response = await fetch(new URL(address, url));
      expect([401, 404]).toContain(response.status);
      expect(response.headers.get('content-type')).toContain('application/problem+json');
    }
    expect((await fetch(new URL('/api/v1/stories', url))).headers.get('www-authenticate')).toContain(
      'Bearer',
    );
    const wrong = { headers: { authorization: 'Bearer your_api_key_here' } };
    expect((await fetch(new URL('/api/v1/stories', url), wrong)).status).toBe(401);
  });
});

describe('generate, status, story, list, files', () => {
  let jobId = '';
  let story: StoryView;

  test('POST /api/v1/stories/generate answers 202 with the job', async () => {
    const response = await client.post('/api/v1/stories/generate', { ...DOCUMENTED, ...QUICK });
    expect(response.status).toBe(202);
    const accepted = await response.json();
    expect(accepted).toMatchObject({
      job_id: expect.any(String),
      status: 'pending',
      message: 'Story generation started. Use the job_id to check status.',
    });
    jobId = accepted.job_id;
  });

  test('GET /api/v1/stories/jobs/{job_id} tells how far it is, in the documented words', async () => {
    const seen = new Set<string>();
    for (const deadline = Date.now() + PATIENCE_MS; Date.now() < deadline; ) {
      const job = jobViewSchema.parse(await (await client.request(`/api/v1/stories/jobs/${jobId}`)).json());
      seen.add(job.status);
      expect(job.job_id).toBe(jobId);
      if (job.status === 'completed') {
        expect(job).toMatchObject({ story_id: expect.any(String), error: null });
        expect(Date.parse(job.updated_at)).toBeGreaterThan(Date.parse(job.created_at));
        break;
      }
      await new Promise((resolve) => setTimeout(resolve, 150));
    }
    expect([...seen].every((status) => ['pending', 'processing', 'completed'].includes(status))).toBe(true);
    expect(seen).toContain('completed');
  });

  test('GET /api/v1/stories/{id} takes the story’s id and the job’s', async () => {
    story = await client.getStory(jobId);
    expect(await client.getStory(story.id)).toEqual(story);
    expect(story).toMatchObject({ age_group: '6-8', prompt: DOCUMENTED.prompt, videos: [] });
    expect(story.title).not.toBe('');
    expect(story.content.length).toBeGreaterThan(100);
    expect(story.images.map((image) => image.display_order)).toEqual([0, 1, 2]);
    for (const image of story.images) {
      expect(image.prompt_used.length).toBeGreaterThan(20);
      expect(image.scene_description).not.toBe('');
      const file = new RegExp(`^${url}/api/v1/stories/images/stories/${story.id}/${image.id}\\.png\\?key=`);
      expect(image.image_url).toMatch(file);
      expect((await fetch(image.image_url)).headers.get('content-type')).toBe('image/png');
    }
  });

  test('GET /api/v1/stories lists finished stories by page with their total', async () => {
    const list = async (query: string) =>
      storyListViewSchema.parse(await (await client.request(`/api/v1/stories${query}`)).json());
    // A second try finds what the first has left.
    const earlier = await list('');
    await make({ ...DOCUMENTED, ...QUICK, num_illustrations: 1, generate_narration: false });
    const total = earlier.total + 1;
    const all = await list('?limit=10&offset=0');
    expect(all.total).toBe(total);
    expect(all.stories[0]).toMatchObject({ num_images: 1 });
    const own = { id: story.id, title: story.title, age_group: '6-8', num_images: 3 };
    expect(all.stories).toContainEqual(expect.objectContaining(own));
    const at = all.stories.findIndex(({ id }) => id === story.id);
    expect((await list(`?limit=1&offset=${at}`)).stories.map(({ id }) => id)).toEqual([story.id]);
    expect(await list('?offset=50')).toMatchObject({ stories: [], total });
    for (const query of ['?limit=0', '?limit=101', '?offset=-1', '?limit=ten'])
      expect((await client.request(`/api/v1/stories${query}`)).status).toBe(400);

    const everything = await list('?status=all');
    const { job_id } = await client.generate({ ...DOCUMENTED, ...QUICK });
    expect((await list('')).total).toBe(total);
    expect((await list('?status=all')).total).toBe(everything.total + 1);
    expect((await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' })).status).toBe(200);
    expect((await client.getJob(job_id)).status).toBe('cancelled');
  });

  test('reads can be asked about: an ETag, and 304 as long as nothing changed', async () => {
    for (const address of [
      '/api/v1/stories',
      `/api/v1/stories/${story.id}`,
      `/api/v1/stories/jobs/${jobId}`,
    ]) {
      const etag = (await client.request(address)).headers.get('etag') ?? '';
      expect(etag, address).not.toBe('');
      const again = await client.request(address, { headers: { 'if-none-match': etag } });
      expect(again.status, address).toBe(304);
    }
  });

  test('GET …/images/… and …/videos/… serve files by the documented paths, and nothing else', async () => {
    const image = story.images[0];
    const documented = `/api/v1/stories/images/stories/${story.id}/${image?.id}.png`;
    expect((await client.request(documented)).status).toBe(200);
    const stranger = (await createKeyClient((await createAccount(url)).client)).client;
    expect((await stranger.request(documented)).status).toBe(404);
    for (const file of [
      `${image?.id}.mp4`,
      '..%2f..%2f..%2fpackage.json',
      '%252e%252e%252fpackage.json',
      `${image?.id}.png%00.mp4`,
      '....//....//etc/passwd',
    ]) {
      for (const family of ['images', 'videos'])
        expect([400, 404]).toContain(
          (await client.request(`/api/v1/stories/${family}/stories/${story.id}/${file}`)).status,
        );
    }
  });

  test('a manifest has every file with its size and hash, and one ZIP holds them', async () => {
    const { createHash } = await import('node:crypto');
    const manifest = await (await client.request(`/api/v1/stories/${story.id}/manifest`)).json();
    const roles = manifest.files.map(({ role }: { role: string }) => role);
    expect(roles.sort()).toEqual(
      ['audio', ...Array(3).fill('narration'), ...Array(3).fill('picture')].sort(),
    );
    for (const file of manifest.files) {
      const response = await fetch(file.url);
      const bytes = new Uint8Array(await response.arrayBuffer());
      expect(bytes.length).toBe(file.bytes);
      expect(createHash('sha256').update(bytes).digest('hex')).toBe(file.sha256);
      expect(response.headers.get('etag')).toBe(file.etag);
      expect(response.headers.get('content-type')).toBe(file.media_type);
    }
    const zip = await client.request(`/api/v1/stories/${story.id}/download`);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    expect(zip.headers.get('content-disposition')).toMatch(/attachment; filename=".*\.zip"/);
    const archive = Buffer.from(await zip.arrayBuffer());
    expect(String(archive.length)).toBe(zip.headers.get('content-length'));
    expect(archive.readUInt32LE(0)).toBe(0x04034b50);
    for (const file of manifest.files) expect(archive.includes(Buffer.from(file.name))).toBe(true);
    const etag = zip.headers.get('etag') ?? '';
    const known = await client.request(`/api/v1/stories/${story.id}/download`, {
      headers: { 'if-none-match': etag },
    });
    expect(known.status).toBe(304);
    expect((await client.request(`/api/v1/stories/${randomUUID()}/manifest`)).status).toBe(404);
    expect((await client.request(`/api/v1/stories/${randomUUID()}/download`)).status).toBe(404);
  });
});

describe('generate_videos', () => {
  test('makes a moving clip with sound of every scene; without images only those are told of', async () => {
    const story = await make({
      ...DOCUMENTED,
      num_illustrations: 2,
      generate_images: false,
      generate_videos: true,
      target_length: 40,
    });
    expect(story.images).toEqual([]);
    expect(story.film).toBeNull();
    expect(story.videos.map((video) => video.display_order)).toEqual([0, 1]);
    for (const [index, video] of story.videos.entries()) {
      expect(video.prompt_used.length).toBeGreaterThan(20);
      expect(video.scene_description).toBe(story.scenes[index]?.scene_description);
      expect(video.video_url).toContain(`/api/v1/stories/videos/stories/${story.id}/${video.id}.mp4`);
      const file = await save(video.video_url);
      const { streams, format } = await probeMedia(file);
      expect(streams.find(({ codec_type }) => codec_type === 'video')).toMatchObject({
        codec_name: 'h264',
        width: 1280,
        height: 720,
        pix_fmt: 'yuv420p',
      });
      expect(streams.find(({ codec_type }) => codec_type === 'audio')).toMatchObject({ codec_name: 'aac' });
      // As long as its page is read.
      const spokenMs = story.scenes[index]?.duration_ms ?? 0;
      expect(Number(format.duration) * 1_000).toBeGreaterThan(spokenMs);
      expect(Number(format.duration) * 1_000).toBeLessThan(spokenMs + 4_000);
      expect(await measureMotion(file, Number(format.duration))).toBeGreaterThan(2);
    }
    const list = await (await client.request('/api/v1/stories?limit=1')).json();
    expect(list.stories[0]).toMatchObject({ id: story.id, num_images: 0 });
  });

  test('with images both are there, and a silent clip lasts as long as was asked', async () => {
    const story = await make({
      ...DOCUMENTED,
      ...QUICK,
      num_illustrations: 1,
      generate_videos: true,
      generate_narration: false,
      seconds_per_scene: 3,
    });
    expect(story.images).toHaveLength(1);
    expect(story.videos).toHaveLength(1);
    const { format } = await probeMedia(await save(story.videos[0]?.video_url ?? ''));
    expect(Math.abs(Number(format.duration) - 3)).toBeLessThan(0.15);
  });
});

/** Mean difference of luma between a frame near the start and one near the end, 0…255. */
async function measureMotion(file: string, seconds: number): Promise<number> {
  const { ffmpegPath } = await getFfmpegBinaries();
  const log = await runFfmpeg({
    ffmpegPath,
    inputs: [
      { source: file, options: ['-ss', String(seconds * 0.25)] },
      { source: file, options: ['-ss', String(seconds * 0.75)] },
    ],
    filterGraph:
      '[0:v]trim=end_frame=1,setpts=0[a];[1:v]trim=end_frame=1,setpts=0[b];[a][b]blend=all_mode=difference,signalstats,metadata=print:key=lavfi.signalstats.YAVG[d]',
    outputs: [{ target: '-', options: ['-map', '[d]', '-f', 'null'] }],
    logLevel: 'info',
  });
  // Black is 16 in a film's luma, so a difference of nothing is measured as 0 here and noise as a little more.
  return Number(/YAVG=([\d.]+)/.exec(log)?.[1] ?? 0);
}

describe('bad input', () => {
  test.each([
    ['no prompt', { age_group: '6-8', num_illustrations: 3 }],
    ['no age group', { prompt: 'x', num_illustrations: 3 }],
    ['an unknown age group', { ...DOCUMENTED, age_group: '13-99' }],
    ['no pictures', { ...DOCUMENTED, num_illustrations: 0 }],
    ['too many pictures', { ...DOCUMENTED, num_illustrations: 13 }],
    ['half a picture', { ...DOCUMENTED, num_illustrations: 1.5 }],
    ['a word for a boolean', { ...DOCUMENTED, generate_videos: 'yes' }],
    ['an unknown transition', { ...DOCUMENTED, transition: 'explode' }],
    ['scenes of no length', { ...DOCUMENTED, seconds_per_scene: 0 }],
    ['an unknown field', { ...DOCUMENTED, generate_smells: true }],
  ])('%s', async (_what, body) => {
    const response = await client.post('/api/v1/stories/generate', body);
    expect(response.status).toBe(400);
    expect(await response.json()).toMatchObject({ code: 'invalid_request', errors: expect.any(Array) });
  });

  test('a body that is too large, no JSON, or not UTF-8', async () => {
    const large = await client.post('/api/v1/stories/generate', {
      ...DOCUMENTED,
      prompt: 'x'.repeat(11 * 1024 * 1024),
    });
    expect(large.status).toBe(413);
    expect((await client.post('/api/v1/stories/generate', '{"prompt":')).status).toBe(400);
    const bytes = new Uint8Array([0x7b, 0x22, 0xff, 0x22, 0x3a, 0x31, 0x7d]);
    const init = { method: 'POST', headers: { 'content-type': 'application/json' }, body: bytes };
    expect((await client.request('/api/v1/stories/generate', init)).status).toBe(400);
  });
});
