import { randomUUID } from 'node:crypto';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import { AppError } from '../../lib/errors.ts';
import { failCall, reserveCall, settleCall } from '../../lib/ledger/calls.ts';
import { closeLostCalls } from '../../lib/ledger/close-lost-calls.ts';
import { payFor } from '../../lib/ledger/pay-for.ts';
import { admitStories } from '../../lib/ledger/quote-story.ts';
import { saveAsset } from '../../lib/storage/assets.ts';
import type { AssetRow } from '../../lib/story/rows.ts';
import { storyBriefSchema } from '../../lib/story/schema.ts';
import {
  createPaidStory,
  findPicture,
  keepPicture,
  type PaidStory,
  PICTURE_MICROS,
  pictureIntent,
  providerAnswered,
} from '../support/ledger-story.ts';
import { type Client, expectData, startTestSupabase, type TestSupabase } from '../support/local-supabase.ts';

/** The real ledger over a real Postgres; only the models are not there. */
let supabase: TestSupabase;
let admin: Client;
let story: PaidStory;
const SETTINGS = [
  'SUPABASE_URL',
  'SUPABASE_PUBLISHABLE_KEY',
  'SUPABASE_SECRET_KEY',
  'STORYLOOM_DATA_DIR',
  'PROVIDER_LIMITS',
  'OPENAI_API_KEY',
  'IMAGE_MODEL',
  'MODEL_CACHE',
  'SPEND_CAP_STORY_USD',
  'SPEND_CAP_USER_DAY_USD',
  'SPEND_CAP_INSTALLATION_DAY_USD',
] as const;
const before = Object.fromEntries(SETTINGS.map((name) => [name, process.env[name]]));
function set(values: Partial<Record<(typeof SETTINGS)[number], string | undefined>>): void {
  for (const [name, value] of Object.entries(values)) {
    if (value === undefined) delete process.env[name];
    else process.env[name] = value;
  }
}

beforeAll(async () => {
  supabase = await startTestSupabase();
  admin = supabase.admin;
});
afterAll(async () => {
  set(before);
  await supabase.remove();
});
beforeEach(async () => {
  set({
    SUPABASE_URL: supabase.url,
    SUPABASE_PUBLISHABLE_KEY: supabase.secrets.publishableKey,
    SUPABASE_SECRET_KEY: supabase.secrets.secretKey,
    STORYLOOM_DATA_DIR: supabase.dataDir,
    PROVIDER_LIMITS: 'openai=10000/100000',
    OPENAI_API_KEY: 'sk-test',
    SPEND_CAP_STORY_USD: 'none',
    SPEND_CAP_USER_DAY_USD: 'none',
    SPEND_CAP_INSTALLATION_DAY_USD: 'none',
  });
  story = await createPaidStory(supabase);
});
afterEach(async () => {
  set({ IMAGE_MODEL: undefined, MODEL_CACHE: undefined });
  // What one test makes of a provider's health is not the next one's.
  await admin.from('provider_circuits').delete().neq('provider', '');
});

const USED = { pictures: 1, inputTokens: 100, outputTokens: 1_000 };
const USED_MICROS = 1_000 + 40_000;

async function listCalls(of: PaidStory = story) {
  return expectData(await admin.from('model_calls').select().eq('owner_id', of.ownerId).order('created_at'));
}

/** Draws, keeps and pays, and counts how often the service was asked. */
function createPainter(of: PaidStory, contentHash = 'one') {
  const painter = {
    asked: 0,
    draw: () =>
      payFor<AssetRow>(admin, pictureIntent(of, { request: { contentHash } }), {
        find: () => findPicture(admin, of, contentHash),
        call: async () => {
          painter.asked += 1;
          const asset = await keepPicture(admin, of, contentHash);
          return { result: asset, units: USED, assetId: asset.id, providerId: 'img_1' };
        },
      }),
  };
  return painter;
}

describe('a paid call', () => {
  test('is written down before it is made, with the most it may cost, and settled with what it did cost', async () => {
    const seen = await payFor(admin, pictureIntent(story), {
      call: async ({ callId }) => {
        const row = expectData(await admin.from('model_calls').select().eq('id', callId).single());
        return { result: row, units: USED, providerId: 'img_1' };
      },
    });
    expect(seen).toMatchObject({
      status: 'reserved',
      step: 'picture:1',
      provider: 'openai',
      model: 'gpt-image-1',
      attempt: 1,
      reserved_micros: PICTURE_MICROS,
      counted_micros: PICTURE_MICROS,
      price: { row: 'openai/gpt-image-1*', picture: PICTURE_MICROS },
    });
    expect(await listCalls()).toMatchObject([
      {
        status: 'settled',
        cost_micros: USED_MICROS,
        counted_micros: USED_MICROS,
        units: USED,
        provider_id: 'img_1',
      },
    ]);
  });

  test('whose result is kept is not made again', async () => {
    const painter = createPainter(story);
    const first = await painter.draw();
    expect((await painter.draw()).id).toBe(first.id);
    expect(painter.asked).toBe(1);
    expect(await listCalls()).toMatchObject([{ status: 'settled', asset_id: first.id }]);
  });

  test('of words is answered from the ledger when its step comes again, in this job only', async () => {
    let asked = 0;
    const write = (of: PaidStory) =>
      payFor<string>(
        admin,
        pictureIntent(of, { step: 'draft', modality: 'text', estimate: { outputTokens: 9_000 } }),
        {
          readAnswer: (answer) => String(answer),
          call: async () => {
            asked += 1;
            return { result: 'Once', units: { inputTokens: 1, outputTokens: 1 }, answer: 'Once' };
          },
        },
      );
    expect([await write(story), await write(story)]).toEqual(['Once', 'Once']);
    expect(asked).toBe(1);
    const other = await createPaidStory(supabase, { client: story.client, id: story.ownerId });
    await write(other);
    expect(asked).toBe(2);
  });

  test.each([429, 500, 400])('that the provider answers with %d costs nothing', async (status) => {
    const failing = payFor(admin, pictureIntent(story), {
      call: () => Promise.reject(providerAnswered(status)),
    });
    await expect(failing).rejects.toMatchObject({ name: 'AppError' });
    expect(await listCalls()).toMatchObject([{ status: 'failed', counted_micros: 0, cost_micros: 0 }]);
  });

  test('that takes too long may have been billed, and counts with what was reserved', async () => {
    const late = new AppError('provider_failed', 'Late.', {
      cause: new DOMException('late', 'TimeoutError'),
    });
    await expect(payFor(admin, pictureIntent(story), { call: () => Promise.reject(late) })).rejects.toBe(
      late,
    );
    expect(await listCalls()).toMatchObject([
      { status: 'lost', counted_micros: PICTURE_MICROS, error_code: 'provider_failed' },
    ]);
  });

  test('whose answer is no use is billed exactly, once the provider has said what it used', async () => {
    const unreadable = new AppError('picture_unreadable', 'No picture.');
    const failing = payFor(admin, pictureIntent(story), {
      call: async ({ noteUnits }) => {
        await noteUnits(USED);
        throw unreadable;
      },
    });
    await expect(failing).rejects.toBe(unreadable);
    expect(await listCalls()).toMatchObject([{ status: 'failed', counted_micros: USED_MICROS }]);
  });

  test('whose usage the provider does not tell counts the most it may have used', async () => {
    const estimate = { inputTokens: 1_000, outputTokens: 2_000 };
    const model = { provider: 'openai.chat', modelId: 'gpt-5' };
    const intent = pictureIntent(story, { step: 'draft', modality: 'text', model, estimate });
    await payFor(admin, intent, { call: async () => ({ result: null, units: {} }) });
    expect(await listCalls()).toMatchObject([{ status: 'settled', units: estimate, cost_micros: 21_250 }]);
  });

  test('that is tried again counts its tries', async () => {
    const busy = () =>
      payFor(admin, pictureIntent(story), { call: () => Promise.reject(providerAnswered(429)) });
    await expect(busy()).rejects.toThrow();
    await expect(busy()).rejects.toThrow();
    await createPainter(story).draw();
    expect((await listCalls()).map(({ attempt, status }) => [attempt, status])).toEqual([
      [1, 'failed'],
      [2, 'failed'],
      [3, 'settled'],
    ]);
  });

  test('of a story that is gone is not made', async () => {
    expectData(await story.client.rpc('delete_story', { p_story_id: story.storyId }));
    const painter = createPainter(story);
    await expect(painter.draw()).rejects.toMatchObject({ code: 'not_found' });
    expect(painter.asked).toBe(0);
  });

  test.each(['failed', 'cancelled'] as const)('of a job that has %s is not made', async (status) => {
    expect((await admin.from('jobs').update({ status }).eq('id', story.jobId)).error).toBeNull();
    const painter = createPainter(story);
    await expect(painter.draw()).rejects.toMatchObject({ code: 'job_cancelled' });
    expect(painter.asked).toBe(0);
    expect(await listCalls()).toEqual([]);
  });

  test('of the built-in engines costs nothing and asks no cap', async () => {
    set({ SPEND_CAP_STORY_USD: '0', SPEND_CAP_INSTALLATION_DAY_USD: '0' });
    const intent = pictureIntent(story, { model: { provider: 'builtin', modelId: 'illustrator' } });
    await payFor(admin, intent, { call: async () => ({ result: null, units: { pictures: 1 } }) });
    expect(await listCalls()).toMatchObject([{ status: 'settled', counted_micros: 0, reserved_micros: 0 }]);
  });
});

describe('a process that dies', () => {
  /** Everything after the crash never happens. */
  const crash = () => new Promise<never>(() => {});
  const untilCrash = (start: (crashed: () => void) => Promise<unknown>) =>
    new Promise<void>((resolve, reject) => {
      start(resolve).catch(reject);
    });

  test('between the kept result and the bill pays once: the retry finds the result and settles its call', async () => {
    await untilCrash((crashed) =>
      payFor<AssetRow>(admin, pictureIntent(story), {
        find: () => findPicture(admin, story, 'one'),
        call: async ({ noteUnits }) => {
          await noteUnits(USED);
          await keepPicture(admin, story, 'one');
          crashed();
          return crash();
        },
      }),
    );
    expect(await listCalls()).toMatchObject([{ status: 'reserved', counted_micros: USED_MICROS }]);
    const painter = createPainter(story);
    await painter.draw();
    expect(painter.asked).toBe(0);
    expect(await listCalls()).toMatchObject([
      { status: 'settled', counted_micros: USED_MICROS, is_answered: true },
    ]);
  });

  test('while the service works leaves a call that may have been billed; the retry begins another', async () => {
    await untilCrash((crashed) =>
      payFor(admin, pictureIntent(story), {
        call: () => {
          crashed();
          return crash();
        },
      }),
    );
    await createPainter(story).draw();
    expect((await listCalls()).map(({ status, counted_micros }) => [status, counted_micros])).toEqual([
      ['lost', PICTURE_MICROS],
      ['settled', USED_MICROS],
    ]);
  });

  test('and was only thought dead settles its call all the same', async () => {
    const slow = await reserveCall(admin, pictureIntent(story));
    if ('answer' in slow) throw new Error('nothing was answered yet');
    await createPainter(story).draw();
    expect((await listCalls()).map(({ status }) => status)).toEqual(['lost', 'settled']);
    await settleCall(admin, slow, { units: USED });
    await failCall(admin, slow, 'lost', new Error('late'));
    expect((await listCalls()).map(({ status, counted_micros }) => [status, counted_micros])).toEqual([
      ['settled', USED_MICROS],
      ['settled', USED_MICROS],
    ]);
  });

  test('and whose step nobody tries again leaves a call that is closed after hours, and can still be settled', async () => {
    const payer = { ownerId: story.ownerId, jobId: null, storyId: null };
    const chat = await reserveCall(admin, pictureIntent(story, { payer, step: 'chat', modality: 'chat' }));
    if ('answer' in chat) throw new Error('nothing was answered yet');
    expect(await closeLostCalls(admin)).toBe(0);
    expect(await closeLostCalls(admin, Date.now() + 7 * 3_600_000)).toBeGreaterThan(0);
    expect(await listCalls()).toMatchObject([{ status: 'lost' }]);
    await settleCall(admin, chat, { units: {} });
    expect(await listCalls()).toMatchObject([{ status: 'settled', counted_micros: 0 }]);
  });

  test('after a long work was begun leaves its name: the retry goes on with that one', async () => {
    const intent = pictureIntent(story, { step: 'video:1', modality: 'video', estimate: { seconds: 4 } });
    await untilCrash((crashed) =>
      payFor(admin, intent, {
        call: async ({ noteProviderId }) => {
          await noteProviderId('video_123');
          crashed();
          return crash();
        },
      }),
    );
    const resumed = await payFor(admin, intent, {
      call: async ({ providerId }) => ({ result: providerId, units: { seconds: 4 } }),
    });
    expect(resumed).toBe('video_123');
    expect(await listCalls()).toMatchObject([{ status: 'settled', attempt: 1, provider_id: 'video_123' }]);
  });
});

describe('caps', () => {
  const draw = (of: PaidStory, contentHash: string, maxCostMicros?: number) =>
    payFor(
      admin,
      pictureIntent(of, { request: { contentHash }, step: `picture:${contentHash}`, maxCostMicros }),
      {
        call: async () => ({ result: true, units: { pictures: 1 } }),
      },
    );

  test('of a story: what would pass it is not begun, and says how much was allowed', async () => {
    set({ SPEND_CAP_STORY_USD: '0.60' });
    await draw(story, 'a');
    await draw(story, 'b');
    const third = draw(story, 'c');
    await expect(third).rejects.toMatchObject({ code: 'spend_cap_reached' });
    await expect(third).rejects.toThrow('$0.60');
    expect(await listCalls()).toHaveLength(2);
  });

  test('of a brief count beside the installation’s, the smaller one', async () => {
    set({ SPEND_CAP_STORY_USD: '3' });
    await draw(story, 'a', 300_000);
    await expect(draw(story, 'b', 300_000)).rejects.toMatchObject({ code: 'spend_cap_reached' });
  });

  test('of a user’s day count all their stories, and nobody else’s', async () => {
    set({ SPEND_CAP_USER_DAY_USD: '0.50' });
    const second = await createPaidStory(supabase, { client: story.client, id: story.ownerId });
    await draw(story, 'a');
    await draw(second, 'a');
    await expect(draw(second, 'b')).rejects.toMatchObject({ code: 'spend_cap_reached' });
    await draw(await createPaidStory(supabase), 'a');
  });

  test('of the installation’s day count everybody', async () => {
    const spent = expectData(await admin.from('model_calls').select('counted_micros')).reduce(
      (sum, call) => sum + call.counted_micros,
      0,
    );
    set({ SPEND_CAP_INSTALLATION_DAY_USD: String((spent + 300_000) / 1_000_000) });
    await draw(story, 'a');
    await expect(draw(await createPaidStory(supabase), 'a')).rejects.toMatchObject({
      code: 'spend_cap_reached',
    });
  });

  test('count what is under way and what may have been billed', async () => {
    set({ SPEND_CAP_STORY_USD: '0.60' });
    await reserveCall(admin, pictureIntent(story, { step: 'picture:7' }));
    const lost = await reserveCall(admin, pictureIntent(story, { step: 'picture:8' }));
    if ('answer' in lost) throw new Error('nothing was answered yet');
    await failCall(admin, lost, 'lost', new Error('gone'));
    await expect(draw(story, 'c')).rejects.toMatchObject({ code: 'spend_cap_reached' });
  });

  test('hold when forty calls begin at the same moment', async () => {
    set({ SPEND_CAP_USER_DAY_USD: '2.10' });
    const stories = [story, await createPaidStory(supabase, { client: story.client, id: story.ownerId })];
    const asked = await Promise.allSettled(
      Array.from({ length: 40 }, (_, n) => draw(stories[n % 2] ?? story, `page-${n}`)),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(8);
    const sum = (await listCalls()).reduce((total, call) => total + call.counted_micros, 0);
    expect(sum).toBe(8 * PICTURE_MICROS);
  });

  test('a new day begins at midnight UTC', async () => {
    set({ SPEND_CAP_USER_DAY_USD: '0.30' });
    await draw(story, 'a');
    const yesterday = new Date(Math.floor(Date.now() / 86_400_000) * 86_400_000 - 1_000).toISOString();
    const moved = await admin
      .from('model_calls')
      .update({ created_at: yesterday })
      .eq('owner_id', story.ownerId);
    expect(moved.error).toBeNull();
    await draw(story, 'b');
  });

  test('a story that is deleted has still been paid for', async () => {
    set({ SPEND_CAP_USER_DAY_USD: '0.30' });
    await draw(story, 'a');
    expectData(await story.client.rpc('delete_story', { p_story_id: story.storyId }));
    expect(await listCalls()).toMatchObject([
      { story_id: null, job_id: null, counted_micros: PICTURE_MICROS },
    ]);
    const second = await createPaidStory(supabase, { client: story.client, id: story.ownerId });
    await expect(draw(second, 'a')).rejects.toMatchObject({ code: 'spend_cap_reached' });
  });
});

describe('stories that want to begin', () => {
  const brief = storyBriefSchema.parse({
    prompt: 'A snail',
    sceneCount: 2,
    pictureQuality: 'standard',
    narration: false,
    film: null,
  });
  const quotedOf = async (jobId: string) =>
    expectData(await admin.from('jobs').select('quoted_micros').eq('id', jobId).single()).quoted_micros;
  beforeEach(() => set({ IMAGE_MODEL: 'openai/dall-e-3' }));
  /** Two pages, and two drawn once more. */
  const QUOTE = 4 * 80_000;

  test('are let in with their quote, which their job keeps', async () => {
    const [jobId, storyId] = [randomUUID(), randomUUID()];
    await admitStories(story.ownerId, [{ jobId, brief }]);
    const p_brief = { prompt: 'A snail', ageGroup: '6-8', seed: 7 };
    expectData(await story.client.rpc('create_story_job', { p_job_id: jobId, p_story_id: storyId, p_brief }));
    expect(await quotedOf(jobId)).toBe(QUOTE);
    expect(expectData(await admin.from('story_admissions').select().eq('job_id', jobId))).toEqual([]);
  });

  test('whose quote passes their own cap do not', async () => {
    const capped = { ...brief, maxCostMicros: QUOTE - 1 };
    await expect(admitStories(story.ownerId, [{ jobId: randomUUID(), brief: capped }])).rejects.toMatchObject(
      {
        code: 'spend_cap_reached',
      },
    );
    await admitStories(story.ownerId, [{ jobId: randomUUID(), brief: { ...brief, maxCostMicros: QUOTE } }]);
  });

  test('count each other, also those that ask at the same moment', async () => {
    set({ SPEND_CAP_USER_DAY_USD: String((3 * QUOTE) / 1_000_000) });
    const asked = await Promise.allSettled(
      Array.from({ length: 12 }, () => admitStories(story.ownerId, [{ jobId: randomUUID(), brief }])),
    );
    expect(asked.filter(({ status }) => status === 'fulfilled')).toHaveLength(3);
  });

  test('come all together or not at all', async () => {
    set({ SPEND_CAP_USER_DAY_USD: String((3 * QUOTE) / 1_000_000) });
    const batch = (count: number) => Array.from({ length: count }, () => ({ jobId: randomUUID(), brief }));
    await expect(admitStories(story.ownerId, batch(4))).rejects.toMatchObject({ code: 'spend_cap_reached' });
    await admitStories(story.ownerId, batch(3));
  });

  test('and ask again under their key are let in again', async () => {
    set({ SPEND_CAP_USER_DAY_USD: String(QUOTE / 1_000_000) });
    const jobId = randomUUID();
    await admitStories(story.ownerId, [{ jobId, brief }]);
    await admitStories(story.ownerId, [{ jobId, brief }]);
  });

  test('what is still being made counts with what it may need yet', async () => {
    set({ SPEND_CAP_USER_DAY_USD: String((QUOTE * 1.5) / 1_000_000) });
    const jobId = randomUUID();
    await admitStories(story.ownerId, [{ jobId, brief }]);
    const p_brief = { prompt: 'A snail', ageGroup: '6-8', seed: 7 };
    expectData(
      await story.client.rpc('create_story_job', { p_job_id: jobId, p_story_id: randomUUID(), p_brief }),
    );
    const another = () => admitStories(story.ownerId, [{ jobId: randomUUID(), brief }]);
    await expect(another()).rejects.toMatchObject({ code: 'spend_cap_reached' });
    await admin.from('jobs').update({ status: 'failed' }).eq('id', jobId);
    await another();
  });
});

describe('the cache', () => {
  const BYTES = new Uint8Array([137, 80, 78, 71]);
  function draw(of: PaidStory, onAsked: () => void = () => {}) {
    const key = { storyId: of.storyId, kind: 'picture' as const, contentHash: 'same' };
    return payFor<AssetRow>(admin, pictureIntent(of, { request: { contentHash: 'same' } }), {
      find: () => findPicture(admin, of, 'same'),
      call: async () => {
        onAsked();
        const asset = await saveAsset(admin, {
          ...key,
          ownerId: of.ownerId,
          sceneId: null,
          mediaType: 'image/png',
          content: BYTES,
          width: 1,
          height: 1,
          details: { model: 'openai/gpt-image-1', prompt: 'A snail.' },
        });
        return { result: asset, units: USED, assetId: asset.id };
      },
    });
  }
  const sibling = () => createPaidStory(supabase, { client: story.client, id: story.ownerId });

  test('serves the same owner’s same question in another story, as a file of that story, for nothing', async () => {
    const first = await draw(story);
    const second = await sibling();
    let asked = 0;
    const copy = await draw(second, () => {
      asked += 1;
    });
    expect(asked).toBe(0);
    expect(copy).toMatchObject({ story_id: second.storyId, width: 1, details: { cachedFrom: first.id } });
    expect(copy.path).not.toBe(first.path);
    expect((await listCalls()).map(({ is_cached, counted_micros }) => [is_cached, counted_micros])).toEqual([
      [false, USED_MICROS],
      [true, 0],
    ]);
  });

  test('serves nobody else', async () => {
    await draw(story);
    let asked = 0;
    await draw(await createPaidStory(supabase), () => {
      asked += 1;
    });
    expect(asked).toBe(1);
  });

  test('serves nothing when it is off', async () => {
    set({ MODEL_CACHE: 'none' });
    await draw(story);
    let asked = 0;
    await draw(await sibling(), () => {
      asked += 1;
    });
    expect(asked).toBe(1);
  });

  test('serves nothing that has been deleted', async () => {
    await draw(story);
    expectData(await story.client.rpc('delete_story', { p_story_id: story.storyId }));
    let asked = 0;
    await draw(await sibling(), () => {
      asked += 1;
    });
    expect(asked).toBe(1);
  });

  test('of words goes with the story: what was spent stays, what was written does not', async () => {
    await payFor(admin, pictureIntent(story, { step: 'draft', modality: 'text' }), {
      call: async () => ({ result: null, units: USED, answer: { text: 'Once' } }),
    });
    expect((await listCalls())[0]?.answer).toEqual({ text: 'Once' });
    expectData(await story.client.rpc('delete_story', { p_story_id: story.storyId }));
    expect(await listCalls()).toMatchObject([{ answer: null, story_id: null, status: 'settled' }]);
  });

  test('of words is off unless it is asked for', async () => {
    let asked = 0;
    const write = (of: PaidStory) =>
      payFor<string>(admin, pictureIntent(of, { step: 'draft', modality: 'text' }), {
        readAnswer: (answer) => String(answer),
        call: async () => {
          asked += 1;
          return { result: 'Once', units: {}, answer: 'Once' };
        },
      });
    await write(story);
    await write(await sibling());
    expect(asked).toBe(2);
    set({ MODEL_CACHE: 'text' });
    expect(await write(await sibling())).toBe('Once');
    expect(asked).toBe(2);
    expect((await listCalls()).at(-1)).toMatchObject({ is_cached: true, counted_micros: 0 });
  });
});

describe('the rows of the ledger', () => {
  test('are their owner’s to read and nobody’s to write; the functions are the service’s', async () => {
    await createPainter(story).draw();
    expect(expectData(await story.client.from('model_calls').select('id, cost_micros'))).toHaveLength(1);
    const other = await supabase.createGuest();
    expect(expectData(await other.client.from('model_calls').select('id, cost_micros'))).toEqual([]);
    const [call] = await listCalls();
    const changed = await story.client
      .from('model_calls')
      .update({ cost_micros: 0 })
      .eq('id', call?.id ?? '');
    expect(changed.error?.code).toBe('42501');
    const p_id = call?.id ?? '';
    for (const forbidden of [
      story.client.rpc('reserve_model_call', { p_call: {}, p_caps: {} }),
      story.client.rpc('settle_model_call', { p_id, p_units: {}, p_cost_micros: 0 }),
      story.client.rpc('fail_model_call', {
        p_id,
        p_status: 'failed',
        p_error_code: 'x',
        p_error_message: 'x',
      }),
      story.client.rpc('note_model_call', { p_id, p_cost_micros: 0 }),
      story.client.rpc('admit_stories', { p_owner: story.ownerId, p_quotes: [], p_caps: {} }),
      story.client.rpc('settle_found_call', { p_job_id: story.jobId, p_step: 'x', p_request_hash: 'x' }),
      story.client.rpc('sum_spend', { p_owner: story.ownerId, p_now: new Date().toISOString() }),
    ]) {
      expect((await forbidden).error?.code).toBe('42501');
    }
  });

  test('say what was spent today', async () => {
    await createPainter(story).draw();
    expect((await story.client.rpc('read_spend')).data).toMatchObject({ userDayMicros: USED_MICROS });
  });

  test('go with a guest to their account', async () => {
    await createPainter(story).draw();
    const account = await admin.auth.admin.createUser({
      email: `${randomUUID()}@example.org`,
      email_confirm: true,
    });
    const p_account = account.data.user?.id ?? '';
    expectData(await admin.rpc('migrate_guest', { p_guest: story.ownerId, p_account }));
    const moved = expectData(await admin.from('model_calls').select().eq('owner_id', p_account));
    expect(moved).toMatchObject([{ counted_micros: USED_MICROS }]);
  });

  test('go with their owner', async () => {
    await createPainter(story).draw();
    expect((await admin.auth.admin.deleteUser(story.ownerId)).error).toBeNull();
    expect(await listCalls()).toEqual([]);
  });
});
