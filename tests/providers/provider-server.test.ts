import { expect, test } from 'vitest';
import type { Answer } from './provider-server.ts';
import { serverForTests } from './server-for-tests.ts';

/** What the fakes of all providers stand upon. */
const server = serverForTests(() => ({}));
const done: Answer = { body: '{}', bill: { provider: 'fake', model: 'one', units: { pictures: 1 } } };

const post = (path: string, body: object, waitMs = 5_000) =>
  fetch(`${server().origin}${path}`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify(body),
    signal: AbortSignal.timeout(waitMs),
  });

test('queued answers come first and in order, then the route, then what others get', async () => {
  server().route('POST /v1/models/{model}:draw', ({ params }) => ({ body: JSON.stringify(params) }));
  server().answer({ body: '"queued for the route"' }, 'POST /v1/models/{model}:draw');
  server().answer({ body: '"queued for anything"' });
  const ask = async (path: string) => (await post(path, {})).json();
  expect(await ask('/v1/other')).toBe('queued for anything');
  expect(await ask('/v1/models/flux%20one:draw?key=1')).toBe('queued for the route');
  expect(await ask('/v1/models/flux%20one:draw?key=1')).toEqual({ model: 'flux one' });
  expect((await post('/v1/other', {})).status).toBe(501);
});

test('of the same seed the same calls fail, each once, and only what was done is billed', async () => {
  server().route('POST /v1/images', () => done);
  const run = async () => {
    server().billed.length = 0;
    server().planFaults({
      share: 0.3,
      seed: 7,
      kinds: ['rate_limited', 'server_error', 'broken_off', 'never_answers'],
    });
    const failed: string[] = [];
    for (let page = 0; page < 40; page += 1) {
      for (let attempt = 1; ; attempt += 1) {
        const status = await post('/v1/images', { page }, 200)
          .then(async (response) => response.text().then(() => response.status))
          .catch(() => 0);
        if (status === 200) break;
        expect(attempt).toBe(1);
        failed.push(`${page} ${status}`);
      }
    }
    server().planFaults(undefined);
    expect(server().billed).toHaveLength(40);
    return failed;
  };
  const first = await run();
  expect(first.length).toBeGreaterThan(6);
  expect(first.length).toBeLessThan(18);
  expect(await run()).toEqual(first);
});

test('work whose answer nobody waited for is on the bill as not delivered', async () => {
  server().answer({ ...done, delayMs: 150 });
  await expect(post('/v1/images', {}, 50)).rejects.toMatchObject({ name: 'TimeoutError' });
  await expect.poll(() => server().billed).toMatchObject([{ model: 'one', isDelivered: false }]);
});

test('a server that refuses answers again at the same address', async () => {
  server().answerOthers(() => done);
  await server().refuse();
  await expect(post('/v1/images', {})).rejects.toBeInstanceOf(TypeError);
  await server().accept();
  expect((await post('/v1/images', {})).status).toBe(200);
});

test('a form is read with its files, and a field that comes twice is a list', async () => {
  server().answerOthers(() => done);
  const form = new FormData();
  form.append('model', 'one');
  form.append('image[]', new Blob(['a'], { type: 'image/png' }));
  form.append('image[]', new Blob(['bc'], { type: 'image/png' }));
  await fetch(`${server().origin}/v1/images`, { method: 'POST', body: form });
  expect(server().requests.at(-1)?.body).toMatchObject({
    model: 'one',
    'image[]': [{ size: 1 }, { size: 2 }],
  });
});
