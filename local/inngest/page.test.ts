import { afterAll, beforeAll, expect, it } from 'vitest';
import { startTestRig, type TestRig } from './runner-test-kit.ts';

let rig: TestRig;
beforeAll(async () => {
  rig = await startTestRig((client) => [
    client.createFunction(
      { id: 'shown', name: '<b>', triggers: [{ event: 'test/shown' }], retries: 1 },
      async ({ step, attempt }) => {
        await step.run('first <script>', () => {
          if (attempt === 0) throw new Error('flaky & "odd"');
          return { html: '<img src=x>' };
        });
        throw new Error('ends badly');
      },
    ),
  ]);
});
afterAll(() => rig.close());

it('shows runs with their steps, attempts and errors, and escapes whatever they contain', async () => {
  const [run] = await rig.send({ name: 'test/shown' });
  const overview = await (await rig.request('/')).text();
  for (const text of [
    'test-shown',
    'first &lt;script&gt;',
    'attempt 2',
    'flaky &amp; &quot;odd&quot;',
    'ends badly',
  ]) {
    expect(overview).toContain(text);
  }
  const details = await (await rig.request(`/?run=${run?.run_id}`)).text();
  expect(details).toContain('&lt;img src=x&gt;');
  expect(details).not.toMatch(/<script|<img/);
});

it('reloads itself only while something can change, and answers for a run it does not know', async () => {
  const [run] = await rig.send({ name: 'test/shown' });
  expect(await (await rig.request('/')).text()).toContain('http-equiv="refresh"');
  expect(await (await rig.request(`/?run=${run?.run_id}`)).text()).not.toContain('http-equiv="refresh"');
  expect(await (await rig.request('/?run=%3Cb%3E')).text()).toContain('There is no such run');
});
