import { randomUUID } from 'node:crypto';
import { createParser } from 'eventsource-parser';
import { unzipSync } from 'fflate';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { z } from 'zod';
import { suiteBatchSchema, suiteJobListSchema, suiteJobSchema } from '../../../lib/dialects/alwrity/jobs.ts';
import { illustratedStorySchema } from '../../../lib/dialects/alwrity/story-illustrator.ts';
import { videoSceneSchema, videoStorySchema } from '../../../lib/dialects/alwrity/story-video.ts';
import { writtenStorySchema } from '../../../lib/dialects/alwrity/story-writer.ts';
import { buildPdf, buildZip, docxFiles, epubFiles } from '../../../lib/fixtures/documents/build-files.ts';
import { type Client, createGuest } from '../../support/client.ts';

/** The calls of ALwrity's story generators, in the order of their document, as its clients make them. */
const { url } = inject('app');
let client: Client;
let stranger: Client;

beforeAll(async () => {
  [client, stranger] = await Promise.all([createGuest(url), createGuest(url)]);
});

const acceptedSchema = z.object({ job_id: z.uuid(), status: z.literal('pending'), message: z.string() });
const readAccepted = async (response: Response) => {
  expect(response.status, await response.clone().text()).toBe(202);
  return acceptedSchema.parse(await response.json());
};

async function waitFor(module: string, jobId: string) {
  expect(await client.waitForJob(jobId)).toMatchObject({ status: 'completed', error: null });
  const response = await client.request(`/api/${module}/status/${jobId}`);
  const status = suiteJobSchema.extend({ result: z.unknown() }).parse(await response.json());
  expect(status).toMatchObject({ status: 'completed', progress: 100, error: null });
  return status;
}

async function readStream(module: string, jobId: string) {
  const response = await client.request(`/api/${module}/stream/${jobId}`);
  expect(response.headers.get('content-type')).toContain('text/event-stream');
  const told: { job_id: string; status: string; progress: number; message: string }[] = [];
  const parser = createParser({
    onEvent: ({ event, data }) => {
      // Readers of bare `data:` lines hear of events without a name only.
      expect(event).toBeUndefined();
      told.push(JSON.parse(data));
    },
  });
  for await (const chunk of response.body?.pipeThrough(new TextDecoderStream()) ?? []) parser.feed(chunk);
  return told;
}

const AS_DOCUMENTED = {
  persona: 'Award-Winning Science Fiction Author',
  story_setting: 'A futuristic city in the year 2150',
  character_input: 'John is a tall, muscular man with a kind heart',
  plot_elements: 'Theme: Good vs. evil. Conflict: Save the world',
  writing_style: '😎 Casual',
  story_tone: '⏳ Suspenseful',
  narrative_pov: '👤 First Person',
  audience_age_group: '👨👩👧👦 Adults (18+ years)',
  content_rating: '🌟 G - General Audiences',
  ending_preference: '😊 Happy Ending',
};

describe('the story writer', () => {
  let jobId: string;

  test('POST generate starts a job, whose status has the story with premise, outline and chapters', async () => {
    jobId = (await readAccepted(await client.post('/api/story-writer/generate', AS_DOCUMENTED))).job_id;
    const { result } = await waitFor('story-writer', jobId);
    const story = writtenStorySchema.parse(result);
    expect(story.premise).not.toBe('');
    expect(story.outline).toHaveLength(4);
    expect(story.chapters.map((chapter) => chapter.chapter_number)).toEqual([1, 2, 3, 4]);
    expect(
      story.chapters.every((chapter) => chapter.title !== '' && story.story.includes(chapter.content)),
    ).toBe(true);
    expect(story.word_count).toBeGreaterThan(100);
    // First person: the hero tells it.
    expect(story.story).toMatch(/\bI\b/);
    expect(story.story).toMatch(/city/i);
  });

  test('GET generate-sync answers with the story itself', async () => {
    const query = new URLSearchParams({ ...AS_DOCUMENTED, num_chapters: '2', seed: '5' });
    const response = await client.request(`/api/story-writer/generate-sync?${query}`);
    expect(response.status).toBe(200);
    expect(writtenStorySchema.parse(await response.json()).chapters).toHaveLength(2);
  });

  test('GET generate-sync says where to ask when the sender does not wait', async () => {
    const query = new URLSearchParams({ plot_elements: 'A kite that is afraid of heights' });
    const response = await client.request(`/api/story-writer/generate-sync?${query}`, {
      headers: { prefer: 'respond-async' },
    });
    const { job_id } = await readAccepted(response);
    expect(response.headers.get('location')).toBe(`/api/story-writer/status/${job_id}`);
  });

  test('GET stream tells the progress up to its end', async () => {
    const told = await readStream('story-writer', jobId);
    expect(told.at(-1)).toMatchObject({ job_id: jobId, status: 'completed', progress: 100 });
    expect(told.map(({ progress }) => progress)).toEqual(
      told.map(({ progress }) => progress).toSorted((a, b) => a - b),
    );
  });

  test('DELETE jobs/{id} cancels, and an end stays an end', async () => {
    const { job_id } = await readAccepted(
      await client.post('/api/story-writer/generate', {
        ...AS_DOCUMENTED,
        generate_video: true,
        num_chapters: 12,
      }),
    );
    const cancelled = await client.request(`/api/story-writer/jobs/${job_id}`, { method: 'DELETE' });
    expect(suiteJobSchema.parse(await cancelled.json()).status).toBe('cancelled');
    const ended = await client.request(`/api/story-writer/jobs/${jobId}`, { method: 'DELETE' });
    expect(suiteJobSchema.parse(await ended.json()).status).toBe('completed');
  });

  test('GET jobs lists what was asked for here, newest first', async () => {
    const list = suiteJobListSchema.parse(
      await (await client.request('/api/story-writer/jobs?limit=2')).json(),
    );
    expect(list.total).toBe(4);
    expect(list.jobs).toHaveLength(2);
    expect(
      suiteJobListSchema.parse(await (await stranger.request('/api/story-writer/jobs')).json()).total,
    ).toBe(0);
  });

  test('GET health needs nobody', async () => {
    expect(await (await fetch(new URL('/api/story-writer/health', url))).json()).toMatchObject({
      status: 'healthy',
      service: 'story-writer',
      models: { text: 'builtin/storyteller' },
    });
  });

  test('a batch begins all of its stories or none, and is the same batch under its key', async () => {
    const stories = [1, 2, 3].map((seed) => ({ ...AS_DOCUMENTED, num_chapters: 1, seed }));
    const send = (body: unknown, key: string) =>
      client.request('/api/story-writer/batch', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify(body),
      });
    const key = randomUUID();
    const first = await send({ stories }, key);
    expect(first.status).toBe(202);
    const batch = suiteBatchSchema.parse(await first.json());
    expect(batch).toMatchObject({ total: 3 });
    expect(suiteBatchSchema.parse(await (await send({ stories }, key)).json()).batch_id).toBe(batch.batch_id);
    expect((await send({ stories: stories.slice(1) }, key)).status).toBe(422);
    await Promise.all(batch.jobs.map((job) => client.waitForJob(job.job_id)));
    const where = first.headers.get('location') ?? '';
    expect(suiteBatchSchema.parse(await (await client.request(where)).json())).toMatchObject({
      completed: 3,
      failed: 0,
    });
    expect((await stranger.request(where)).status).toBe(404);

    const refused = await send(
      { stories: [...stories, { ...AS_DOCUMENTED, writing_style: 'Baroque' }] },
      randomUUID(),
    );
    expect(refused.status).toBe(400);
    expect((await refused.json()).errors[0].path).toBe('stories.3.writing_style');
  });
});

const FOREST = `Once upon a time in a magical forest there lived a small hedgehog called Juniper. Every night she counted the stars.

One evening a star was missing. Juniper packed a lantern and walked down to the river to look for it.

By the river sat an old otter called Bram. “I have seen it fall,” said Bram. “It lies in the reeds, and it is shy.”

Together they rowed out over the dark water until they saw a light among the reeds. The star was no bigger than an acorn.

Juniper held up her lantern, and the star climbed into it. At dawn she carried it up the highest hill and let it go.`;

describe('the story illustrator', () => {
  let jobId: string;

  test('POST generate illustrates a text, which nobody rewrites', async () => {
    const accepted = await client.post('/api/story-illustrator/generate', {
      story_input: { text: FOREST },
      settings: { style: 'fantasy', aspect_ratio: '16:9', quality: 'high', max_illustrations: 5 },
    });
    jobId = (await readAccepted(accepted)).job_id;
    const { result } = await waitFor('story-illustrator', jobId);
    const story = illustratedStorySchema.parse(result);
    expect(story.total_illustrations).toBe(5);
    expect(
      story.illustrations
        .map(({ scene_text }) => scene_text)
        .join(' ')
        .replaceAll(/\s+/g, ' '),
    ).toBe(FOREST.replaceAll(/\s+/g, ' '));
    for (const { image_url, width, height } of story.illustrations) {
      // An address that opens without a header.
      const picture = await fetch(image_url);
      expect(picture.headers.get('content-type')).toBe('image/png');
      expect((width ?? 0) / (height ?? 1)).toBeCloseTo(16 / 9, 1);
    }
  });

  const paragraphs = FOREST.split('\n\n');
  const html = `<title>Juniper</title><main>${paragraphs.map((text) => `<p>${text}</p>`).join('')}</main>`;
  const lines = paragraphs
    .flatMap((text) => text.split(/(?<=\.) /))
    .map((text, index) => ({ text: text.replaceAll(/[“”]/g, '"'), y: 740 - 16 * index }));
  const files: [name: string, content: string | Uint8Array][] = [
    ['story.txt', FOREST],
    ['story.md', `# Juniper\n\n${FOREST}`],
    ['story.docx', buildZip(docxFiles(paragraphs.map((text) => ({ text }))))],
    ['story.pdf', buildPdf([lines])],
    ['story.epub', buildZip(epubFiles([html]))],
    ['story.html', html],
  ];
  test.each(files)('POST upload-file reads %s', async (name, content) => {
    const form = new FormData();
    form.set('file', new Blob([typeof content === 'string' ? content : new Uint8Array(content)]), name);
    form.set('style', 'digital art');
    form.set('max_illustrations', '2');
    const response = await client.request('/api/story-illustrator/upload-file', {
      method: 'POST',
      body: form,
    });
    const { job_id } = await readAccepted(response);
    const { result } = await waitFor('story-illustrator', job_id);
    expect(illustratedStorySchema.parse(result).total_illustrations).toBeGreaterThan(0);
  });

  test('GET generate-from-url reaches no private address', async () => {
    for (const address of [
      'http://127.0.0.1:54321/',
      'http://[::ffff:10.0.0.1]/',
      'http://2130706433/',
      'http://0x7f.1/',
    ]) {
      const query = new URLSearchParams({ url: address });
      const response = await client.request(`/api/story-illustrator/generate-from-url?${query}`);
      expect(response.status).toBe(422);
      expect(await response.json()).toMatchObject({ code: 'address_not_allowed' });
    }
  });

  test('GET stream, download and illustration/{index}', async () => {
    expect((await readStream('story-illustrator', jobId)).at(-1)).toMatchObject({ status: 'completed' });

    const zip = await client.request(`/api/story-illustrator/download/${jobId}`);
    expect(zip.headers.get('content-type')).toBe('application/zip');
    const pictures = unzipSync(new Uint8Array(await zip.arrayBuffer()));
    expect(Object.keys(pictures).filter((name) => name.endsWith('.png'))).toHaveLength(5);

    const picture = await client.request(`/api/story-illustrator/illustration/${jobId}/0`);
    expect(picture.headers.get('content-type')).toBe('image/png');
    expect((await client.request(`/api/story-illustrator/illustration/${jobId}/5`)).status).toBe(404);
    for (const what of [`status/${jobId}`, `stream/${jobId}`, `download/${jobId}`, `illustration/${jobId}/0`])
      expect((await stranger.request(`/api/story-illustrator/${what}`)).status).toBe(404);
  });

  test('DELETE jobs/{id}, GET jobs and GET health', async () => {
    const ended = await client.request(`/api/story-illustrator/jobs/${jobId}`, { method: 'DELETE' });
    expect(suiteJobSchema.parse(await ended.json())).toMatchObject({ job_id: jobId, status: 'completed' });
    const { total } = suiteJobListSchema.parse(
      await (await client.request('/api/story-illustrator/jobs')).json(),
    );
    expect(total).toBe(7);
    const health = await fetch(new URL('/api/story-illustrator/health', url));
    expect(await health.json()).toMatchObject({ status: 'healthy', service: 'story-illustrator' });
  });
});

describe('the story video generator', () => {
  test('GET generate-scenes-only answers with the scenes', async () => {
    const query = new URLSearchParams({
      story_text: FOREST,
      title: 'The Missing Star',
      illustration_style: 'fantasy',
      max_scenes: '3',
      duration_per_scene: '5.0',
    });
    const response = await client.request(`/api/story-video-generator/generate-scenes-only?${query}`);
    expect(response.status).toBe(200);
    const story = videoStorySchema.parse(await response.json());
    expect(story).toMatchObject({
      title: 'The Missing Star',
      total_scenes: 3,
      total_duration: 15,
      video_url: null,
    });
    expect(story.scenes.map((scene) => scene.scene_index)).toEqual([0, 1, 2]);
    expect((await fetch(story.scenes[0]?.illustration_url ?? '')).status).toBe(200);
  });

  test('POST generate makes the whole film, with narration, and each scene as long as asked', async () => {
    const { job_id } = await readAccepted(
      await client.post('/api/story-video-generator/generate', {
        story_text: FOREST,
        title: 'The Missing Star',
        max_scenes: 2,
        duration_per_scene: 3,
        transition: 'crossfade',
      }),
    );
    const { result } = await waitFor('story-video-generator', job_id);
    const story = videoStorySchema.parse(result);
    const film = await fetch(story.video_url ?? '');
    expect(film.headers.get('content-type')).toBe('video/mp4');
    expect(story.total_duration).toBeGreaterThan(6);
    expect(story.scenes.every((scene) => scene.audio_url !== null)).toBe(true);

    const scene = await client.request(`/api/story-video-generator/scene/${job_id}/1`);
    expect(videoSceneSchema.parse(await scene.json()).scene_index).toBe(1);
    expect((await client.request(`/api/story-video-generator/scene/${job_id}/2`)).status).toBe(404);
    expect((await stranger.request(`/api/story-video-generator/scene/${job_id}/1`)).status).toBe(404);
    expect((await readStream('story-video-generator', job_id)).at(-1)).toMatchObject({ status: 'completed' });
    const ended = await client.request(`/api/story-video-generator/jobs/${job_id}`, { method: 'DELETE' });
    expect(suiteJobSchema.parse(await ended.json()).status).toBe('completed');
  });

  test('GET jobs and GET health', async () => {
    const list = await (await client.request('/api/story-video-generator/jobs')).json();
    expect(suiteJobListSchema.parse(list).total).toBe(2);
    const health = await fetch(new URL('/api/story-video-generator/health', url));
    expect(await health.json()).toMatchObject({ status: 'healthy', service: 'story-video-generator' });
  });
});
