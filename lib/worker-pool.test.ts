import { afterAll, expect, test } from 'vitest';
import { AppError } from './errors.ts';
import { closeWorkerPool, runInWorker } from './worker-pool.ts';

const TASK = 'lib/fixtures/failing.worker.ts';

afterAll(closeWorkerPool);

test('an error of ours comes out of a thread with its code, fields and cause', async () => {
  const error = await runInWorker(TASK, 'app').catch((caught: unknown) => caught);
  expect(error).toBeInstanceOf(AppError);
  expect(error).toMatchObject({
    code: 'disk_full',
    message: 'No room left.',
    retryAfterSeconds: 7,
    fields: [{ path: 'a', message: 'b' }],
    cause: { name: 'TypeError', message: 'what lay under it' },
  });
});

test('a system error keeps its code', async () => {
  await expect(runInWorker(TASK, 'system')).rejects.toMatchObject({ code: 'ENOENT' });
});

test('a task that does not fail answers', async () => {
  expect(await runInWorker(TASK, 'never')).toBe('fine');
});

test('a stop before the work begins is an abort', async () => {
  await expect(runInWorker(TASK, 'never', { signal: AbortSignal.abort() })).rejects.toMatchObject({
    name: 'AbortError',
  });
});
