import { rmSync } from 'node:fs';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { afterAll, expect, it } from 'vitest';
import { createTempDir } from './runner-test-kit.ts';
import { Store } from './store.ts';
import { RUNNER_MIGRATIONS } from './store-schema.ts';

const directory = createTempDir();
afterAll(() => rmSync(directory, { recursive: true }));
const save = (store: Store, key: string) =>
  store.run('insert into mark (key, expires_at) values (?, 1)', key);
const keys = (store: Store) =>
  store.all<{ key: string }>('select key from mark order by key').map((row) => row.key);

it('keeps all of a transaction or nothing, and says when something was committed', () => {
  const store = new Store(path.join(directory, 'transactions.sqlite'));
  let commits = 0;
  store.onCommit = () => {
    commits += 1;
  };
  store.transaction(() => {
    save(store, 'a');
    store.transaction(() => save(store, 'b'));
  });
  expect(() =>
    store.transaction(() => {
      save(store, 'c');
      throw new Error('half way');
    }),
  ).toThrow('half way');
  store.transaction(() => save(store, 'd'));
  expect(keys(store)).toEqual(['a', 'b', 'd']);
  expect(commits).toBe(2);
  store.close();
});

it('brings a file of the first version up to date without losing what is in it', () => {
  const file = path.join(directory, 'old.sqlite');
  const old = new DatabaseSync(file);
  old.exec(
    `${RUNNER_MIGRATIONS[0]}; pragma user_version=1; insert into mark (key, expires_at) values ('kept', 1)`,
  );
  old.close();
  const store = new Store(file);
  expect(keys(store)).toEqual(['kept']);
  expect(store.all('select duration_ms from step')).toEqual([]);
  store.close();
});

it('refuses a file that a newer version wrote', () => {
  const file = path.join(directory, 'newer.sqlite');
  const newer = new DatabaseSync(file);
  newer.exec('pragma user_version=999');
  newer.close();
  expect(() => new Store(file)).toThrow(expect.objectContaining({ code: 'misconfigured' }));
});
