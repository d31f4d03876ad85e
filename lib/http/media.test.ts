import { describe, expect, it } from 'vitest';
import { BODY_LENGTH_HEADER } from './body-length.ts';
import { createMediaResponse, type Media } from './media.ts';
import { parseRange } from './range.ts';

const BYTES = new TextEncoder().encode('0123456789');
const MODIFIED = new Date('2026-11-21T09:00:00.500Z');

/** Ten bytes, and how often they were opened. */
function buildMedia(overrides: Partial<Media> = {}) {
  const opened: unknown[] = [];
  const media: Media = {
    mediaType: 'video/mp4',
    totalBytes: BYTES.length,
    etag: 'v1',
    lastModified: MODIFIED,
    getFileName: async () => 'Die Maus & der Käse.mp4',
    open: async (range) => {
      opened.push(range);
      return new Blob([range ? BYTES.slice(range.start, range.end + 1) : BYTES]).stream();
    },
    ...overrides,
  };
  return { media, opened };
}

async function get(headers: Record<string, string> = {}, { method = 'GET', query = '' } = {}) {
  const { media, opened } = buildMedia();
  const request = new Request(`http://localhost/film.mp4${query}`, { method, headers });
  const response = await createMediaResponse(request, media);
  return { response, text: await response.text(), opened };
}

describe('createMediaResponse', () => {
  it('sends all of it with its type, length, validators and rules for caches', async () => {
    const { response, text } = await get();
    expect([response.status, text]).toEqual([200, '0123456789']);
    expect(Object.fromEntries(response.headers)).toMatchObject({
      'content-type': 'video/mp4',
      [BODY_LENGTH_HEADER]: '10',
      etag: '"v1"',
      'last-modified': 'Sat, 21 Nov 2026 09:00:00 GMT',
      'accept-ranges': 'bytes',
      'cache-control': 'private, max-age=3600, no-transform',
    });
  });

  it('sends one range and opens only that', async () => {
    const { response, text, opened } = await get({ range: 'bytes=2-4' });
    expect([response.status, text]).toEqual([206, '234']);
    expect(response.headers.get('content-range')).toBe('bytes 2-4/10');
    expect(response.headers.get(BODY_LENGTH_HEADER)).toBe('3');
    expect(opened).toEqual([{ start: 2, end: 4 }]);
  });

  it('answers 416 with the true length for a range outside, and opens nothing', async () => {
    const { response, text, opened } = await get({ range: 'bytes=10-' });
    expect(response.status).toBe(416);
    expect(response.headers.get('content-range')).toBe('bytes */10');
    expect(JSON.parse(text)).toMatchObject({ code: 'range_not_satisfiable' });
    expect(opened).toEqual([]);
  });

  it('answers 304 to a client that has it, before it looks at a range', async () => {
    for (const headers of [
      { 'if-none-match': '"v1"' },
      { 'if-none-match': 'W/"v0", W/"v1"', range: 'bytes=0-1' },
      { 'if-none-match': '*' },
      { 'if-modified-since': 'Sat, 21 Nov 2026 09:00:00 GMT' },
    ] as Record<string, string>[]) {
      const { response, opened } = await get(headers);
      expect([response.status, response.headers.get('etag'), opened.length]).toEqual([304, '"v1"', 0]);
    }
    expect(
      (await get({ 'if-none-match': '"v0"', 'if-modified-since': 'Sat, 21 Nov 2026 09:00:00 GMT' })).response
        .status,
    ).toBe(200);
  });

  it('sends everything when a part of another version is asked to be completed', async () => {
    expect((await get({ range: 'bytes=2-4', 'if-range': '"v0"' })).response.status).toBe(200);
    expect((await get({ range: 'bytes=2-4', 'if-range': '"v1"' })).response.status).toBe(206);
    expect(
      (await get({ range: 'bytes=2-4', 'if-range': 'Sat, 21 Nov 2026 09:00:00 GMT' })).response.status,
    ).toBe(206);
  });

  it('answers HEAD with the same headers and without opening the file', async () => {
    const { response, text, opened } = await get({ range: 'bytes=2-4' }, { method: 'HEAD' });
    expect([response.status, text, opened.length]).toEqual([206, '', 0]);
    expect(response.headers.get(BODY_LENGTH_HEADER)).toBe('3');
  });

  it('names a download in full, and plainly for old clients', async () => {
    const { response } = await get({}, { query: '?download=1' });
    expect(response.headers.get('content-disposition')).toBe(
      `attachment; filename="Die Maus & der Kase.mp4"; filename*=UTF-8''Die%20Maus%20%26%20der%20K%C3%A4se.mp4`,
    );
    expect((await get({}, { query: '?download=0' })).response.headers.has('content-disposition')).toBe(false);
  });

  it('says that captions are UTF-8', async () => {
    const { media } = buildMedia({ mediaType: 'text/vtt' });
    const response = await createMediaResponse(new Request('http://localhost/'), media);
    expect(response.headers.get('content-type')).toBe('text/vtt; charset=utf-8');
  });
});

describe('parseRange', () => {
  it('reads the forms of one range', () => {
    expect(parseRange('bytes=0-0', 10)).toEqual({ start: 0, end: 0 });
    expect(parseRange('bytes=5-', 10)).toEqual({ start: 5, end: 9 });
    expect(parseRange('bytes=-3', 10)).toEqual({ start: 7, end: 9 });
    expect(parseRange('bytes=-99', 10)).toEqual({ start: 0, end: 9 });
    expect(parseRange('bytes=8-99', 10)).toEqual({ start: 8, end: 9 });
  });

  it('ignores what it need not understand', () => {
    for (const header of [
      null,
      '',
      'bytes=',
      'bytes=-',
      'bytes=4-2',
      'bytes=0-1,4-5',
      'pages=1-2',
      'bytes=a-b',
      'bytes=1.5-2',
    ]) {
      expect(parseRange(header, 10)).toBeNull();
    }
  });

  it('knows when nothing of it is there', () => {
    expect(parseRange('bytes=10-11', 10)).toBe('unsatisfiable');
    expect(parseRange('bytes=-0', 10)).toBe('unsatisfiable');
    expect(parseRange('bytes=0-', 0)).toBe('unsatisfiable');
  });
});
