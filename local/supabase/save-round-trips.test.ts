import type postgres from 'postgres';
import { expect, test } from 'vitest';
import { saveRoundTrips } from './save-round-trips.ts';

/** A pool with one connection that answers each statement with its text, unless told to refuse it. */
function createPool() {
  const sent: { text: string; isPrepared: boolean }[] = [];
  const refused = new Set<string>();
  const unsafe = async (text: string, _parameters: unknown[], options: { prepare?: boolean } = {}) => {
    sent.push({ text, isPrepared: options.prepare === true });
    if (refused.has(text)) throw new Error(`refused: ${text}`);
    return [text];
  };
  const driver = { reserve: async () => ({ unsafe, release: () => undefined }) };
  const { forgetStatements } = saveRoundTrips(driver as unknown as postgres.Sql);
  const take = async () => {
    const connection = await driver.reserve();
    return (text: string, parameters: unknown[] = []) =>
      (connection.unsafe as (text: string, parameters: unknown[]) => Promise<unknown>)(text, parameters);
  };
  return { sent, refused, take, forgetStatements };
}

test('nobody waits for a begin, and the statement after it is answered when both have succeeded', async () => {
  const { sent, take } = createPool();
  const say = await take();
  expect(await say('begin')).toMatchObject({ command: 'BEGIN' });
  expect(await say('select 1', [])).toEqual(['select 1']);
  await say('commit');
  expect(sent.map(({ text }) => text)).toEqual(['begin', 'select 1', 'commit']);
});

test('a begin that fails fails the statement after it', async () => {
  const { refused, take } = createPool();
  refused.add('begin');
  const say = await take();
  await say('begin');
  await expect(say('select set_config($1)', ['x'])).rejects.toThrow('refused: begin');
});

test('statements with values are prepared, long ones and those without are not', async () => {
  const { sent, take } = createPool();
  const say = await take();
  await say('select $1', [1]);
  await say('select 1');
  await say(`select $1 -- ${'x'.repeat(3_000)}`, [1]);
  expect(sent.map(({ isPrepared }) => isPrepared)).toEqual([true, false, false]);
});

test('after a change of the schema a statement is another one', async () => {
  const { sent, take, forgetStatements } = createPool();
  const say = await take();
  await say('select * from stories where id = $1', [1]);
  await say('select * from stories where id = $1', [2]);
  forgetStatements();
  await say('select * from stories where id = $1', [1]);
  expect(new Set(sent.map(({ text }) => text)).size).toBe(2);
  expect(sent[0]?.text).toBe(sent[1]?.text);
});
