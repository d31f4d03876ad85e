import { randomUUID } from 'node:crypto';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { createClient } from '@supabase/supabase-js';
import { afterAll, beforeAll, beforeEach, describe, expect, inject, test } from 'vitest';
import type { Database } from '../../lib/supabase/database.types.ts';
import { forgetDeliveries } from '../../lib/webhooks/forget-deliveries.ts';
import {
  type DeliveryDetailView,
  deliveryDetailViewSchema,
  deliveryListViewSchema,
  storyEventSchema,
  type WebhookView,
  webhookSecretsViewSchema,
  webhookViewSchema,
} from '../../lib/webhooks/schemas.ts';
import { createAccount, createKeyClient } from '../support/accounts.ts';
import { type Client, createGuest, SMALL_STORY } from '../support/client.ts';
import { findFreePorts } from '../support/free-ports.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';
import { type Receiver, startReceiver, verify } from '../support/webhook-receiver.ts';

/** Whoever has a running application that may call this port lends it; else there is one of our own. */
const lentPort = Number(process.env.STORYLOOM_TEST_RECEIVER_PORT) || undefined;
let own: RunningApp | undefined;
let app: { url: string; supabaseUrl: string; dataDir: string };
let receiver: Receiver;
let client: Client;

beforeAll(async () => {
  const port = lentPort ?? (await findFreePorts(1))[0] ?? 0;
  receiver = await startReceiver(port);
  if (!lentPort) own = await startApp({ EGRESS_ALLOW: `127.0.0.1:${port}`, WEBHOOK_RETRY_SECONDS: '1,1,2' });
  app = own ?? inject('app');
  client = await createGuest(app.url);
});
afterAll(async () => {
  receiver?.close();
  await own?.stop();
});

// A test that is tried again hears nothing that was meant for its first try.
beforeEach(async () => {
  for (const { id } of (await send('GET', '/api/webhooks')).body.webhooks)
    await send('DELETE', `/api/webhooks/${id}`);
  receiver.forget();
});

type Created = WebhookView & { secret: string };

async function listen(at: string, more: object = {}, by: Client = client): Promise<Created> {
  const response = await by.post('/api/webhooks', { url: receiver.url + at, ...more });
  if (response.status !== 201) throw new Error(`webhook: ${response.status} ${await response.text()}`);
  return response.json();
}

async function send(method: string, address: string, body?: unknown, by: Client = client) {
  const response = await by.request(address, {
    method,
    ...(body !== undefined && {
      body: JSON.stringify(body),
      headers: { 'content-type': 'application/json' },
    }),
  });
  const text = await response.text();
  return { status: response.status, headers: response.headers, body: text ? JSON.parse(text) : undefined };
}

async function tryOut(webhookId: string): Promise<DeliveryDetailView> {
  const { status, body } = await send('POST', `/api/webhooks/${webhookId}/test`);
  expect(status).toBe(202);
  return deliveryDetailViewSchema.parse(body);
}

async function waitForEnd(deliveryId: string, by: Client = client): Promise<DeliveryDetailView> {
  for (const deadline = Date.now() + 60_000; ; ) {
    const { body } = await send('GET', `/api/webhooks/deliveries/${deliveryId}`, undefined, by);
    const delivery = deliveryDetailViewSchema.parse(body);
    if (delivery.state !== 'pending') return delivery;
    if (Date.now() > deadline) throw new Error(`not told: ${JSON.stringify(delivery)}`);
    await new Promise((resolve) => setTimeout(resolve, 100));
  }
}

const listFor = async (query: string, by: Client = client) =>
  deliveryListViewSchema.parse((await send('GET', `/api/webhooks/deliveries?${query}`, undefined, by)).body);

describe('the webhook_url of a request', () => {
  test('is told when the story is there, signed with the caller’s own secret', async () => {
    const guest = await createGuest(app.url);
    const { job_id, story_id } = await guest.generate({
      ...SMALL_STORY,
      generate_film: false,
      webhook_url: `${receiver.url}/ksa`,
    });
    const [call] = await receiver.waitFor('/ksa');
    const { body } = await send('GET', '/api/webhooks/secret', undefined, guest);
    const payload = verify(call as never, webhookSecretsViewSchema.parse(body).secret);
    const { data } = storyEventSchema.parse(payload);
    const story = await guest.getStory(story_id);
    expect(data).toMatchObject({ job_id, story_id, status: 'completed', title: story.title, error: null });
    // As the document's job status reads, on the outside too.
    expect(payload).toMatchObject({ type: 'story.completed', job_id, story_id, status: 'completed' });
    expect(call?.headers).toMatchObject({
      'content-type': 'application/json',
      host: new URL(receiver.url).host,
    });
    const { deliveries } = await listFor(`job_id=${job_id}`, guest);
    expect(deliveries).toHaveLength(1);
    const delivery = await waitForEnd(deliveries[0]?.id ?? '', guest);
    expect(delivery).toMatchObject({
      webhook_id: call?.headers['webhook-id'],
      state: 'delivered',
      endpoint_id: null,
      job_id,
      attempts: 1,
      last_status: 204,
      last_error: null,
    });
    expect(delivery.log).toMatchObject([{ status: 204, error: null }]);
  });

  test.each([
    'http://localhost/hook',
    'http://127.0.0.1:1/hook',
    'http://2130706433/hook',
    'http://0177.0.0.1/hook',
    'http://0x7f.1/hook',
    'http://169.254.169.254/latest/meta-data/',
    'http://[::1]/hook',
    'http://[::ffff:10.0.0.1]/hook',
    'http://[64:ff9b::7f00:1]/hook',
    'http://user:secret@example.com/hook',
    'http://example.com:22/hook',
    'ftp://example.com/hook',
    'javascript:alert(1)',
    'not an address',
  ])('that must not be called is refused at once: %s', async (webhook_url) => {
    const before = (await send('GET', '/api/v1/stories')).body.total;
    const { status, body } = await send('POST', '/api/v1/stories/generate', { ...SMALL_STORY, webhook_url });
    expect({ status, code: body.code }).toEqual({ status: 422, code: 'address_not_allowed' });
    expect((await send('GET', '/api/v1/stories')).body.total).toBe(before);
  });

  test('belongs to the request: the same Idempotency-Key with another address is another request', async () => {
    const key = randomUUID();
    const ask = (webhook_url?: string | null) =>
      client.request('/api/v1/stories/generate', {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'idempotency-key': key },
        body: JSON.stringify({ ...SMALL_STORY, generate_film: false, webhook_url }),
      });
    const first = await ask(`${receiver.url}/once`);
    const again = await ask(`${receiver.url}/once`);
    expect([first.status, again.status]).toEqual([202, 202]);
    expect(await again.json()).toEqual(await first.json());
    expect((await ask(`${receiver.url}/twice`)).status).toBe(422);
    expect((await ask(null)).status).toBe(422);
    await receiver.waitFor('/once');
    expect(receiver.at('/once')).toHaveLength(1);
  });
});

describe('webhooks of an account', () => {
  test('are made, read, changed, switched off and deleted', async () => {
    const { secret, ...made } = await listen('/crud', { description: 'Mine', event_types: ['story.failed'] });
    expect(secret).toMatch(/^whsec_[\w+/]{43}=$/);
    expect(webhookViewSchema.parse(made)).toMatchObject({ enabled: true, disabled_reason: null });
    const at = `/api/webhooks/${made.id}`;
    expect((await send('GET', at)).body).toEqual(made);
    expect((await send('GET', '/api/webhooks')).body.webhooks).toContainEqual(made);
    expect((await send('PATCH', at, { description: 'Ours' })).body).toMatchObject({ description: 'Ours' });
    const off = await send('PATCH', at, { enabled: false });
    expect(off.body).toMatchObject({ enabled: false, disabled_reason: 'owner', description: 'Ours' });
    expect((await send('PATCH', at, { enabled: true })).body).toMatchObject({
      enabled: true,
      disabled_at: null,
    });
    expect((await send('DELETE', at)).status).toBe(204);
    expect((await send('GET', at)).status).toBe(404);
  });

  test('are told of what they asked for: the end of a story that was stopped, to one of two', async () => {
    const told = await listen('/stopped', { event_types: ['story.cancelled'] });
    const untold = await listen('/finished-only', { event_types: ['story.completed'] });
    const { job_id } = await client.generate(SMALL_STORY);
    const stopped = await client.request(`/api/v1/stories/jobs/${job_id}`, { method: 'DELETE' });
    expect(stopped.status).toBeLessThan(300);
    const [call] = await receiver.waitFor('/stopped');
    const { type, data } = storyEventSchema.parse(verify(call as never, told.secret));
    expect({ type, job: data.job_id, status: data.status }).toEqual({
      type: 'story.cancelled',
      job: job_id,
      status: 'cancelled',
    });
    expect((await listFor(`job_id=${job_id}`)).deliveries.map(({ endpoint_id }) => endpoint_id)).toEqual([
      told.id,
    ]);
    expect(receiver.at('/finished-only')).toEqual([]);
    for (const { id } of [told, untold]) await send('DELETE', `/api/webhooks/${id}`);
  });

  test('that fail are tried again under the same id, each attempt signed anew and written down', async () => {
    receiver.answer('/shaky', { status: 500 }, { status: 404 }, { status: 200 });
    const { id, secret } = await listen('/shaky');
    const delivery = await waitForEnd((await tryOut(id)).id);
    expect(delivery).toMatchObject({ state: 'delivered', attempts: 3, type: 'webhook.test' });
    expect(delivery.log.map(({ status }) => status)).toEqual([500, 404, 200]);
    const calls = receiver.at('/shaky');
    expect(new Set(calls.map(({ headers }) => headers['webhook-id']))).toEqual(
      new Set([delivery.webhook_id]),
    );
    for (const call of calls)
      expect(verify(call, secret)).toMatchObject({
        type: 'webhook.test',
        data: { message: expect.any(String) },
      });
  });

  test('are not led elsewhere by a redirect', async () => {
    receiver.answer('/moved', { status: 307, headers: { location: `${receiver.url}/elsewhere` } });
    const { id } = await listen('/moved');
    const delivery = await waitForEnd((await tryOut(id)).id);
    expect(delivery).toMatchObject({ state: 'failed', attempts: 4, last_status: 307 });
    expect(receiver.at('/elsewhere')).toEqual([]);
  });

  test('that nobody answers fail with the reason, and the address is looked at again at each attempt', async () => {
    const { id } = await listen('/away');
    // Past the door, as somebody would who changes where a name leads: only the last check can notice.
    const { secretKey } = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'));
    const admin = createClient(app.supabaseUrl, secretKey);
    await admin
      .from('webhook_endpoints')
      .update({ url: 'http://169.254.169.254/hook' })
      .eq('id', id)
      .throwOnError();
    const delivery = await waitForEnd((await tryOut(id)).id);
    expect(delivery).toMatchObject({ state: 'failed', attempts: 4, last_status: null });
    expect(delivery.last_error).toContain('Only public addresses');
  });

  test('wait as long as a busy receiver asks for', async () => {
    receiver.answer('/busy', { status: 503, headers: { 'retry-after': '4' } }, { status: 204 });
    const { id } = await listen('/busy');
    await waitForEnd((await tryOut(id)).id);
    const [first, second] = receiver.at('/busy');
    expect((second?.atMs ?? 0) - (first?.atMs ?? 0)).toBeGreaterThan(3_900);
  });

  test('that answer 410 are switched off, and can be switched on again', async () => {
    receiver.answer('/gone', { status: 410 }, { status: 204 });
    const { id } = await listen('/gone');
    const delivery = await waitForEnd((await tryOut(id)).id);
    expect(delivery).toMatchObject({ state: 'failed', attempts: 1, last_status: 410 });
    expect((await send('GET', `/api/webhooks/${id}`)).body).toMatchObject({
      enabled: false,
      disabled_reason: 'gone',
    });
    const on = await send('PATCH', `/api/webhooks/${id}`, { enabled: true });
    expect(on.body).toMatchObject({ enabled: true, disabled_reason: null });
    const { status } = await send('POST', `/api/webhooks/deliveries/${delivery.id}/replay`);
    expect(status).toBe(202);
    expect(await waitForEnd(delivery.id)).toMatchObject({ state: 'delivered', attempts: 2 });
  });

  test('are told again on wish, under the same id; not while that is under way', async () => {
    const { id, secret } = await listen('/again');
    const first = await waitForEnd((await tryOut(id)).id);
    expect((await send('POST', `/api/webhooks/deliveries/${first.id}/replay`)).status).toBe(202);
    const [one, two] = await receiver.waitFor('/again', 2);
    expect(two?.headers['webhook-id']).toBe(one?.headers['webhook-id']);
    expect(verify(two as never, secret)).toEqual(verify(one as never, secret));
    await waitForEnd(first.id);
    receiver.answer('/again', { status: 503, headers: { 'retry-after': '30' } });
    const busy = await tryOut(id);
    await receiver.waitFor('/again', 3);
    const refused = await send('POST', `/api/webhooks/deliveries/${busy.id}/replay`);
    expect({ status: refused.status, code: refused.body.code }).toEqual({ status: 409, code: 'conflict' });
  });

  test('are signed by the old and the new secret after a rotation', async () => {
    const { id, secret: old } = await listen('/rotated');
    const rotated = webhookSecretsViewSchema.parse((await send('POST', `/api/webhooks/${id}/rotate`)).body);
    expect(rotated.secret).not.toBe(old);
    expect(rotated.secrets.map(({ secret }) => secret)).toEqual([rotated.secret, old]);
    const hoursLeft = (Date.parse(String(rotated.secrets[1]?.expires_at)) - Date.now()) / 3_600_000;
    expect(hoursLeft).toBeGreaterThan(23.9);
    expect(hoursLeft).toBeLessThan(24.1);
    await tryOut(id);
    const [call] = await receiver.waitFor('/rotated');
    expect(verify(call as never, old)).toEqual(verify(call as never, rotated.secret));
    expect((await send('GET', `/api/webhooks/${id}/secret`)).body).toEqual(rotated);
  });

  test('have a log to page through', async () => {
    const { id } = await listen('/pages');
    for (let count = 0; count < 5; count += 1) await tryOut(id);
    const seen: string[] = [];
    let address = `/api/webhooks/deliveries?endpoint_id=${id}&limit=2`;
    for (let page = 0; page < 3; page += 1) {
      const { body, headers } = await send('GET', address);
      seen.push(...deliveryListViewSchema.parse(body).deliveries.map((delivery) => delivery.id));
      const next = /^<([^>]+)>; rel="next"$/.exec(headers.get('link') ?? '')?.[1];
      expect(next === undefined).toBe(page === 2);
      address = next ?? address;
    }
    expect(new Set(seen).size).toBe(5);
    expect((await send('GET', '/api/webhooks/deliveries?cursor=nonsense')).status).toBe(400);
  });
});

test('a story whose end was never handed over is told of all the same', async () => {
  const guest = await createGuest(app.url);
  const endpoint = await listen('/lost', {}, guest);
  const { publishableKey, secretKey } = JSON.parse(
    await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'),
  );
  const person = createClient(app.supabaseUrl, publishableKey, {
    global: { headers: { authorization: `Bearer ${guest.token}` } },
  });
  const admin = createClient(app.supabaseUrl, secretKey);
  const jobId = randomUUID();
  const brief = { prompt: 'A snail', ageGroup: '6-8', sceneCount: 1, seed: 1 };
  await person
    .rpc('create_story_job', { p_job_id: jobId, p_story_id: randomUUID(), p_brief: brief })
    .throwOnError();
  // As when the process is killed right after the row is written.
  await admin
    .rpc('record_job_event', {
      p_job_id: jobId,
      p_type: 'status',
      p_key: 'status:failed',
      p_data: {},
      p_status: 'failed',
      p_stage: 'done',
      p_error_code: 'internal',
      p_error_message: 'Killed.',
    })
    .throwOnError();
  const [call] = await receiver.waitFor('/lost', 1, 90_000);
  expect(storyEventSchema.parse(verify(call as never, endpoint.secret))).toMatchObject({
    type: 'story.failed',
    data: { job_id: jobId, story_id: null, error: 'Killed.', error_code: 'internal' },
  });
});

test('the log forgets after thirty days what has ended, and nothing else', async () => {
  const guest = await createGuest(app.url);
  const webhook = await listen('/old', {}, guest);
  const { secretKey } = JSON.parse(await readFile(path.join(app.dataDir, 'secrets.json'), 'utf8'));
  const admin = createClient<Database>(app.supabaseUrl, secretKey);
  const insert = async (state: string, daysOld: number) => {
    const id = randomUUID();
    const created_at = new Date(Date.now() - daysOld * 86_400_000).toISOString();
    await admin
      .from('webhook_deliveries')
      .insert({
        id,
        state,
        created_at,
        owner_id: guest.userId,
        endpoint_id: webhook.id,
        url: webhook.url,
        event_id: randomUUID(),
        type: 'webhook.test',
        payload: {},
        handed_over_at: new Date().toISOString(),
        next_attempt_at: null,
      })
      .throwOnError();
    return id;
  };
  const [old, recent, waiting] = [
    await insert('delivered', 31),
    await insert('failed', 29),
    await insert('pending', 31),
  ];
  expect(await forgetDeliveries(admin)).toBeGreaterThan(0);
  const left = (await listFor('', guest)).deliveries.map(({ id }) => id);
  expect(left).toEqual(expect.arrayContaining([recent, waiting]));
  expect(left).not.toContain(old);
});

describe('nobody else’s', () => {
  test('webhooks, secrets and deliveries are found under any address', async () => {
    const webhook = await listen('/mine');
    const delivery = await tryOut(webhook.id);
    const stranger = await createGuest(app.url);
    for (const id of [webhook.id, randomUUID(), 'nonsense', '..%2f..%2fsecret']) {
      for (const [method, rest, body] of [
        ['GET', ''],
        ['PATCH', '', { enabled: false }],
        ['DELETE', ''],
        ['GET', '/secret'],
        ['POST', '/rotate'],
        ['POST', '/test'],
      ] as const) {
        const { status } = await send(method, `/api/webhooks/${id}${rest}`, body, stranger);
        expect(status, `${method} ${id}${rest}`).toBe(404);
      }
    }
    for (const id of [delivery.id, randomUUID(), 'nonsense']) {
      expect((await send('GET', `/api/webhooks/deliveries/${id}`, undefined, stranger)).status).toBe(404);
      expect((await send('POST', `/api/webhooks/deliveries/${id}/replay`, undefined, stranger)).status).toBe(
        404,
      );
    }
    expect((await listFor('', stranger)).deliveries).toEqual([]);
    expect((await send('GET', '/api/webhooks', undefined, stranger)).body.webhooks).toEqual([]);
    expect((await send('GET', `/api/webhooks/${webhook.id}`)).body.enabled).toBe(true);
  });

  test('key that only reads learns a secret or changes anything', async () => {
    const account = await createAccount(app.url);
    const webhook = await listen('/keys', {}, account.client);
    const { client: reader } = await createKeyClient(account.client, ['read']);
    expect((await send('GET', `/api/webhooks/${webhook.id}`, undefined, reader)).status).toBe(200);
    for (const [method, address] of [
      ['GET', `/api/webhooks/${webhook.id}/secret`],
      ['GET', '/api/webhooks/secret'],
      ['POST', `/api/webhooks/${webhook.id}/rotate`],
      ['POST', `/api/webhooks/${webhook.id}/test`],
      ['DELETE', `/api/webhooks/${webhook.id}`],
    ] as const)
      expect((await send(method, address, undefined, reader)).status, address).toBe(403);
  });
});

describe('bad input', () => {
  test.each([
    ['no address', {}, 400],
    ['an address that is none', { url: 'nonsense' }, 422],
    ['an inner address', { url: 'http://10.0.0.1/' }, 422],
    ['an address of the wrong type', { url: 7 }, 400],
    ['a too long address', { url: `https://x.example/${'a'.repeat(3_000)}` }, 400],
    ['an unknown event', { url: 'https://x.example/', event_types: ['story.begun'] }, 400],
    ['no events', { url: 'https://x.example/', event_types: [] }, 400],
    ['an unknown field', { url: 'https://x.example/', secret: 'mine' }, 400],
    ['a NUL', { url: 'https://x.example/', description: 'a\0b' }, 400],
  ])('%s is a typed problem', async (_kind, body, status) => {
    const answer = await send('POST', '/api/webhooks', body);
    expect(answer.status).toBe(status);
    expect(answer.headers.get('content-type')).toContain('application/problem+json');
  });

  test('no body, no JSON, another type, another method, nobody', async () => {
    const post = (init: RequestInit) => client.request('/api/webhooks', { method: 'POST', ...init });
    expect((await post({})).status).toBe(400);
    const json = { 'content-type': 'application/json' };
    expect((await post({ body: '{', headers: json })).status).toBe(400);
    expect((await post({ body: new Uint8Array([0x7b, 0xff, 0x7d]), headers: json })).status).toBe(400);
    expect((await post({ body: 'url=x', headers: { 'content-type': 'text/plain' } })).status).toBe(415);
    expect((await post({ body: `"${'a'.repeat(11_000_000)}"`, headers: json })).status).toBe(413);
    expect((await send('PUT', '/api/webhooks', {})).status).toBe(405);
    expect((await send('PATCH', `/api/webhooks/${randomUUID()}`, {})).status).toBe(400);
    expect((await fetch(new URL('/api/webhooks', app.url))).status).toBe(401);
    expect((await listFor('limit=1')).deliveries.length).toBeLessThanOrEqual(1);
    expect((await send('GET', '/api/webhooks/deliveries?limit=1000')).status).toBe(400);
    expect((await send('GET', '/api/webhooks/deliveries?endpoint_id=x')).status).toBe(400);
  });
});
