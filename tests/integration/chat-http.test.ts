import { randomUUID } from 'node:crypto';
import { describe, expect, inject, test } from 'vitest';
import { chatSessionViewSchema } from '../../lib/chat/views.ts';
import { followSession, listMessages, pageMessage, readToEnd, wordsOf } from '../support/chat-client.ts';
import { type Client, createClientWith, createGuest } from '../support/client.ts';

/** The conversation routes as the Stories We Tell document writes them, and as our pages use them, with a plain client. */
const { url } = inject('app');
const JOHN = 'A kind detective called John looks for a lost kitten in Los Angeles';

type Problem = { code: string; detail: string; errors?: { path: string }[] };
const problemOf = async (response: Response) => (await response.json()) as Problem;

async function say(client: Client, text: string, more: object = {}) {
  const pieces = await readToEnd(await client.post('/api/chat', { text, ...more }));
  const told = pieces.find(({ type }) => type === 'metadata')?.metadata ?? {};
  const { session_id: sessionId, ...metadata } = told as Record<string, string>;
  return { pieces, sessionId: String(sessionId), metadata };
}

describe('the documented client', () => {
  test('says something, gets text, metadata and done, and finds the session and its messages', async () => {
    const client = await createGuest(url);
    const { pieces, sessionId, metadata } = await say(client, JOHN);
    expect([...new Set(pieces.map(({ type }) => type))]).toEqual(['text', 'metadata', 'done']);
    expect(metadata).toMatchObject({ dossier_updated: true });
    const words = pieces.map(({ content }) => content ?? '').join('');
    expect(words).not.toBe('');

    const sessions = (await (await client.request('/api/sessions')).json()) as unknown[];
    expect(sessions).toHaveLength(1);
    expect(chatSessionViewSchema.parse(sessions[0])).toMatchObject({
      session_id: sessionId,
      user_id: client.userId,
      project_id: metadata.project_id,
      is_active: true,
      message_count: 2,
    });
    const [question, answer] = await listMessages(client, sessionId);
    expect(question).toMatchObject({ role: 'user', content: JOHN, status: 'complete' });
    expect(answer).toMatchObject({ role: 'assistant', content: words, status: 'complete', error: null });
    expect(answer?.turn_id).toBe(question?.turn_id);
    expect(answer?.metadata.model).toBe('builtin/interviewer');
  });

  test('goes on in a session and reads its messages by page', async () => {
    const client = await createGuest(url);
    const { sessionId, metadata } = await say(client, JOHN);
    const second = await say(client, 'The kitten is called Milo.', { session_id: sessionId });
    expect(second.sessionId).toBe(sessionId);
    expect(second.metadata.project_id).toBe(metadata.project_id);
    const all = await listMessages(client, sessionId);
    expect(all.map(({ role }) => role)).toEqual(['user', 'assistant', 'user', 'assistant']);
    expect(await listMessages(client, sessionId, '?limit=2&offset=1')).toEqual(all.slice(1, 3));
    expect(await listMessages(client, sessionId, '?offset=4')).toEqual([]);
    for (const query of ['?limit=0', '?limit=201', '?offset=-1', '?limit=many'])
      expect((await client.request(`/api/sessions/${sessionId}/messages${query}`)).status).toBe(400);
  });

  test('deletes a session, once', async () => {
    const client = await createGuest(url);
    const { sessionId } = await say(client, JOHN);
    const path = `/api/sessions/${sessionId}`;
    const deleted = await client.request(path, { method: 'DELETE' });
    expect(await deleted.json()).toEqual({ success: true, message: 'Session deleted successfully' });
    expect(await (await client.request('/api/sessions')).json()).toEqual([]);
    for (const method of ['GET', 'DELETE']) expect((await client.request(path, { method })).status).toBe(404);
  });

  test('may ask for the whole answer as JSON', async () => {
    const client = await createGuest(url);
    const response = await client.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', accept: 'application/json' },
      body: JSON.stringify({ text: JOHN }),
    });
    const answer = (await response.json()) as { content: string; metadata: { session_id: string } };
    const last = (await listMessages(client, answer.metadata.session_id)).at(-1);
    expect(answer.content).toBe(last?.content);
  });

  test('may leave at once, and reads the answer from the events', async () => {
    const client = await createGuest(url);
    const { sessionId } = await say(client, JOHN);
    const follower = await followSession(client, sessionId);
    const messageId = randomUUID();
    const response = await client.request('/api/chat', {
      method: 'POST',
      headers: { 'content-type': 'application/json', prefer: 'respond-async' },
      body: JSON.stringify({ text: 'It happens at night.', session_id: sessionId, message_id: messageId }),
    });
    expect(response.status).toBe(202);
    expect(response.headers.get('preference-applied')).toBe('respond-async');
    const accepted = (await response.json()) as { answer_id: string; message_id: string };
    expect(accepted.message_id).toBe(messageId);
    await follower.until(({ type }) => type === 'answer-ended');
    await follower.stop();
    const types = follower.events.map(({ type }) => type);
    expect(types.slice(0, 2)).toEqual(['message', 'answer-started']);
    const told = follower.events.map((event) => (event.type === 'chunks' ? event.text : '')).join('');
    expect(told).toBe((await listMessages(client, sessionId)).at(-1)?.content);
    const ids = follower.events.map(({ id }) => id);
    expect(ids).toEqual(ids.toSorted((a, b) => a - b));

    const middle = follower.events[1];
    const again = await followSession(client, sessionId, middle?.id);
    await again.until(({ type }) => type === 'answer-ended');
    await again.stop();
    expect(again.events.map(({ id }) => id)).toEqual(ids.slice(2));
  });
});

describe('our page', () => {
  test('gets the AI SDK’s stream, and the same message again says nothing twice', async () => {
    const client = await createGuest(url);
    const [sessionId, messageId] = [randomUUID(), randomUUID()];
    const response = await client.post('/api/chat', pageMessage(sessionId, messageId, JOHN));
    expect(response.headers.get('x-vercel-ai-ui-message-stream')).toBe('v1');
    const pieces = await readToEnd(response);
    expect(pieces[0]).toMatchObject({ type: 'start' });
    expect(pieces.at(-1)).toMatchObject({ type: 'finish', messageMetadata: { status: 'complete' } });
    const again = await readToEnd(await client.post('/api/chat', pageMessage(sessionId, messageId, JOHN)));
    expect(wordsOf(again)).toBe(wordsOf(pieces));
    expect(again[0]?.messageId).toBe(pieces[0]?.messageId);
    expect(await listMessages(client, sessionId)).toHaveLength(2);
    expect((await client.request(`/api/chat/${sessionId}/stream`)).status).toBe(204);
    const other = await client.post('/api/chat', pageMessage(randomUUID(), messageId, JOHN));
    expect(other.status).toBe(409);
  });

  test('sends a message again in other words, and what followed it is gone; the last answer is made anew', async () => {
    const client = await createGuest(url);
    const { sessionId } = await say(client, JOHN);
    await say(client, 'The kitten is called Milo.', { session_id: sessionId });
    const [first] = await listMessages(client, sessionId);
    const edited = randomUUID();
    const more = { message_id: first?.message_id };
    await readToEnd(
      await client.post('/api/chat', pageMessage(sessionId, edited, 'Tell me about Mia, a fox', more)),
    );
    const messages = await listMessages(client, sessionId);
    expect(messages.map(({ role }) => role)).toEqual(['user', 'assistant']);
    expect(messages[0]).toMatchObject({ message_id: edited, content: 'Tell me about Mia, a fox' });
    await readToEnd(await client.post('/api/chat', { id: sessionId, trigger: 'regenerate-message' }));
    const anew = await listMessages(client, sessionId);
    expect(anew[0]).toEqual(messages[0]);
    expect(anew).toHaveLength(2);
    expect(anew[1]?.message_id).not.toBe(messages[1]?.message_id);
    const unknown = { id: sessionId, trigger: 'regenerate-message', message_id: randomUUID() };
    expect((await client.post('/api/chat', unknown)).status).toBe(404);
  });

  test('names a session and finds it by its title and by what was said', async () => {
    const client = await createGuest(url);
    const { sessionId } = await say(client, JOHN);
    const titled = await client.request(`/api/sessions/${sessionId}`, {
      method: 'PATCH',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify({ title: '100% Mystery' }),
    });
    expect(await titled.json()).toMatchObject({ title: '100% Mystery' });
    const find = async (query: string) => {
      const response = await client.request(`/api/sessions?query=${encodeURIComponent(query)}`);
      return ((await response.json()) as unknown[]).length;
    };
    expect(await Promise.all(['100% m', 'KITTEN', '1000', 'dragon'].map(find))).toEqual([1, 1, 0, 0]);
    expect((await client.request('/api/sessions?query=%00')).status).toBe(400);
  });
});

describe('what is somebody else’s', () => {
  test('is not there, whatever is asked of it', async () => {
    const [owner, stranger] = await Promise.all([createGuest(url), createGuest(url)]);
    const { sessionId, metadata } = await say(owner, JOHN);
    const [question, answer] = await listMessages(owner, sessionId);
    const json = { 'content-type': 'application/json' };
    const path = `/api/sessions/${sessionId}`;
    const asked: [string, string, unknown?][] = [
      ['GET', path],
      ['PATCH', path, { title: 'Mine' }],
      ['DELETE', path],
      ['GET', `${path}/messages`],
      ['GET', `${path}/events`],
      ['POST', `${path}/stop`],
      ['POST', `${path}/story`, {}],
      ['GET', `${path}/messages/${answer?.message_id}/audio`],
      ['GET', `/api/chat/${sessionId}/stream`],
      ['POST', '/api/chat', { text: JOHN, session_id: sessionId }],
      ['POST', '/api/chat', { text: JOHN, project_id: metadata.project_id }],
      ['POST', '/api/chat', { text: JOHN, user_id: owner.userId }],
      ['POST', '/api/chat', { id: sessionId, trigger: 'regenerate-message' }],
      ['POST', '/api/chat', pageMessage(sessionId, randomUUID(), JOHN, { message_id: question?.message_id })],
      ['GET', `/api/sessions?user_id=${owner.userId}`],
    ];
    for (const [method, address, body] of asked) {
      const init = body === undefined ? { method } : { method, headers: json, body: JSON.stringify(body) };
      const response = await stranger.request(address, init);
      expect([method, address, response.status, (await problemOf(response)).code]).toEqual([
        method,
        address,
        404,
        'not_found',
      ]);
    }
    expect(await (await stranger.request('/api/sessions')).json()).toEqual([]);
    expect(await listMessages(owner, sessionId)).toEqual([question, answer]);
  });
});

describe('bad input', () => {
  test('a token that is forged or over is refused with the reason, and none as well', async () => {
    const guest = await createGuest(url);
    const [header = '', claims = '', signature = ''] = guest.token.split('.');
    const changed = { ...JSON.parse(Buffer.from(claims, 'base64url').toString()), sub: randomUUID() };
    const forged = [header, Buffer.from(JSON.stringify(changed)).toString('base64url'), signature].join('.');
    for (const token of [forged, 'not-a-token', '']) {
      const response = await createClientWith(url, token, guest.userId).post('/api/chat', { text: JOHN });
      expect(response.status).toBe(401);
      const problem = await problemOf(response);
      expect(problem.code).toBe('unauthenticated');
      expect(problem.detail).not.toBe('');
    }
  });

  test('is named, and saves nothing', async () => {
    const client = await createGuest(url);
    const post = async (body: string | Uint8Array<ArrayBuffer>) => {
      const headers = { 'content-type': 'application/json' };
      const response = await client.request('/api/chat', { method: 'POST', headers, body });
      return [response.status, (await problemOf(response)).code];
    };
    expect(await post(JSON.stringify({ text: 'x'.repeat(1_048_576) }))).toEqual([400, 'invalid_request']);
    expect(await post(JSON.stringify({ text: 'x'.repeat(11 * 1_048_576) }))).toEqual([
      413,
      'payload_too_large',
    ]);
    expect(await post(JSON.stringify({ text: 'x'.repeat(4_001) }))).toEqual([400, 'invalid_request']);
    expect(await post(JSON.stringify({ text: 'Tell me about\0 Mia' }))).toEqual([400, 'invalid_request']);
    expect(await post(JSON.stringify({ text: '  ' }))).toEqual([400, 'invalid_request']);
    expect(await post(JSON.stringify({ text: JOHN, session_id: '1' }))).toEqual([400, 'invalid_request']);
    expect(await post('{"text": ')).toEqual([400, 'invalid_request']);
    expect(await post('[]')).toEqual([400, 'invalid_request']);
    expect(await post('{}')).toEqual([400, 'invalid_request']);
    expect(await post(Uint8Array.of(0x7b, 0xff, 0xfe, 0x7d))).toEqual([400, 'invalid_request']);
    expect(await post(JSON.stringify({ text: 'What a fucking mess' }))).toEqual([422, 'guardrail_violation']);
    const page = pageMessage(randomUUID(), randomUUID(), 'What a fucking mess');
    expect(await post(JSON.stringify(page))).toEqual([422, 'guardrail_violation']);
    expect(await (await client.request('/api/sessions')).json()).toEqual([]);
  });

  test('a visitor whose words are refused does not become a guest', async () => {
    const send = (text: string) =>
      fetch(new URL('/api/chat', url), {
        method: 'POST',
        headers: { 'content-type': 'application/json', 'sec-fetch-site': 'same-origin' },
        body: JSON.stringify({ text }),
      });
    const refused = await send('What a fucking mess');
    expect([refused.status, refused.headers.getSetCookie()]).toEqual([422, []]);
    const welcome = await send(JOHN);
    expect(welcome.headers.getSetCookie()).not.toEqual([]);
    expect((await readToEnd(welcome)).at(-1)?.type).toBe('done');
  });
});
