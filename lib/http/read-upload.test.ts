import { existsSync, readdirSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { type Upload, withUpload } from './read-upload.ts';

let folder = '';
const before = process.env.STORYLOOM_TMP_DIR;
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'upload-test-'));
  process.env.STORYLOOM_TMP_DIR = folder;
});
afterAll(async () => {
  if (before === undefined) delete process.env.STORYLOOM_TMP_DIR;
  else process.env.STORYLOOM_TMP_DIR = before;
  await rm(folder, { recursive: true });
});

function post(body: BodyInit, headers: Record<string, string> = {}): Request {
  return new Request('http://x.example/upload', {
    method: 'POST',
    body,
    headers,
    duplex: 'half',
  } as RequestInit);
}

function form(parts: [name: string, value: string | File][]): FormData {
  const data = new FormData();
  for (const [name, value] of parts) data.append(name, value);
  return data;
}

const take = (request: Request, maxBytes?: number) =>
  withUpload(request, { field: 'file', ...(maxBytes && { maxBytes }) }, async ({ file, fields }: Upload) => ({
    file,
    fields,
    content: file && (await readFile(file.path, 'utf8')),
    there: file !== undefined && existsSync(file.path),
  }));

describe('withUpload', () => {
  it('puts the file where the handler can read it, with the form’s fields, and takes it away after', async () => {
    const data = form([
      ['style', 'watercolour'],
      ['scenes', '1'],
      ['scenes', '2'],
      ['file', new File(['Nova the fox.'], 'Märchen.txt', { type: 'text/plain' })],
    ]);
    const upload = await take(post(data));
    expect(upload).toMatchObject({
      fields: { style: 'watercolour', scenes: ['1', '2'] },
      content: 'Nova the fox.',
      there: true,
      file: { name: 'Märchen.txt', declaredType: 'text/plain', bytes: 13 },
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('takes a form without a file, and the file away when the handler fails', async () => {
    expect((await take(post(form([['style', 'night']])))).file).toBeUndefined();
    const data = form([['file', new File(['x'], 'a.txt')]]);
    const failing = withUpload(post(data), { field: 'file' }, async () => {
      throw new Error('in the handler');
    });
    await expect(failing).rejects.toThrow('in the handler');
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['../../etc/passwd', 'passwd'],
    ['C:\\Users\\me\\story.docx', 'story.docx'],
    ['a/..', ''],
  ])('calls a file by its last name only: %s', async (given, name) => {
    const upload = await take(post(form([['file', new File(['x'], given)]])));
    expect(upload.file?.name).toBe(name);
    expect(path.basename(upload.file?.path ?? '')).toBe('file');
  });

  it('stops at the limit, told or not, in a file or around it', async () => {
    const large = new File(['x'.repeat(50_000)], 'a.txt');
    await expect(take(post(form([['file', large]])), 10_000)).rejects.toMatchObject({
      code: 'payload_too_large',
    });
    const fields = form(Array.from({ length: 50 }, (_, n) => [`f${n}`, 'x'.repeat(1_000)]));
    await expect(take(post(fields), 10_000)).rejects.toMatchObject({ code: 'payload_too_large' });
    const told = post(form([['file', new File(['x'], 'a.txt')]]), { 'content-length': '99999' });
    await expect(take(told, 10_000)).rejects.toMatchObject({ code: 'payload_too_large' });
    const field = form([['text', 'x'.repeat(300_000)]]);
    await expect(take(post(field))).rejects.toMatchObject({ code: 'payload_too_large' });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('does not read what comes after the limit', async () => {
    let sent = 0;
    const endless = new ReadableStream<Uint8Array>({
      pull(controller) {
        sent += 1;
        const begin =
          sent === 1 ? '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\n' : '';
        controller.enqueue(new TextEncoder().encode(begin + 'x'.repeat(10_000)));
      },
    });
    const request = post(endless, { 'content-type': 'multipart/form-data; boundary=b' });
    await expect(take(request, 100_000)).rejects.toMatchObject({ code: 'payload_too_large' });
    expect(sent).toBeLessThan(60);
    expect(readdirSync(folder)).toEqual([]);
  });

  it.each([
    ['JSON', post('{}', { 'content-type': 'application/json' }), 'unsupported_media_type'],
    ['no boundary', post('x', { 'content-type': 'multipart/form-data; x=y' }), 'invalid_request'],
    [
      'a form that breaks off',
      post('--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf', {
        'content-type': 'multipart/form-data; boundary=b',
      }),
      'invalid_request',
    ],
    ['a file under another name', post(form([['other', new File(['x'], 'a.txt')]])), 'invalid_request'],
    [
      'two files',
      post(
        form([
          ['file', new File(['x'], 'a.txt')],
          ['file', new File(['y'], 'b.txt')],
        ]),
      ),
      'invalid_request',
    ],
    ['too many fields', post(form(Array.from({ length: 80 }, (_, n) => [`f${n}`, 'x']))), 'invalid_request'],
  ])('refuses %s', async (_name, request, code) => {
    await expect(take(request)).rejects.toMatchObject({ code });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('cleans up when the sender goes away', async () => {
    const body = new ReadableStream<Uint8Array>({
      start(controller) {
        controller.enqueue(
          new TextEncoder().encode(
            '--b\r\ncontent-disposition: form-data; name="file"; filename="a"\r\n\r\nhalf',
          ),
        );
        setTimeout(() => controller.error(new Error('gone')), 30);
      },
    });
    await expect(
      take(post(body, { 'content-type': 'multipart/form-data; boundary=b' })),
    ).rejects.toMatchObject({
      code: 'invalid_request',
    });
    expect(readdirSync(folder)).toEqual([]);
  });

  it('keeps a field called like a part of every object a field', async () => {
    const { fields } = await take(post(form([['constructor', 'x']])));
    expect(Object.entries(fields)).toEqual([['constructor', 'x']]);
  });
});
