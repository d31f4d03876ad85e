import { expect, test } from 'vitest';
import { createServerTiming } from './server-timing.ts';

test('each part is told with its milliseconds, one that fails too', async () => {
  let now = 0;
  const timing = createServerTiming(() => now);
  const spend = (ms: number) => () => {
    now += ms;
  };
  await timing.time('auth', spend(1.25));
  await timing.time('limit', spend(3));
  await expect(
    timing.time('handle', () => {
      now += 7;
      throw new Error('no');
    }),
  ).rejects.toThrow('no');
  await timing.time('limit', spend(1));
  expect(timing.toHeader()).toBe('auth;dur=1.3, limit;dur=4.0, handle;dur=7.0');
});
