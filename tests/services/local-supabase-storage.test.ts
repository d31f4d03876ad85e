import { randomBytes, randomUUID } from 'node:crypto';
import { mkdirSync, readdirSync, writeFileSync } from 'node:fs';
import net from 'node:net';
import path from 'node:path';
import { Readable } from 'node:stream';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Client,
  eventually,
  expectData,
  startTestSupabase,
  type TestSupabase,
} from '../support/local-supabase.ts';

let supabase: TestSupabase;
let owner: { client: Client; id: string };
let stranger: Client;
beforeAll(async () => {
  supabase = await startTestSupabase();
  owner = await supabase.createGuest();
  stranger = (await supabase.createGuest()).client;
});
afterAll(() => supabase.remove());

const PICTURE = Buffer.concat([Buffer.from('hello'), randomBytes(199_990), Buffer.from('world')]);
const media = (client: Client) => client.storage.from('media');
const upload = (
  name: string,
  body: Parameters<ReturnType<typeof media>['upload']>[1] = PICTURE,
  options = {},
) => media(supabase.admin).upload(`${owner.id}/${name}`, body, { contentType: 'image/png', ...options });

async function readBytes(client: Client, name: string): Promise<Buffer> {
  return Buffer.from(await expectData(await media(client).download(`${owner.id}/${name}`)).arrayBuffer());
}

function listFiles(): string[] {
  const folder = path.join(supabase.dataDir, 'objects');
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => entry.name);
}

describe('upload', () => {
  test.each([
    ['a buffer', () => PICTURE],
    ['a Blob', () => new Blob([PICTURE], { type: 'image/png' })],
    ['a web stream', () => new Blob([PICTURE]).stream()],
    ['a Node stream', () => Readable.from([PICTURE.subarray(0, 1_000), PICTURE.subarray(1_000)])],
  ])('%s comes back as it was', async (what, makeBody) => {
    const name = `${what}.png`;
    const saved = expectData(await upload(name, makeBody() as Blob, { duplex: 'half' }));
    expect(saved).toMatchObject({ path: `${owner.id}/${name}`, fullPath: `media/${owner.id}/${name}` });
    const blob = expectData(await media(owner.client).download(`${owner.id}/${name}`));
    expect(blob.type).toBe('image/png');
    expect(Buffer.from(await blob.arrayBuffer()).equals(PICTURE)).toBe(true);
  });

  test('an object is not replaced unless that is asked for; then the old bytes leave the disk', async () => {
    expectData(await upload('twice.png'));
    const before = listFiles().length;
    expect((await upload('twice.png', Buffer.from('other'))).error).toMatchObject({ statusCode: '409' });
    expect((await readBytes(owner.client, 'twice.png')).equals(PICTURE)).toBe(true);
    expectData(await upload('twice.png', Buffer.from('other'), { upsert: true }));
    expect((await readBytes(owner.client, 'twice.png')).toString()).toBe('other');
    expect(listFiles()).toHaveLength(before);
  });

  test('of many replacements at once one wins whole, and no file is left over', async () => {
    expectData(await upload('race.png'));
    const before = listFiles().length;
    const bodies = Array.from({ length: 6 }, (_, index) => Buffer.alloc(50_000, index));
    const answers = await Promise.all(bodies.map((body) => upload('race.png', body, { upsert: true })));
    expect(answers.map((answer) => answer.error)).toEqual(bodies.map(() => null));
    const winner = await readBytes(owner.client, 'race.png');
    expect(bodies.some((body) => body.equals(winner))).toBe(true);
    expect(listFiles()).toHaveLength(before);
  });

  test('users do not write into the bucket, not even into their own folder', async () => {
    const { error } = await media(owner.client).upload(`${owner.id}/mine.png`, PICTURE, {
      contentType: 'image/png',
    });
    expect(error).toMatchObject({ statusCode: '403', code: 'AccessDenied' });
    expect((await media(owner.client).remove([`${owner.id}/twice.png`])).data).toEqual([]);
    expect((await media(supabase.admin).exists(`${owner.id}/twice.png`)).data).toBe(true);
  });

  test.each([
    ['a form', () => new Blob([PICTURE], { type: 'image/gif' })],
    ['a body', () => PICTURE],
  ])(
    'a media type the bucket does not take is refused in %s, and nothing is left',
    async (_what, makeBody) => {
      const before = listFiles().length;
      const { error } = await upload('wrong.gif', makeBody(), { contentType: 'image/gif' });
      expect(error).toMatchObject({ statusCode: '415', code: 'InvalidMimeType' });
      expect(listFiles()).toHaveLength(before);
    },
  );

  test('a body above the limit of the bucket is refused, declared or not', async () => {
    const response = await fetch(`${supabase.url}/storage/v1/object/media/${owner.id}/huge.png`, {
      method: 'POST',
      headers: { apikey: supabase.secrets.secretKey, 'content-type': 'image/png' },
      body: new Blob([PICTURE]),
    });
    expect(response.status).toBe(200);
    const declared = await new Promise<string>((resolve, reject) => {
      const socket = net.connect(Number(new URL(supabase.url).port), '127.0.0.1');
      socket.write(
        `POST /storage/v1/object/media/${owner.id}/x.png HTTP/1.1\r\nhost: x\r\napikey: ${supabase.secrets.secretKey}\r\n` +
          'content-type: image/png\r\ncontent-length: 900000000\r\n\r\n',
      );
      socket.setTimeout(15_000, () => reject(new Error('no answer')));
      socket.once('data', (chunk) => resolve(chunk.toString()));
      socket.once('error', reject);
    });
    expect(declared).toMatch(/^HTTP\/1\.1 400 /);
    expect(declared).toContain('"EntityTooLarge"');
  });

  test('an upload that breaks off leaves no object and no file', async () => {
    const before = listFiles().length;
    const socket = net.connect(Number(new URL(supabase.url).port), '127.0.0.1');
    socket.write(
      `POST /storage/v1/object/media/${owner.id}/half.png HTTP/1.1\r\nhost: x\r\napikey: ${supabase.secrets.secretKey}\r\n` +
        'content-type: image/png\r\ncontent-length: 100000\r\n\r\nonly this much',
    );
    await eventually(async () => listFiles().length > before || undefined, 5_000);
    socket.destroy();
    await eventually(async () => listFiles().length === before || undefined, 5_000);
    expect((await media(supabase.admin).exists(`${owner.id}/half.png`)).data).toBe(false);
  });

  test('odd names are names, never paths', async () => {
    for (const name of ['été & co #1.png', `${'ü'.repeat(300)}.png`, 'a%2fb.png', 'semi;colon+plus.png']) {
      const saved = await upload(encodeURIComponent(name));
      expect(saved.error, name).toBeNull();
    }
    for (const name of ['..%2f..%2fetc%2fpasswd', 'a%00b.png', 'a%2f%2fb.png', '%2e%2e%2fx.png']) {
      const response = await fetch(`${supabase.url}/storage/v1/object/media/${owner.id}/${name}`, {
        method: 'POST',
        headers: { apikey: supabase.secrets.secretKey, 'content-type': 'image/png' },
        body: PICTURE,
      });
      expect(response.status, name).toBe(400);
      expect(await response.json()).toMatchObject({ code: 'InvalidKey' });
      const read = await fetch(`${supabase.url}/storage/v1/object/media/${owner.id}/${name}`, {
        headers: { apikey: supabase.secrets.secretKey },
      });
      expect(await read.json()).toMatchObject({ code: 'NoSuchKey' });
    }
  });
});

describe('download', () => {
  let signedUrl = '';
  let eTag = '';
  beforeAll(async () => {
    expectData(await upload('page.png', PICTURE, { cacheControl: '60', metadata: { scene: 1 } }));
    signedUrl = expectData(await media(owner.client).createSignedUrl(`${owner.id}/page.png`, 60)).signedUrl;
    eTag = (await fetch(signedUrl, { method: 'HEAD' })).headers.get('etag') ?? '';
  });

  test('a stranger, and somebody who is nobody, find nothing there', async () => {
    for (const client of [stranger, supabase.createVisitor()]) {
      expect((await media(client).download(`${owner.id}/page.png`)).error).toMatchObject({
        statusCode: '404',
      });
      expect((await media(client).createSignedUrl(`${owner.id}/page.png`, 60)).error).toMatchObject({
        statusCode: '404',
      });
      expect((await media(client).exists(`${owner.id}/page.png`)).data).toBe(false);
      expect((await media(client).list(owner.id)).data).toEqual([]);
    }
  });

  test.each([
    ['bytes=0-4', 'hello', `bytes 0-4/${PICTURE.length}`],
    ['bytes=-5', 'world', `bytes ${PICTURE.length - 5}-${PICTURE.length - 1}/${PICTURE.length}`],
    [
      `bytes=${PICTURE.length - 5}-`,
      'world',
      `bytes ${PICTURE.length - 5}-${PICTURE.length - 1}/${PICTURE.length}`,
    ],
    [
      `bytes=${PICTURE.length - 5}-9999999`,
      'world',
      `bytes ${PICTURE.length - 5}-${PICTURE.length - 1}/${PICTURE.length}`,
    ],
  ])('the range %s is answered with just that', async (range, text, contentRange) => {
    const response = await fetch(signedUrl, { headers: { range } });
    expect(response.status).toBe(206);
    expect(response.headers.get('content-range')).toBe(contentRange);
    expect(response.headers.get('content-length')).toBe('5');
    expect(await response.text()).toBe(text);
  });

  test('a range beyond the end is 416 with the size; HEAD has headers and no body', async () => {
    const beyond = await fetch(signedUrl, { headers: { range: `bytes=${PICTURE.length}-` } });
    expect([beyond.status, beyond.headers.get('content-range')]).toEqual([416, `bytes */${PICTURE.length}`]);
    const head = await fetch(signedUrl, { method: 'HEAD' });
    expect(head.headers.get('content-length')).toBe(String(PICTURE.length));
    expect(head.headers.get('accept-ranges')).toBe('bytes');
    expect(head.headers.get('cache-control')).toBe('max-age=60');
    expect((await head.arrayBuffer()).byteLength).toBe(0);
  });

  test('who has it already gets 304; a range of something else gets the whole', async () => {
    expect((await fetch(signedUrl, { headers: { 'if-none-match': eTag } })).status).toBe(304);
    expect((await fetch(signedUrl, { headers: { 'if-none-match': `"other", W/${eTag}` } })).status).toBe(304);
    expect((await fetch(signedUrl, { headers: { 'if-none-match': '"other"' } })).status).toBe(200);
    const ifRange = (tag: string) => fetch(signedUrl, { headers: { range: 'bytes=0-4', 'if-range': tag } });
    expect((await ifRange(eTag)).status).toBe(206);
    expect((await ifRange('"other"')).status).toBe(200);
  });

  test('a signed URL opens its one object for its time, and nothing else', async () => {
    expect((await fetch(signedUrl)).headers.get('content-security-policy')).toContain('sandbox');
    const download = await fetch(`${signedUrl}&download=my%20page.png`);
    expect(download.headers.get('content-disposition')).toBe("attachment; filename*=UTF-8''my%20page.png");
    expect(await (await fetch(signedUrl.replace('page.png', 'twice.png'))).json()).toMatchObject({
      code: 'InvalidSignature',
    });
    expect(await (await fetch(`${signedUrl}x`)).json()).toMatchObject({ code: 'InvalidJWT' });
    expect(await (await fetch(signedUrl.split('?', 1)[0] ?? '')).json()).toMatchObject({
      code: 'InvalidJWT',
    });
    const short = expectData(await media(owner.client).createSignedUrl(`${owner.id}/page.png`, 1)).signedUrl;
    await eventually(async () => ((await fetch(short)).status === 400 ? true : undefined), 3_000);
  });

  test('a token of a signed URL is not an access token, nor the other way round', async () => {
    const token = new URL(signedUrl).searchParams.get('token');
    const response = await fetch(`${supabase.url}/storage/v1/object/media/${owner.id}/page.png`, {
      headers: { apikey: supabase.secrets.publishableKey, authorization: `Bearer ${token}` },
    });
    expect(await response.json()).toMatchObject({ code: 'InvalidJWT' });
    const { data } = await owner.client.auth.getSession();
    const swapped = signedUrl.replace(/token=.*/, `token=${data.session?.access_token}`);
    expect(await (await fetch(swapped)).json()).toMatchObject({ code: 'InvalidJWT' });
  });

  test('many signed URLs at once, with a reason for each that cannot be', async () => {
    const names = [`${owner.id}/page.png`, `${owner.id}/missing.png`];
    const [first, second] = expectData(await media(owner.client).createSignedUrls(names, 60));
    expect((await fetch(first?.signedUrl ?? '')).status).toBe(200);
    expect(second).toMatchObject({ error: expect.stringContaining('does not exist') });
  });

  test('info tells what is known of it', async () => {
    expect(expectData(await media(owner.client).info(`${owner.id}/page.png`))).toMatchObject({
      size: PICTURE.length,
      contentType: 'image/png',
      etag: eTag,
      metadata: { scene: 1 },
    });
  });
});

describe('list, move, copy, remove', () => {
  const names = async (folder: string, options = {}) =>
    expectData(await media(owner.client).list(`${owner.id}/${folder}`, options)).map((entry) => entry.name);

  test('a folder lists its folders, then its files', async () => {
    for (const name of ['book/b.png', 'book/a.png', 'book/inner/c.png', 'bookshelf.png'])
      expectData(await upload(name));
    expect(await names('book')).toEqual(['inner', 'a.png', 'b.png']);
    expect(await names('book', { limit: 1, offset: 1 })).toEqual(['a.png']);
    expect(await names('book', { sortBy: { column: 'name', order: 'desc' }, search: '.png' })).toEqual([
      'b.png',
      'a.png',
    ]);
    expect(await names('book/inner')).toEqual(['c.png']);
  });

  test('moving keeps the bytes under another name, copying makes a second set', async () => {
    const admin = media(supabase.admin);
    expectData(await upload('from.png'));
    expectData(await admin.move(`${owner.id}/from.png`, `${owner.id}/to.png`));
    expectData(await admin.copy(`${owner.id}/to.png`, `${owner.id}/copy.png`));
    expectData(await admin.remove([`${owner.id}/to.png`]));
    expect((await admin.exists(`${owner.id}/from.png`)).data).toBe(false);
    expect((await readBytes(owner.client, 'copy.png')).equals(PICTURE)).toBe(true);
    expect((await media(stranger).move(`${owner.id}/copy.png`, 'stolen.png')).error).toMatchObject({
      statusCode: '404',
    });
    expect((await media(owner.client).move(`${owner.id}/copy.png`, 'mine.png')).error).toMatchObject({
      statusCode: '403',
    });
  });

  test('a removed object leaves no file', async () => {
    expectData(await upload('gone.png'));
    const before = listFiles().length;
    const removed = expectData(
      await media(supabase.admin).remove([`${owner.id}/gone.png`, `${owner.id}/never.png`]),
    );
    expect(removed.map((object) => object.name)).toEqual([`${owner.id}/gone.png`]);
    expect(listFiles()).toHaveLength(before - 1);
  });

  test('an upload URL lets whoever has it write that one object', async () => {
    const { path: name, token } = expectData(
      await media(supabase.admin).createSignedUploadUrl(`${owner.id}/direct.png`),
    );
    const visitor = media(supabase.createVisitor());
    expect((await visitor.uploadToSignedUrl(`${owner.id}/other.png`, token, PICTURE)).error).toMatchObject({
      statusCode: '400',
    });
    expectData(await visitor.uploadToSignedUrl(name, token, PICTURE, { contentType: 'image/png' }));
    expect((await readBytes(owner.client, 'direct.png')).equals(PICTURE)).toBe(true);
    expect((await media(owner.client).createSignedUploadUrl(`${owner.id}/x.png`)).error).toMatchObject({
      statusCode: '403',
    });
  });
});

test('a file that a crash has left without its row is gone after the next start; every other one is there', async () => {
  expectData(await upload('kept.png'));
  const [known = ''] = listFiles();
  const lost = randomUUID();
  const folder = path.join(supabase.dataDir, 'objects', lost.slice(0, 2));
  mkdirSync(folder, { recursive: true });
  writeFileSync(path.join(folder, lost), 'somebody’s picture');
  const before = listFiles().length;
  await supabase.end('SIGKILL');
  await supabase.start();
  expect(listFiles()).toHaveLength(before - 1);
  expect(listFiles()).toContain(known);
  expect((await readBytes(supabase.admin, 'kept.png')).equals(PICTURE)).toBe(true);
});
