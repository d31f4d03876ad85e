import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, test } from 'vitest';
import { buildZipEntry, measureZip, writeZip, type ZipEntry } from './zip.ts';

const WHEN = new Date('2026-11-21T16:40:31Z');
const never = new AbortController().signal;
/** Another program than ours, which checks names, checksums and times, and unpacks. */
const READ_BACK = `import json,sys,zipfile
z=zipfile.ZipFile(sys.argv[1])
assert z.testzip() is None
z.extractall(sys.argv[2])
print(json.dumps([[i.filename,i.file_size,i.compress_type,list(i.date_time)] for i in z.infolist()]))`;

async function zip(entries: ZipEntry[]): Promise<Buffer> {
  return Buffer.concat(await Array.fromAsync(writeZip(entries, never)));
}

test('another program reads what was written: names, bytes, checksums, times', async () => {
  const folder = await mkdtemp(path.join(tmpdir(), 'zip-test-'));
  const picture = Buffer.from(Array.from({ length: 70_000 }, (_, index) => (index * 7) % 251));
  const entries = [
    buildZipEntry('Pip’s Käse 🧀, page 1.png', picture, WHEN),
    buildZipEntry('folder/empty.txt', new Uint8Array(), WHEN),
    buildZipEntry('story.txt', Buffer.from('Once upon a time'), WHEN),
  ];
  const archive = await zip(entries);
  expect(archive.length).toBe(measureZip(entries));
  const file = path.join(folder, 'story.zip');
  await writeFile(file, archive);
  const read = execFileSync('python3', ['-c', READ_BACK, file, folder]);
  const time = [2026, 11, 21, 16, 40, 30];
  expect(JSON.parse(read.toString())).toEqual([
    ['Pip’s Käse 🧀, page 1.png', 70_000, 0, time],
    ['folder/empty.txt', 0, 0, time],
    ['story.txt', 16, 0, time],
  ]);
  expect(await readFile(path.join(folder, 'Pip’s Käse 🧀, page 1.png'))).toEqual(picture);
  await rm(folder, { recursive: true });
});

test('an empty archive is an archive, and the same files make the same bytes', async () => {
  expect((await zip([])).length).toBe(22);
  const entries = [buildZipEntry('a', Buffer.from('b'), WHEN)];
  expect(await zip(entries)).toEqual(await zip(entries));
});

test('a file that is shorter than was said breaks it off, and so does a reader that leaves', async () => {
  const entry = buildZipEntry('a', Buffer.from('abc'), WHEN);
  await expect(zip([{ ...entry, bytes: 4 }])).rejects.toThrow(RangeError);
  const stopped = AbortSignal.abort(new Error('left'));
  await expect(Array.fromAsync(writeZip([entry], stopped))).rejects.toThrow('left');
});
