import type postgres from 'postgres';
import { expect, test } from 'vitest';
import { rememberUsers } from './remember-users.ts';

const USER = 'select * from "auth"."users" where "id" = $1';

/** A pool that knows some users and counts what it is asked. */
function createPool(users: string[]) {
  const sent: string[] = [];
  let nowMs = 0;
  const unsafe = async (text: string, [id]: unknown[]) => {
    sent.push(`${text} ${id}`);
    return users.includes(String(id)) ? [{ id }] : [];
  };
  const driver = { reserve: async () => ({ unsafe }) } as unknown as postgres.Sql;
  const { asRest, forget } = rememberUsers(driver, () => nowMs);
  const ask = async (text: string, id: string) => {
    const connection = await driver.reserve();
    return (connection.unsafe as unknown as typeof unsafe)(text, [id]);
  };
  return {
    sent,
    forget,
    ask,
    asRest: (text: string, id: string) => asRest(() => ask(text, id)),
    wait: (milliseconds: number) => {
      nowMs += milliseconds;
    },
  };
}

test('a user who was found is not looked up again for a moment', async () => {
  const { sent, asRest, wait } = createPool(['a', 'b']);
  const answers = await Promise.all([asRest(USER, 'a'), asRest(USER, 'a'), asRest(USER, 'b')]);
  expect(answers).toEqual([[{ id: 'a' }], [{ id: 'a' }], [{ id: 'b' }]]);
  expect(sent).toHaveLength(2);
  wait(1_001);
  await asRest(USER, 'a');
  expect(sent).toHaveLength(3);
});

test('after a write, and when they were not found, they are looked up', async () => {
  const { sent, asRest, forget } = createPool(['a']);
  await asRest(USER, 'a');
  forget();
  await asRest(USER, 'a');
  expect(sent).toHaveLength(2);
  for (const _ of [1, 2]) expect(await asRest(USER, 'nobody')).toEqual([]);
  expect(sent).toHaveLength(4);
});

test('the auth API and every other statement always ask', async () => {
  const { sent, ask, asRest } = createPool(['a']);
  await asRest(USER, 'a');
  await ask(USER, 'a');
  await ask(USER, 'a');
  await asRest('select * from "public"."stories" where "id" = $1', 'a');
  await asRest('select * from "public"."stories" where "id" = $1', 'a');
  expect(sent).toHaveLength(5);
});
