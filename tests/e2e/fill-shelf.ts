import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type BrowserContext, expect } from '@playwright/test';
import { createClient } from '@supabase/supabase-js';
import type { Database } from '../../lib/supabase/database.types';

const ANIMALS = ['fox', 'whale', 'owl', 'dragon', 'snail', 'robot', 'bear'];
const KINDS = ['brave', 'sleepy', 'curious', 'tiny', 'golden'];
const AGES = ['3-5', '6-8', '9-12'] as const;

/**
 * Makes this browser's visitor a guest and puts finished stories on their shelf, past the API: hundreds in a moment. They have
 * one page and no files. The newest is number 0: “The brave fox 0”.
 */
export async function fillShelf(context: BrowserContext, baseURL: string, count: number): Promise<void> {
  const headers = { origin: new URL(baseURL).origin };
  // What makes a guest without making anything else.
  expect((await context.request.post('/api/conversation/tickets', { data: {}, headers })).ok()).toBe(true);
  const { user_id: ownerId } = (await (await context.request.get('/api/auth/me')).json()) as {
    user_id: string;
  };
  const folder = process.env.STORYLOOM_TEST_DATA_DIR ?? '';
  const { secretKey } = JSON.parse(readFileSync(path.join(folder, 'secrets.json'), 'utf8')) as {
    secretKey: string;
  };
  const admin = createClient<Database>(process.env.STORYLOOM_TEST_SUPABASE_URL ?? '', secretKey, {
    auth: { persistSession: false },
  });
  const projectId = randomUUID();
  const stories = Array.from({ length: count }, (_, n) => {
    const prompt = `A wish for story ${n}`;
    const age_group = AGES[n % AGES.length] ?? '6-8';
    return {
      id: randomUUID(),
      owner_id: ownerId,
      project_id: projectId,
      status: 'ready' as const,
      title: `The ${KINDS[n % KINDS.length]} ${ANIMALS[n % ANIMALS.length]} ${n}`,
      prompt,
      age_group,
      brief: {
        prompt,
        ageGroup: age_group,
        seed: n,
        sceneCount: 1,
        pictures: false,
        narration: false,
        film: null,
      },
      created_at: new Date(Date.now() - n * 60_000).toISOString(),
    };
  });
  const setting = { place: 'meadow', timeOfDay: 'day', weather: 'clear', mood: 'calm' };
  const scenes = stories.map((story) => ({
    owner_id: ownerId,
    story_id: story.id,
    position: 0,
    text: 'Once there was a lantern.',
    summary: 'A lantern shines.',
    depiction: { setting, characterIds: [], props: [] },
  }));
  for (const { error } of [
    await admin.from('projects').insert({ id: projectId, owner_id: ownerId, title: 'A shelf' }),
    await admin.from('stories').insert(stories),
    await admin.from('scenes').insert(scenes as never),
  ]) {
    expect(error).toBeNull();
  }
}
