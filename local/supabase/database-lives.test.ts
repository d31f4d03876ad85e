import { expect, test } from 'vitest';
import { createDatabaseLives, type DatabaseServices } from './database-lives.ts';
import { DatabaseLostError } from './database-refusal.ts';

const unset = async (): Promise<never> => {
  throw new Error('not expected here');
};

/** Lives whose n-th services answer REST requests with the n-th handler. */
function createLives(handlers: DatabaseServices['rest'][]) {
  const closed: number[] = [];
  let count = 0;
  const lives = createDatabaseLives({
    create: () => {
      const number = count++;
      const rest = handlers[number] ?? unset;
      return { rest, auth: unset, storage: unset, close: async () => void closed.push(number) };
    },
    whenReady: async () => undefined,
    onCloseError: unset,
  });
  return { lives, closed };
}

const read = () => new Request('http://local/rest/v1/jobs');
const write = () => new Request('http://local/rest/v1/jobs', { method: 'POST', body: '{}' });
const lost = async (): Promise<Response> => {
  throw new DatabaseLostError();
};
const answer = (text: string) => async () => new Response(text);

test('requests of one life share its services', async () => {
  const { lives, closed } = createLives([answer('first')]);
  expect(await (await lives.rest(read())).text()).toBe('first');
  expect(await (await lives.rest(write())).text()).toBe('first');
  expect(closed).toEqual([]);
});

test('a read that loses its database is answered by the next life, and the old pool is closed', async () => {
  const { lives, closed } = createLives([lost, answer('second')]);
  expect(await (await lives.rest(read())).text()).toBe('second');
  expect(closed).toEqual([0]);
});

test('a write that loses its database is told so and not repeated; the next one finds the next life', async () => {
  const { lives } = createLives([lost, answer('second')]);
  const refused = await lives.rest(write());
  expect([refused.status, refused.headers.get('retry-after')]).toEqual([503, '1']);
  expect(await (await lives.rest(write())).text()).toBe('second');
});

test('a request that would wait for ever for a dead server is answered when it dies', async () => {
  const { lives } = createLives([() => new Promise<Response>(() => undefined), answer('second')]);
  const waiting = [lives.rest(write()), lives.rest(read())];
  await new Promise((resolve) => setTimeout(resolve, 10));
  lives.end();
  const [refused, answered] = await Promise.all(waiting);
  expect(refused?.status).toBe(503);
  expect(await answered?.text()).toBe('second');
});

test('another failure is nobody else business', async () => {
  const { lives, closed } = createLives([unset]);
  await expect(lives.rest(read())).rejects.toThrow('not expected here');
  expect(closed).toEqual([]);
});
