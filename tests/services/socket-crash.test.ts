import { randomUUID } from 'node:crypto';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type Client, createGuest } from '../support/client.ts';
import { openSocket, type SocketClient, socketUrl } from '../support/socket-client.ts';
import { type RunningApp, startApp } from '../support/start-app.ts';

/** The web process is really killed under an open socket. */
let app: RunningApp;
let guest: Client;
beforeAll(async () => {
  app = await startApp();
  guest = await createGuest(app.url);
});
afterAll(() => app.stop());

const open = (query: string) =>
  openSocket(socketUrl(app.url, `/api/conversation/me?${query}`), {
    headers: { authorization: `Bearer ${guest.token}` },
  });

/** As a client does: again and again until the server is back. */
async function comeBack(query: string): Promise<SocketClient> {
  for (let tries = 0; tries < 100; tries += 1) {
    const client = await open(query).catch(() => undefined);
    if (client) return client;
    await sleep(200);
  }
  throw new Error('the server did not come back');
}

test('a client whose server was killed comes back and goes on where it was, nothing lost, nothing twice', async () => {
  const client = await open('session_id=new');
  client.send({ type: 'user_message', content: 'A story about Nova, a small red dragon.' });
  const { session_id, number } = await client.next('assistant_message');
  const id = randomUUID();
  client.send({ type: 'user_message', content: 'She lives in a lighthouse.', id });
  process.kill(await app.pidOf('web'), 'SIGKILL');
  expect((await client.closed).code).toBe(1006);

  const back = await comeBack(`session_id=${session_id}&after=${number}`);
  back.send({ type: 'user_message', content: 'She lives in a lighthouse.', id });
  expect(await back.next('user_message')).toMatchObject({ id });
  // An answer that broke off with its writer is closed half a minute later; the next one is whole.
  back.send({ type: 'user_message', content: 'And her hat can sing.' });
  const isWhole = (frame: { type: string; status?: string }) =>
    frame.type === 'assistant_message' && frame.status === 'complete';
  await back.next(isWhole, 60_000);
  const messages = await (await guest.request(`/api/sessions/${session_id}/messages`)).json();
  const said = messages.filter((message: { role: string }) => message.role === 'user');
  expect(said.map((message: { content: string }) => message.content).slice(0, 2)).toEqual([
    'A story about Nova, a small red dragon.',
    'She lives in a lighthouse.',
  ]);
  back.close();
});

test('a server that is stopped says so to its sockets', async () => {
  const client = await comeBack('session_id=new');
  const ended = app.end('SIGTERM');
  expect((await client.closed).code).toBe(1012);
  await ended;
});
