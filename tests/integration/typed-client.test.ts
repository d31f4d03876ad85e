import { describe, expect, inject, test } from 'vitest';
import { createStoryloomClient } from '../../clients/typescript/create-client.ts';
import { createAccount, createKeyClient } from '../support/accounts.ts';

/** The client that is typed by /api/openapi.json, used as a program would use it. */
const { url } = inject('app');

describe('the typed client', () => {
  test('signs a guest in, makes a story, waits, reads it with its files, and deletes it', async () => {
    const guest = await createStoryloomClient({ url }).POST('/api/auth/guest');
    const token = guest.data?.access_token ?? '';
    const client = createStoryloomClient({ url, token });

    const started = await client.POST('/api/v1/stories/generate', {
      body: {
        prompt: 'A small cloud that cannot sleep',
        age_group: '3-5',
        num_illustrations: 1,
        target_length: 40,
        generate_film: false,
      },
      headers: { 'Idempotency-Key': 'typed-client' },
    });
    expect(started.response.status).toBe(202);
    const jobId = started.data?.job_id ?? '';

    const path = { jobId };
    await expect
      .poll(
        async () => (await client.GET('/api/v1/stories/jobs/{jobId}', { params: { path } })).data?.status,
        {
          timeout: 90_000,
          interval: 300,
        },
      )
      .toBe('completed');

    const { data: story } = await client.GET('/api/v1/stories/{storyId}', {
      params: { path: { storyId: jobId } },
    });
    expect(story?.scenes).toHaveLength(1);
    expect((await fetch(story?.scenes[0]?.image_url ?? '')).status).toBe(200);

    const { data: list } = await client.GET('/api/v1/stories', {
      params: { query: { limit: 5, status: 'completed' } },
    });
    expect(list).toMatchObject({ total: 1, stories: [{ id: story?.id }] });

    const storyId = story?.id ?? '';
    expect(
      (await client.DELETE('/api/v1/stories/{storyId}', { params: { path: { storyId } } })).response.status,
    ).toBe(204);
    const gone = await client.GET('/api/v1/stories/{storyId}', { params: { path: { storyId } } });
    expect(gone.error).toMatchObject({ code: 'not_found', status: 404 });
  });

  test('works with an API key, and its errors are problems', async () => {
    const { client: account } = await createAccount(url);
    const { client: key } = await createKeyClient(account);
    const client = createStoryloomClient({ url, token: key.token });
    expect((await client.GET('/api/keys')).data?.keys).toHaveLength(1);
    const { error } = await client.POST('/api/v1/stories/generate', {
      body: { prompt: '', age_group: '3-5' },
    });
    expect(error).toMatchObject({ code: 'invalid_request', errors: [{ path: 'prompt' }] });
    const stranger = await createStoryloomClient({ url }).GET('/api/v1/stories');
    expect(stranger.error).toMatchObject({ code: 'unauthenticated' });
  });
});
