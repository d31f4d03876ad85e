import { randomBytes } from 'node:crypto';
import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { getEnv } from '@/lib/env';
import { measureContent } from '@/lib/storage/asset-content';
import type { ObjectStore } from '@/lib/storage/object-store';
import { getS3Store } from '@/lib/storage/s3-store';
import { type S3Fixture, startS3Fixture } from '../fixtures/s3-server.ts';

/** The store over a bucket, against a server that speaks S3. */
let s3: S3Fixture;
let store: ObjectStore;
beforeAll(async () => {
  s3 = await startS3Fixture();
  store = openStore(s3.environment);
});
afterAll(() => s3.stop());

function openStore(environment: Record<string, string>): ObjectStore {
  const { storage } = getEnv(environment);
  if (storage.kind !== 's3') throw new Error('not S3');
  return getS3Store(storage);
}

async function put(objectPath: string, bytes: Buffer): Promise<void> {
  const { sha256 } = await measureContent(bytes);
  await store.put(objectPath, bytes, { mediaType: 'image/png', bytes: bytes.length, sha256 });
}
async function read(objectPath: string, range?: { start: number; end: number }): Promise<Buffer> {
  const body = await store.open(objectPath, { range: range ?? null });
  return Buffer.concat(await Array.fromAsync(body));
}

test('an object comes back whole and in part; one under the same path replaces it', async () => {
  const bytes = randomBytes(100_000);
  await put('a/stories/s/one.png', bytes);
  expect((await read('a/stories/s/one.png')).equals(bytes)).toBe(true);
  const part = await read('a/stories/s/one.png', { start: 99_990, end: 99_999 });
  expect(part.equals(bytes.subarray(99_990))).toBe(true);
  await put('a/stories/s/one.png', Buffer.from('other'));
  expect((await read('a/stories/s/one.png')).toString()).toBe('other');
});

test('a file is streamed from disk', async () => {
  const directory = await mkdtemp(path.join(tmpdir(), 'storyloom-film-'));
  onTestFinished(() => rm(directory, { recursive: true }));
  const file = path.join(directory, 'film.mp4');
  const bytes = randomBytes(6_000_000);
  await writeFile(file, bytes);
  const { sha256 } = await measureContent({ path: file });
  await store.put(
    'a/stories/s/film.mp4',
    { path: file },
    { mediaType: 'video/mp4', bytes: bytes.length, sha256 },
  );
  expect((await read('a/stories/s/film.mp4')).equals(bytes)).toBe(true);
});

test('what is not there is not found, and to remove it is no error', async () => {
  await expect(store.open('a/stories/s/none.png', {})).rejects.toMatchObject({ code: 'not_found' });
  await expect(store.remove(['a/stories/s/none.png'])).resolves.toBeUndefined();
});

test('a folder goes with all its objects, and its neighbour stays', async () => {
  const names = Array.from({ length: 130 }, (_, index) => `b/stories/one/${index}.png`);
  await Promise.all([...names, 'b/stories/one-more/0.png'].map((name) => put(name, Buffer.from(name))));
  await store.removeFolder('b/stories/one');
  expect(await s3.listPaths('b/')).toEqual(['b/stories/one-more/0.png']);
});

test('a reader who leaves ends the download', async () => {
  await put('c/stories/s/large.png', randomBytes(4_000_000));
  const leaving = new AbortController();
  const body = await store.open('c/stories/s/large.png', { signal: leaving.signal });
  const reader = body.getReader();
  await reader.read();
  leaving.abort();
  await expect(
    (async () => {
      while (!(await reader.read()).done);
    })(),
  ).rejects.toThrow();
});

test('wrong keys and no server at all are failures of storage, not missing files', async () => {
  const wrongKey = openStore({ ...s3.environment, AWS_ACCESS_KEY_ID: 'wrong' });
  await expect(wrongKey.open('a/stories/s/one.png', {})).rejects.toMatchObject({ code: 'storage_failed' });
  const noServer = openStore({ ...s3.environment, S3_ENDPOINT: 'http://127.0.0.1:1' });
  await expect(noServer.check(AbortSignal.timeout(5_000))).rejects.toMatchObject({ code: 'storage_failed' });
  await expect(store.check(AbortSignal.timeout(5_000))).resolves.toBeUndefined();
});
