import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openObjectFiles } from './object-files.ts';
import { checkObjectName } from './object-rows.ts';

let directory: string;
beforeEach(() => {
  directory = mkdtempSync(path.join(tmpdir(), 'storyloom-objects-'));
});
afterEach(() => rmSync(directory, { recursive: true, force: true }));

const listFiles = () =>
  readdirSync(directory, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);

test('a file is written under its version, with the MD5 of its bytes as its tag', async () => {
  const files = await openObjectFiles(directory);
  const written = await files.write(Readable.from([Buffer.from('hel'), Buffer.from('lo')]), 5);
  expect(written).toMatchObject({ bytes: 5, eTag: '"5d41402abc4b2a76b9719d911017c592"' });
  expect(readFileSync(files.getPath(written.version), 'utf8')).toBe('hello');
  const copy = await files.copy(written.version);
  await files.remove([written.version]);
  expect(readFileSync(files.getPath(copy), 'utf8')).toBe('hello');
  expect(listFiles()).toEqual([copy]);
});

test('too many bytes, or a source that breaks, leave nothing', async () => {
  const files = await openObjectFiles(directory);
  const tooMany = Readable.from([Buffer.from('hel'), Buffer.from('lo')]);
  await expect(files.write(tooMany, 4)).rejects.toMatchObject({ code: 'EntityTooLarge' });
  const broken = Readable.from(
    (async function* () {
      yield Buffer.from('hel');
      throw new Error('gone');
    })(),
  );
  await expect(files.write(broken, 100)).rejects.toThrow('gone');
  expect(listFiles()).toEqual([]);
});

test('drafts a crash left behind are swept at the next start', async () => {
  mkdirSync(path.join(directory, 'drafts'));
  writeFileSync(path.join(directory, 'drafts/half'), 'half');
  await openObjectFiles(directory);
  expect(listFiles()).toEqual([]);
});

test.each(['', '/a', 'a/', 'a//b', '../a', 'a/../b', 'a/.', 'a\0b', 'x'.repeat(1_025)])(
  'the name %j is refused',
  (name) => {
    expect(() => checkObjectName(name)).toThrow(expect.objectContaining({ code: 'InvalidKey' }));
  },
);

test.each(['a.png', 'a/b/c.png', '..a/b..', 'été & co.png', 'x'.repeat(1_024)])(
  'the name %j is fine',
  (name) => {
    expect(checkObjectName(name)).toBe(name);
  },
);
