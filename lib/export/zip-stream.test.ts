import { execFileSync } from 'node:child_process';
import { createWriteStream } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { crc32 } from 'node:zlib';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { type OpenEntry, type OpenedEntry, streamZip } from './zip-stream.ts';

const WHEN = new Date('2026-11-21T16:40:31Z');
const never = new AbortController().signal;
/** Another program than ours: it reads every byte again and checks each checksum. */
const READ_BACK = `import json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
i=z.infolist()
print(json.dumps([len(i),[[e.filename,e.file_size,e.compress_type] for e in i[:3]],z.read(i[0]).decode()[:20]]))`;

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), 'zip-stream-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function* give(...parts: (string | Uint8Array)[]) {
  for (const part of parts) yield Buffer.from(part);
}
const known = (name: string, content: Uint8Array): OpenedEntry => ({
  name,
  bytes: content.byteLength,
  crc32: crc32(content),
  modified: WHEN,
  content: give(content),
});

async function readBack(entries: AsyncIterable<OpenEntry | OpenedEntry>): Promise<unknown> {
  const file = path.join(folder, 'a.zip');
  await pipeline(Readable.from(streamZip(entries, never)), createWriteStream(file));
  return JSON.parse(execFileSync('python3', ['-c', READ_BACK, file]).toString());
}

test('files whose length nobody knew and files as they are stand in one archive', async () => {
  const picture = Buffer.alloc(70_000, 7);
  async function* list() {
    yield { name: 'household.json', modified: WHEN, content: give('{"a":1,', '"b":2}') };
    yield known('pages/Käse 🧀.png', picture);
    yield { name: 'empty.txt', modified: WHEN, content: give() };
  }
  expect(await readBack(list())).toEqual([
    3,
    [
      ['household.json', 13, 8],
      ['pages/Käse 🧀.png', 70_000, 0],
      ['empty.txt', 0, 8],
    ],
    '{"a":1,"b":2}',
  ]);
});

test('more files than the old format counts are all there', async () => {
  async function* list() {
    for (let index = 0; index < 66_000; index += 1) yield known(`${index}`, Buffer.from(`${index}`));
  }
  expect(await readBack(list())).toEqual([66_000, expect.anything(), '0']);
});

test('a source that fails in the middle fails the archive; a reader that leaves ends it', async () => {
  async function* failing() {
    yield Buffer.from('one');
    throw new Error('the disk is gone');
  }
  async function* list() {
    yield { name: 'a', modified: WHEN, content: failing() };
  }
  await expect(Array.fromAsync(streamZip(list(), never))).rejects.toThrow('the disk is gone');
  async function* short() {
    yield { ...known('a', Buffer.from('abc')), bytes: 4 };
  }
  await expect(Array.fromAsync(streamZip(short(), never))).rejects.toThrow(RangeError);
  async function* one() {
    yield { name: 'a', modified: WHEN, content: give('one') };
  }
  await expect(Array.fromAsync(streamZip(one(), AbortSignal.abort(new Error('left'))))).rejects.toThrow(
    'left',
  );
});
