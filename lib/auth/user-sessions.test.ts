import { expect, it } from 'vitest';
import { createUserSessions, type SessionGate, type UserSession } from './user-sessions';

const HOUR_MS = 3_600_000;

function setUp(overrides: Partial<SessionGate> = {}) {
  const clock = { nowMs: 0 };
  const calls: string[] = [];
  const build = (name: string): UserSession => ({
    accessToken: `${name} ${calls.length}`,
    refreshToken: 'r',
    expiresAtMs: clock.nowMs + HOUR_MS,
    email: 'ada@example.org',
  });
  const getSession = createUserSessions(
    {
      open: async (userId) => {
        calls.push(`open ${userId}`);
        return build(userId);
      },
      renew: async () => {
        calls.push('renew');
        return build('renewed');
      },
      ...overrides,
    },
    () => clock.nowMs,
  );
  return { clock, calls, getSession };
}

it('opens one session for each user, however many ask at once', async () => {
  const { calls, getSession } = setUp();
  const sessions = await Promise.all(['ada', 'ada', 'ben', 'ada'].map(getSession));
  expect(calls).toEqual(['open ada', 'open ben']);
  expect(new Set(sessions.map((session) => session.accessToken)).size).toBe(2);
});

it('renews a session before it ends, once', async () => {
  const { clock, calls, getSession } = setUp();
  await getSession('ada');
  clock.nowMs += HOUR_MS - 180_000;
  await getSession('ada');
  expect(calls).toEqual(['open ada']);
  clock.nowMs += 120_000;
  const [first, second] = await Promise.all([getSession('ada'), getSession('ada')]);
  expect(calls).toEqual(['open ada', 'renew']);
  expect(first).toBe(second);
  expect((await getSession('ada')).expiresAtMs).toBe(clock.nowMs + HOUR_MS);
});

it('opens a new one when the old one is over for good', async () => {
  const { clock, calls, getSession } = setUp({ renew: async () => null });
  await getSession('ada');
  clock.nowMs += HOUR_MS;
  await getSession('ada');
  expect(calls).toEqual(['open ada', 'open ada']);
});

it('tells everybody who waits of a failure, and tries again for the next', async () => {
  let isDown = true;
  const { calls, getSession } = setUp({
    open: async (userId) => {
      if (isDown) throw new Error('down');
      return { accessToken: userId, refreshToken: 'r', expiresAtMs: HOUR_MS, email: undefined };
    },
  });
  const answers = await Promise.allSettled([getSession('ada'), getSession('ada')]);
  expect(answers.map((answer) => answer.status)).toEqual(['rejected', 'rejected']);
  isDown = false;
  expect((await getSession('ada')).accessToken).toBe('ada');
  expect(calls).toEqual([]);
});

it('keeps at most a thousand, those used last', async () => {
  const { calls, getSession } = setUp();
  await getSession('ada');
  for (let index = 0; index < 999; index += 1) await getSession(`user ${index}`);
  await getSession('ada');
  await getSession('one more');
  calls.length = 0;
  await getSession('ada');
  await getSession('user 0');
  expect(calls).toEqual(['open user 0']);
});
