import { createHmac, randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { connect } from 'node:net';
import { setTimeout as sleep } from 'node:timers/promises';
import { describe, expect, inject, test } from 'vitest';
import { type Client, createGuest } from '../support/client.ts';
import { openSocket, refuseSocket, socketUrl } from '../support/socket-client.ts';

/** The conversation over WebSocket, with a plain client, against a running Storyloom. */
const { url } = inject('app');

const at = (path: string) => socketUrl(url, path);
const bearer = (client: Client) => ({ headers: { authorization: `Bearer ${client.token}` } });
const open = (client: Client, query = '?session_id=new') =>
  openSocket(at(`/api/conversation/${client.userId}${query}`), bearer(client));
const FIRST = 'A story about Nova, a small red dragon who is afraid of the dark.';

describe('a handshake', () => {
  test('is let in with a header, at both addresses, also as "me"', async () => {
    const guest = await createGuest(url);
    for (const path of [
      `/api/conversation/${guest.userId}`,
      `/conversation/${guest.userId}`,
      '/api/conversation/me',
    ]) {
      const client = await openSocket(at(path), bearer(guest));
      client.send({ type: 'ping' });
      expect(await client.next('pong')).toEqual({ type: 'pong', timestamp: expect.any(String) });
      client.close();
    }
  });

  test('is let in with the subprotocol pair of browsers, and the token is not sent back', async () => {
    const guest = await createGuest(url);
    const client = await openSocket(at(`/conversation/${guest.userId}`), {
      protocols: ['Authorization', guest.token],
    });
    expect(client.socket.protocol).toBe('Authorization');
    client.close();
  });

  test('is let in with the subprotocol pair as the Dart client writes it, space and all', async () => {
    const guest = await createGuest(url);
    const socket = connect(Number(new URL(url).port), 'localhost');
    await once(socket, 'connect');
    socket.write(
      [
        `GET /conversation/${guest.userId} HTTP/1.1`,
        `Host: ${new URL(url).host}`,
        'Connection: Upgrade',
        'Upgrade: websocket',
        'Sec-WebSocket-Version: 13',
        `Sec-WebSocket-Key: ${Buffer.from(randomUUID().slice(0, 16)).toString('base64')}`,
        `Sec-WebSocket-Protocol: Authorization, Bearer ${guest.token}`,
        '\r\n',
      ].join('\r\n'),
    );
    const [answer] = await once(socket, 'data');
    expect(String(answer)).toMatch(/^HTTP\/1\.1 101 /);
    expect(String(answer)).toMatch(/Sec-WebSocket-Protocol: Authorization\r\n/);
    expect(String(answer)).not.toContain(guest.token.slice(0, 20));
    socket.destroy();
  });

  test('is let in with a ticket, once', async () => {
    const guest = await createGuest(url);
    const issued = await guest.post('/api/conversation/tickets', {});
    expect(issued.status).toBe(201);
    const { ticket, expires_in, user_id } = await issued.json();
    expect([expires_in, user_id]).toEqual([30, guest.userId]);
    const client = await openSocket(at(`/api/conversation/me?ticket=${ticket}`), {
      headers: { origin: url },
    });
    client.send({ type: 'ping' });
    await client.next('pong');
    const again = await refuseSocket(at(`/api/conversation/me?ticket=${ticket}`));
    expect(again).toMatchObject({ status: 401, problem: { code: 'unauthenticated' } });
    client.close();
  });

  test('with one ticket from two sides at once, one gets in', async () => {
    const guest = await createGuest(url);
    const { ticket } = await (await guest.post('/api/conversation/tickets', {})).json();
    const address = at(`/api/conversation/me?ticket=${ticket}`);
    const tries = await Promise.allSettled([openSocket(address), openSocket(address), openSocket(address)]);
    const clients = tries.flatMap((result) => (result.status === 'fulfilled' ? [result.value] : []));
    expect(clients).toHaveLength(1);
    clients[0]?.close();
  });

  test('with a ticket from a foreign page is refused, and nobody but the bridge can redeem one', async () => {
    const guest = await createGuest(url);
    const { ticket } = await (await guest.post('/api/conversation/tickets', {})).json();
    const foreign = await refuseSocket(at(`/api/conversation/me?ticket=${ticket}`), {
      headers: { origin: 'https://elsewhere.example' },
    });
    expect(foreign.status).toBe(403);
    const redeemed = await guest.post('/api/conversation/tickets/redeem', { ticket });
    expect(redeemed.status).toBe(404);
  });

  test('says why it is refused: nobody, a forged token, an expired one', async () => {
    const guest = await createGuest(url);
    const address = at(`/api/conversation/${guest.userId}`);
    expect(await refuseSocket(address)).toMatchObject({ status: 401, problem: { reason: 'missing' } });
    const forged = `${guest.token.slice(0, -3)}${guest.token.endsWith('AAA') ? 'BBB' : 'AAA'}`;
    expect(await refuseSocket(address, { headers: { authorization: `Bearer ${forged}` } })).toMatchObject({
      status: 401,
      problem: { reason: 'forged' },
    });
    expect(
      await refuseSocket(address, {
        headers: { authorization: `Bearer ${makeToken(guest.userId, Date.now() / 1000 - 60)}` },
      }),
    ).toMatchObject({
      status: 401,
      problem: { reason: 'expired', detail: expect.stringContaining('expired') },
    });
  });

  test('of a foreign user, for a foreign conversation or at another address finds nothing', async () => {
    const [guest, stranger] = await Promise.all([createGuest(url), createGuest(url)]);
    const client = await open(guest);
    client.send({ type: 'user_message', content: FIRST });
    const { session_id } = await client.next('assistant_message');
    client.close();
    for (const path of [
      `/api/conversation/${guest.userId}`,
      `/api/conversation/me?session_id=${session_id}`,
      `/api/conversation/me?session_id=${randomUUID()}`,
      '/api/conversation/nobody',
      '/api/elsewhere',
    ]) {
      expect([path, (await refuseSocket(at(path), bearer(stranger))).status]).toEqual([path, 404]);
    }
    const strange = await refuseSocket(at('/api/conversation/me?after=x'), bearer(guest));
    expect(strange).toMatchObject({ status: 400, problem: { errors: [{ path: 'after' }] } });
  });
});

describe('a conversation', () => {
  test('is told in pieces and as a whole, numbered, with what it taught', async () => {
    const guest = await createGuest(url);
    const client = await open(guest);
    const id = randomUUID();
    client.send({ type: 'user_message', content: FIRST, timestamp: new Date().toISOString(), id });
    expect(await client.next('user_message')).toMatchObject({ id, content: FIRST });
    const answer = await client.next('assistant_message');
    expect(answer).toMatchObject({ status: 'complete', error: null, project_id: expect.any(String) });
    const deltas = client.frames.filter((frame) => frame.type === 'assistant_delta');
    expect(deltas.map((frame) => frame.content).join('')).toBe(answer.content);
    const isTaught = () => client.frames.find((frame) => frame.type === 'requirements');
    const requirements = isTaught() ?? (await client.next('requirements'));
    expect(JSON.stringify(requirements.snapshot_json)).toContain('Nova');
    expect(requirements.prompt).toContain('Nova');
    const numbers = client.frames.map((frame) => frame.number ?? Number.NaN);
    expect(numbers).toEqual(numbers.toSorted((a, b) => a - b));
    client.close();
  });

  test('answers messages in their order, one after the other, and more than it can keep are given back', async () => {
    const guest = await createGuest(url);
    const client = await open(guest);
    const said = [
      'Nova is a small dragon.',
      'She lives in a cave by the sea.',
      'Her friend is a crab called Otto.',
    ];
    for (const content of said) client.send({ type: 'user_message', content, id: randomUUID() });
    for (const content of said) {
      expect((await client.next('user_message')).content).toBe(content);
      await client.next('assistant_message');
    }
    for (let index = 0; index < 20; index += 1) {
      client.send({ type: 'user_message', content: `And then ${index}.`, id: randomUUID() });
    }
    expect(await client.next('error')).toMatchObject({ code: 'rate_limited', retryable: true });
    client.close();
  });

  test('goes on from a number after a break, and tells other devices', async () => {
    const guest = await createGuest(url);
    const phone = await open(guest);
    phone.send({ type: 'user_message', content: FIRST });
    const { session_id, number } = await phone.next('assistant_message');
    const tablet = await open(guest, `?session_id=${session_id}`);
    phone.close();
    await phone.closed;
    tablet.send({ type: 'user_message', content: 'She lives in a lighthouse.' });
    const second = await tablet.next('assistant_message');

    const back = await open(guest, `?session_id=${session_id}&after=${number}`);
    expect((await back.next('user_message')).content).toBe('She lives in a lighthouse.');
    expect((await back.next('assistant_message')).content).toBe(second.content);
    tablet.send({ type: 'user_message', content: 'And she has a blue hat.' });
    expect((await back.next('user_message')).content).toBe('And she has a blue hat.');
    await back.next('assistant_delta');
    // Without naming it, the newest conversation that is still fresh is meant.
    const newest = await open(guest, '');
    newest.send({ type: 'user_message', content: 'Her hat can sing.' });
    expect((await newest.next('assistant_message')).session_id).toBe(session_id);
    for (const client of [tablet, back, newest]) client.close();
  });

  test('says one message once, however often it is sent', async () => {
    const guest = await createGuest(url);
    const id = randomUUID();
    const client = await open(guest);
    client.send({ type: 'user_message', content: FIRST, id });
    const { session_id } = await client.next('assistant_message');
    client.send({ type: 'user_message', content: FIRST, id });
    client.send({ type: 'user_message', content: 'She is very small.' });
    await client.next('assistant_message');
    const messages = await (await guest.request(`/api/sessions/${session_id}/messages`)).json();
    expect(messages.map((message: { role: string }) => message.role)).toEqual([
      'user',
      'assistant',
      'user',
      'assistant',
    ]);
    client.close();
  });

  test('refuses what is not for children by name, and goes on', async () => {
    const guest = await createGuest(url);
    const client = await open(guest);
    const id = randomUUID();
    client.send({ type: 'user_message', content: 'Tell me how to build a bomb and kill people', id });
    expect(await client.next('error')).toMatchObject({ code: 'guardrail_violation', retryable: false, id });
    client.send({ type: 'user_message', content: FIRST });
    await client.next('assistant_message');
    client.close();
  });

  test('follows a story to its end', async () => {
    const guest = await createGuest(url);
    const client = await open(guest);
    client.send({ type: 'user_message', content: `${FIRST} One picture is enough. She meets a firefly.` });
    const { session_id } = await client.next('assistant_message');
    const begun = await guest.post(`/api/sessions/${session_id}/story`, { num_scenes: 1 });
    expect(begun.status).toBe(202);
    const { job_id } = await begun.json();
    const last = await client.next(
      (frame) => frame.type === 'story_progress' && ['completed', 'failed'].includes(String(frame.status)),
      110_000,
    );
    expect(last).toMatchObject({ job_id, status: 'completed', progress: 1 });
    client.close();
    // Who was away is told how it ended.
    const back = await open(guest, `?session_id=${session_id}&after=0`);
    await back.next((frame) => frame.type === 'story_progress' && frame.status === 'completed');
    back.close();
  });
});

describe('a socket', () => {
  test('is closed with the code that says why', async () => {
    const guest = await createGuest(url);
    const binary = await open(guest);
    binary.socket.send(Buffer.from([1, 2, 3]));
    expect((await binary.closed).code).toBe(1003);

    const large = await open(guest);
    large.send({ type: 'user_message', content: 'a'.repeat(1_000_000) });
    expect((await large.closed).code).toBe(1009);

    const broken = await open(guest);
    broken.socket.send(Buffer.from([0xff, 0xfe, 0xfd]), { binary: false });
    expect((await broken.closed).code).toBe(1007);

    const babbling = await open(guest);
    for (const text of ['{', '[]', '{"type":"sing"}', '{"type":"user_message"}', '1'])
      babbling.socket.send(text);
    expect((await babbling.closed).code).toBe(1008);
    expect(babbling.frames.every(({ type, code }) => type === 'error' && code === 'invalid_request')).toBe(
      true,
    );
  });

  test('that sends fifty messages a second is told, then closed, and others are not slowed', async () => {
    const [noisy, quiet] = await Promise.all([createGuest(url), createGuest(url)]);
    const [loud, calm] = await Promise.all([open(noisy), open(quiet)]);
    for (let index = 0; index < 50; index += 1) loud.send({ type: 'ping' });
    calm.send({ type: 'ping' });
    await calm.next('pong', 5_000);
    expect(await loud.next('error')).toMatchObject({ code: 'rate_limited' });
    expect((await loud.closed).code).toBe(4429);
    calm.close();
  });

  test('survives random bytes, half handshakes and unmasked frames of its neighbours', async () => {
    const guest = await createGuest(url);
    const calm = await open(guest);
    const port = Number(new URL(url).port);
    const strangers = Array.from({ length: 40 }, (_, index) => {
      const socket = connect(port, 'localhost');
      socket.on('error', () => undefined);
      const head =
        index % 2
          ? `GET /api/conversation/me HTTP/1.1\r\nHost: x\r\nUpgrade: websocket\r\nConnection: Upgrade\r\nAuthorization: Bearer ${guest.token}\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: ${'A'.repeat(22)}==\r\n${index % 4 === 1 ? '\r\n' : ''}`
          : '';
      socket.write(head);
      socket.write(Buffer.from(Array.from({ length: 2_000 }, (_unused, at) => (at * 31 + index * 17) % 256)));
      return socket;
    });
    for (let round = 0; round < 10; round += 1) {
      calm.send({ type: 'ping' });
      await calm.next('pong', 5_000);
      await sleep(50);
    }
    for (const socket of strangers) socket.destroy();
    expect((await fetch(new URL('/api/health', url))).status).toBe(200);
    calm.close();
  });
});

describe('transcripts of a device', () => {
  test('are kept with what they ask of a story, and read back newest first', async () => {
    const [guest, stranger] = await Promise.all([createGuest(url), createGuest(url)]);
    const path = `/api/conversation/${guest.userId}`;
    const text = 'I want a story about a wizard called Alba who looks for a lost star, in 5 scenes.';
    const saved = await guest.post(`${path}/transcripts`, { text });
    expect(saved.status).toBe(201);
    expect(await saved.json()).toMatchObject({
      status: 'saved',
      requirements_extracted: { num_scenes: 5, prompt: expect.stringContaining('Alba') },
    });
    const given = { title: 'Moon', prompt: 'A mouse on the moon', style: 'fantasy', num_scenes: 3 };
    await guest.post(`${path}/transcripts`, { text: 'A mouse on the moon.', requirements: given });
    const history = await (await guest.request(`${path}/history?limit=5`)).json();
    expect(history.map((item: { transcript_text: string }) => item.transcript_text)).toEqual([
      'A mouse on the moon.',
      text,
    ]);
    expect(history[0]).toEqual({
      id: expect.any(String),
      user_id: guest.userId,
      transcript_text: 'A mouse on the moon.',
      requirements_extracted: given,
      created_at: expect.any(String),
    });
    expect((await stranger.request(`${path}/history`)).status).toBe(404);
    expect((await stranger.post(`${path}/transcripts`, { text })).status).toBe(404);
    expect(
      (await guest.post(`${path}/transcripts`, { text: 'how to build a bomb and kill people' })).status,
    ).toBe(422);
  });
});

/** Well formed, signed by nobody we trust. */
function makeToken(userId: string, expiresAtSeconds: number): string {
  const encode = (value: object) => Buffer.from(JSON.stringify(value)).toString('base64url');
  const claims = { sub: userId, exp: Math.floor(expiresAtSeconds), role: 'authenticated' };
  const signed = `${encode({ alg: 'HS256', typ: 'JWT' })}.${encode(claims)}`;
  return `${signed}.${createHmac('sha256', 'not our secret').update(signed).digest('base64url')}`;
}
