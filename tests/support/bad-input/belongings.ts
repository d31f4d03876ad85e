import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import type { Database } from '../../../lib/supabase/database.types.ts';
import { createAccount, createKeyClient } from '../accounts.ts';
import type { Client } from '../client.ts';

/** What somebody has of everything that an address can name, by the name of the path parameter. */
export type Belongings = {
  client: Client;
  ids: Record<string, string>;
  /** Texts that nobody else may ever be answered. */
  secrets: string[];
  /** Everything they can list, to see that it stays as it is. */
  list: () => Promise<string>;
};

const TITLE = 'Zanzibella';
const LISTS = [
  '/api/v1/stories?status=all',
  '/api/v1/stories/jobs',
  '/api/v1/household',
  '/api/v1/readers',
  '/api/sessions',
  '/api/projects',
  '/api/dossier',
  '/api/keys',
  '/api/webhooks',
  '/api/webhooks/secret',
  '/api/webhooks/deliveries',
];

export async function createBelongings(app: { url: string; supabaseUrl: string; dataDir: string }) {
  const { client } = await createAccount(app.url);
  const take = async <Answer>(method: string, address: string, body?: unknown): Promise<Answer> => {
    const response = await client.request(address, {
      method,
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      ...(body !== undefined && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${address}: ${response.status} ${await response.text()}`);
    return response.json() as Promise<Answer>;
  };

  const key = await createKeyClient(client);
  const chat = await take<{ metadata: { session_id: string; project_id: string } }>('POST', '/api/chat', {
    text: `A story about ${TITLE}, a lighthouse who is afraid of the dark`,
  });
  const { session_id: sessionId, project_id: projectId } = chat.metadata;
  const messages = await take<{ message_id: string }[]>('GET', `/api/sessions/${sessionId}/messages`);
  const batch = await take<{ batch_id: string; jobs: { job_id: string }[] }>(
    'POST',
    '/api/story-writer/batch',
    { stories: [{ plot_elements: `${TITLE} the lighthouse`, num_chapters: 1, target_length: 30 }] },
  );
  const accepted = await client.generate({
    prompt: `${TITLE} the lighthouse is afraid of the dark`,
    age_group: '6-8',
    num_illustrations: 1,
    target_length: 40,
    generate_film: false,
    generate_narration: false,
  });
  for (const id of [accepted.job_id, ...batch.jobs.map(({ job_id }) => job_id)]) {
    const job = await client.waitForJob(id, 150_000);
    if (job.status !== 'completed') throw new Error(`the job ended ${JSON.stringify(job)}`);
  }
  const story = await client.getStory(accepted.story_id);
  const image = story.images[0];
  if (!image) throw new Error('the story has no picture');
  // After the stories, so that nobody is called: the address is a literal one, and the log's line is written by hand.
  const webhook = await take<{ id: string; secret: string }>('POST', '/api/webhooks', {
    url: 'https://93.184.216.34/hook',
  });
  const deliveryId = await writeDelivery(app, client.userId, webhook.id, accepted.job_id);

  const reader = await take<{ id: string }>('POST', '/api/v1/readers', { name: TITLE, age_group: '6-8' });

  const { devices } = await take<{ devices: { id: string }[] }>('GET', '/api/v1/account/devices');

  const ids = {
    userId: client.userId,
    jobId: accepted.job_id,
    readerId: reader.id,
    storyId: accepted.story_id,
    id: accepted.story_id,
    sceneId: story.scenes[0]?.id ?? '',
    // The present version of a story.
    number: '1',
    deviceId: devices[0]?.id ?? '',
    file: `${image.id}.png`,
    index: '0',
    sceneIndex: '0',
    sessionId,
    messageId: messages.at(-1)?.message_id ?? '',
    projectId,
    version: '1',
    batchId: batch.batch_id,
    keyId: key.id,
    webhookId: webhook.id,
    deliveryId,
  };
  return {
    client,
    ids,
    secrets: [TITLE, webhook.secret, key.client.token, client.token],
    list: async () => {
      const lists = await Promise.all(LISTS.map(async (address) => [address, await take('GET', address)]));
      // When a key was used is no change of it.
      return JSON.stringify([...lists, await take('GET', `/api/sessions/${sessionId}/messages`)], null, 1)
        .replaceAll(/"last_used_at": .*/g, '')
        .replaceAll(/[?&]key=[\w-]+/g, '');
    },
  } satisfies Belongings;
}

async function writeDelivery(
  app: { supabaseUrl: string; dataDir: string },
  ownerId: string,
  endpointId: string,
  jobId: string,
): Promise<string> {
  const { secretKey } = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'));
  const admin = createClient<Database>(app.supabaseUrl, secretKey, { auth: { persistSession: false } });
  const { data, error } = await admin
    .from('webhook_deliveries')
    .insert({
      owner_id: ownerId,
      endpoint_id: endpointId,
      job_id: jobId,
      url: 'https://93.184.216.34/hook',
      event_id: randomUUID(),
      type: 'story.completed',
      payload: {},
      state: 'delivered',
      next_attempt_at: null,
    })
    .select('id')
    .single();
  if (error) throw error;
  return data.id;
}
