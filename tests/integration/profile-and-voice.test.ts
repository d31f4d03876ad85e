import { randomUUID } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import { readWav } from '../../lib/audio/wav.ts';
import { problemSchema } from '../../lib/story/views.ts';
import { createGuest } from '../support/client.ts';

/** One's own profile, and the voice of a conversation, with a plain HTTP client. */
const { url } = inject('app');

describe('/api/users', () => {
  test('keeps what is given and leaves the rest; reading changes nothing', async () => {
    const guest = await createGuest(url);
    const path = `/api/users/${guest.userId}`;
    const before = await (await guest.request(path)).json();
    expect(before).toMatchObject({ user_id: guest.userId, email: null, avatar_url: null });
    expect(await (await guest.request(path)).json()).toEqual(before);

    const avatar_url = 'https://example.org/ada.png';
    await guest.post('/api/users', {
      user_id: guest.userId,
      email: 'ada@example.org',
      display_name: ' Ada ',
    });
    const saved = await guest.post('/api/users', { avatar_url });
    expect(saved.status).toBe(200);
    const after = await (await guest.request(path)).json();
    expect(after).toMatchObject({ email: 'ada@example.org', display_name: 'Ada', avatar_url });
    expect(await saved.json()).toEqual(after);
  });

  test('is nobody else’s, and refuses what is no name, address or picture', async () => {
    const guest = await createGuest(url);
    const other = await createGuest(url);
    const answers = [
      await guest.request(`/api/users/${other.userId}`),
      await guest.post('/api/users', { user_id: other.userId, display_name: 'Eve' }),
      await fetch(new URL(`/api/users/${guest.userId}`, url)),
      await guest.post('/api/users', { email: 'nobody' }),
      await guest.post('/api/users', { avatar_url: 'javascript:alert(1)' }),
      await guest.post('/api/users', { display_name: 'shit' }),
    ];
    expect(answers.map(({ status }) => status)).toEqual([404, 404, 401, 400, 400, 422]);
  });
});

describe('an answer read aloud', () => {
  test('is a voice in a WAV, not sent twice, and nobody else’s', async () => {
    const guest = await createGuest(url);
    const session_id = randomUUID();
    const said = await guest.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ session_id, text: 'A story about a shy fox named Rusty, please.' }),
    });
    expect(said.status).toBe(200);
    const { answer_id } = await said.json();
    const path = `/api/sessions/${session_id}/messages/${answer_id}/audio`;

    const response = await guest.request(path);
    expect([response.status, response.headers.get('content-type')]).toEqual([200, 'audio/wav']);
    const { sampleRate, channels } = readWav(new Uint8Array(await response.arrayBuffer()));
    const samples = channels[0] ?? new Float32Array();
    expect(samples.length / sampleRate).toBeGreaterThan(1);
    const power = samples.reduce((sum, sample) => sum + sample * sample, 0) / samples.length;
    expect(Math.sqrt(power)).toBeGreaterThan(0.02);
    expect(samples.every((sample) => Math.abs(sample) <= 1)).toBe(true);

    const etag = response.headers.get('etag') ?? '';
    const again = await guest.request(path, { headers: { 'if-none-match': etag } });
    expect(again.status).toBe(304);
    const otherVoice = await guest.request(`${path}?voice=oliver`, { headers: { 'if-none-match': etag } });
    expect(otherVoice.status).toBe(200);

    const stranger = await createGuest(url);
    expect((await stranger.request(path, { headers: { 'if-none-match': etag } })).status).toBe(404);
    expect((await guest.request(path.replace(answer_id, randomUUID()))).status).toBe(404);
    expect((await guest.request(path.replace(session_id, randomUUID()))).status).toBe(404);
    expect((await guest.request(`${path}?voice=nobody`)).status).toBe(400);
  });
});

test('speech that nobody here writes down is answered with a sentence for people', async () => {
  const guest = await createGuest(url);
  expect(await (await fetch(new URL('/api/transcribe', url))).json()).toEqual({ available: false });
  const response = await guest.request('/api/transcribe', {
    method: 'POST',
    headers: { 'content-type': 'audio/webm' },
    body: new Uint8Array([0x1a, 0x45, 0xdf, 0xa3]),
  });
  expect(response.status).toBe(501);
  const problem = problemSchema.parse(await response.json());
  expect(problem.code).toBe('not_configured');
  expect(problem.detail).toContain('You can write instead.');
});
