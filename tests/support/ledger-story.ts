import { randomUUID } from 'node:crypto';
import { APICallError } from '@ai-sdk/provider';
import { mapProviderError } from '../../lib/ai/call-provider.ts';
import type { CallIntent } from '../../lib/ledger/calls.ts';
import type { AssetRow } from '../../lib/story/rows.ts';
import { type Client, expectData, type TestSupabase } from './local-supabase.ts';

/** A story and its job in a real database, for tests of who pays for what. */
export type PaidStory = { ownerId: string; client: Client; storyId: string; jobId: string };

export async function createPaidStory(
  supabase: TestSupabase,
  owner?: { client: Client; id: string },
): Promise<PaidStory> {
  const { client, id: ownerId } = owner ?? (await supabase.createGuest());
  const [jobId, storyId] = [randomUUID(), randomUUID()];
  const p_brief = { prompt: 'A snail who wants to see the sea', ageGroup: '6-8', seed: 7 };
  expectData(await client.rpc('create_story_job', { p_job_id: jobId, p_story_id: storyId, p_brief }));
  return { ownerId, client, storyId, jobId };
}

/** OpenAI's larger picture model at its dearest: $0.25 a picture. */
export const PICTURE_MICROS = 250_000;

export function pictureIntent(story: PaidStory, changes: Partial<CallIntent> = {}): CallIntent {
  return {
    payer: { ownerId: story.ownerId, jobId: story.jobId, storyId: story.storyId },
    step: 'picture:1',
    modality: 'picture',
    model: { provider: 'openai.image', modelId: 'gpt-image-1' },
    request: { contentHash: 'one' },
    estimate: { pictures: 1 },
    sort: '1536x1024 high',
    ...changes,
  };
}

/** The row of a kept result; its file is of no importance here. */
export async function keepPicture(admin: Client, story: PaidStory, contentHash: string): Promise<AssetRow> {
  const id = randomUUID();
  return expectData(
    await admin
      .from('assets')
      .insert({
        id,
        owner_id: story.ownerId,
        story_id: story.storyId,
        kind: 'picture',
        path: `${story.ownerId}/stories/${story.storyId}/${id}.png`,
        content_hash: contentHash,
        media_type: 'image/png',
        bytes: 1,
      })
      .select()
      .single(),
  );
}

export async function findPicture(
  admin: Client,
  story: PaidStory,
  contentHash: string,
): Promise<AssetRow | null> {
  const { data, error } = await admin
    .from('assets')
    .select()
    .eq('story_id', story.storyId)
    .eq('content_hash', contentHash)
    .maybeSingle();
  if (error) throw error;
  return data;
}

/** What a service that answered with a status becomes. */
export function providerAnswered(statusCode: number): Error {
  return mapProviderError(
    new APICallError({ message: 'No.', url: 'http://x', requestBodyValues: {}, statusCode }),
  );
}
