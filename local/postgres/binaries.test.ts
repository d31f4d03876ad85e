import { accessSync, constants, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { locatePostgres, prepareNativeFolder } from './binaries.ts';

let native: string;
beforeEach(() => {
  native = path.join(mkdtempSync(path.join(tmpdir(), 'storyloom-native-')), 'some-copy');
  for (const folder of ['bin', 'lib']) mkdirSync(path.join(native, folder), { recursive: true });
  for (const program of ['initdb', 'postgres'])
    writeFileSync(path.join(native, 'bin', program), '', { mode: 0o644 });
  writeFileSync(path.join(native, 'lib/libicu.so.60.2'), 'library');
  writeFileSync(
    path.join(native, 'pg-symlinks.json'),
    JSON.stringify([{ source: 'native/lib/libicu.so.60.2', target: 'native/lib/libicu.so.60' }]),
  );
});
afterEach(() => rmSync(path.dirname(native), { recursive: true, force: true }));

test('what an install script would have done is done, and doing it again changes nothing', () => {
  for (let time = 0; time < 2; time++) {
    prepareNativeFolder(native);
    expect(readFileSync(path.join(native, 'lib/libicu.so.60'), 'utf8')).toBe('library');
    for (const program of ['initdb', 'postgres'])
      accessSync(path.join(native, 'bin', program), constants.X_OK);
  }
});

test('an incomplete package is noticed', () => {
  rmSync(path.join(native, 'bin/initdb'));
  expect(() => prepareNativeFolder(native)).toThrow(/initdb/);
});

test('the installed Postgres is found', () => {
  accessSync(path.join(locatePostgres(), 'bin/postgres'), constants.X_OK);
});
