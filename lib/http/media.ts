import { AppError } from '../errors.ts';
import { BODY_LENGTH_HEADER } from './body-length.ts';
import { matchesEtag } from './etag.ts';
import { createProblemResponse } from './problem.ts';
import { type ByteRange, parseRange } from './range.ts';

/** A file that never changes under its address. */
export type Media = {
  mediaType: string;
  totalBytes: number;
  /** Without quotes; a strong validator. */
  etag: string;
  lastModified: Date;
  /** The address itself is the permission: whoever has it may keep the file as long as they like. */
  signed?: boolean;
  /** What a download is called; asked only for one. */
  getFileName: () => Promise<string>;
  /** Opens the bytes, all or a range of them. Not called for HEAD, 304 and 416. */
  open: (range: ByteRange | null, signal: AbortSignal) => Promise<ReadableStream<Uint8Array>>;
};

/** Only for this browser; no-transform, because a compressed answer has other ranges. Asked about again after an hour. */
const CACHE_CONTROL = 'private, max-age=3600, no-transform';
/** For an app that reads offline: a week without asking, and it never changes under its address. */
const SIGNED_CACHE_CONTROL = 'private, max-age=604800, immutable, no-transform';

/**
 * Answers GET and HEAD for a file: 200, 206 for one range, 304 when the client has it, 416 for a range outside of it.
 * `?download=1` makes a browser save it. The bytes pass through as they come and are never held whole.
 */
export async function createMediaResponse(request: Request, media: Media): Promise<Response> {
  const etag = `"${media.etag}"`;
  const headers = new Headers({
    etag,
    'last-modified': media.lastModified.toUTCString(),
    'cache-control': media.signed ? SIGNED_CACHE_CONTROL : CACHE_CONTROL,
    ...(media.signed ? {} : { vary: 'Cookie, Authorization' }),
    'accept-ranges': 'bytes',
  });
  if (isNotModified(request, etag, media.lastModified)) {
    return new Response(null, { status: 304, headers });
  }
  const range = isRangeWelcome(request, etag, media.lastModified)
    ? parseRange(request.headers.get('range'), media.totalBytes)
    : null;
  if (range === 'unsatisfiable') {
    return createProblemResponse(
      new AppError('range_not_satisfiable', `This file has ${media.totalBytes} bytes.`),
      { headers: { 'content-range': `bytes */${media.totalBytes}`, 'accept-ranges': 'bytes' } },
    );
  }
  headers.set(
    'content-type',
    media.mediaType.startsWith('text/') ? `${media.mediaType}; charset=utf-8` : media.mediaType,
  );
  headers.set(BODY_LENGTH_HEADER, String(range ? range.end - range.start + 1 : media.totalBytes));
  if (range) {
    headers.set('content-range', `bytes ${range.start}-${range.end}/${media.totalBytes}`);
  }
  if (isDownload(request)) {
    headers.set('content-disposition', buildAttachment(await media.getFileName()));
  }
  const body = request.method === 'HEAD' ? null : await media.open(range, request.signal);
  return new Response(body, { status: range ? 206 : 200, headers });
}

/** Whether the file is to be saved, not shown. */
export function isDownload(request: Request): boolean {
  const value = new URL(request.url).searchParams.get('download');
  return value !== null && value !== '0' && value !== 'false';
}

/** RFC 9110, section 13.2.2: If-None-Match decides when it is there, else If-Modified-Since. */
function isNotModified(request: Request, etag: string, lastModified: Date): boolean {
  const isKnown = matchesEtag(request, etag);
  if (isKnown !== null) return isKnown;
  const since = Date.parse(request.headers.get('if-modified-since') ?? '');
  return !Number.isNaN(since) && wholeSeconds(lastModified) <= since;
}

/** A range counts only for the version the client already has a part of (If-Range). */
function isRangeWelcome(request: Request, etag: string, lastModified: Date): boolean {
  const condition = request.headers.get('if-range');
  return condition === null || condition === etag || Date.parse(condition) === wholeSeconds(lastModified);
}

function wholeSeconds(date: Date): number {
  return Math.floor(date.getTime() / 1000) * 1000;
}

/** RFC 6266: a plain name for old clients, the true one beside it. */
export function buildAttachment(fileName: string): string {
  const plain = fileName
    .normalize('NFKD')
    .replaceAll(/[^\x20-\x7e]/g, '')
    .replaceAll(/["\\/]/g, '_');
  return `attachment; filename="${plain || 'download'}"; filename*=UTF-8''${encodeURIComponent(fileName).replaceAll(/['()*]/g, (sign) => `%${sign.charCodeAt(0).toString(16).toUpperCase()}`)}`;
}
