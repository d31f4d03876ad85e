import { createWriteStream } from 'node:fs';
import { rename, rm, writeFile } from 'node:fs/promises';
import { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import type { ReadableStream as NodeReadableStream } from 'node:stream/web';
import { APICallError } from '@ai-sdk/provider';
import { withDiskFullCode } from '../disk-full.ts';
import { AppError } from '../errors.ts';
import { callProvider } from './call-provider.ts';
import type { VideoJobs } from './providers/provider.ts';

/** The largest clips of today's models are about 30 MB. */
const MOST_BYTES = 256 * 1024 * 1024;
const TIMEOUT_MS = 300_000;
const MOST_REDIRECTS = 5;

/**
 * Fetches a finished film into a file, which appears only when it is whole. Redirects are followed here, so that only the
 * service itself is told its key.
 * @throws AppError as `callProvider`; `provider_failed` also when the film is not there (a service may say "done" before it
 *   is) or broke off; `provider_bad_output` when it is too large; `disk_full`
 */
export async function downloadVideo(
  video: { url: string } | { bytes: Uint8Array },
  toFile: string,
  options: {
    headersFor?: VideoJobs['downloadHeaders'];
    signal?: AbortSignal | undefined;
    mostBytes?: number;
    timeoutMs?: number;
  } = {},
): Promise<void> {
  const { mostBytes = MOST_BYTES, timeoutMs = TIMEOUT_MS } = options;
  if ('bytes' in video) {
    if (video.bytes.length > mostBytes) throw tooLarge();
    await withDiskFullCode(() => writeFile(toFile, video.bytes));
    return;
  }
  const partial = `${toFile}.part`;
  try {
    await callProvider(
      options.signal,
      async (signal) => {
        const response = await request(video.url, options.headersFor, signal);
        if (!response.body) throw new AppError('provider_failed', 'The AI service sent an empty film.');
        if (Number(response.headers.get('content-length') ?? 0) > mostBytes) throw tooLarge();
        let bytes = 0;
        await withDiskFullCode(() =>
          pipeline(
            Readable.fromWeb(response.body as NodeReadableStream<Uint8Array>),
            async function* (chunks: AsyncIterable<Uint8Array>) {
              for await (const chunk of chunks) {
                bytes += chunk.byteLength;
                if (bytes > mostBytes) throw tooLarge();
                yield chunk;
              }
            },
            createWriteStream(partial),
            { signal },
          ),
        );
        if (bytes === 0) throw new AppError('provider_failed', 'The AI service sent an empty film.');
      },
      timeoutMs,
    );
    await rename(partial, toFile);
  } finally {
    await rm(partial, { force: true });
  }
}

async function request(
  address: string,
  headersFor: VideoJobs['downloadHeaders'],
  signal: AbortSignal,
): Promise<Response> {
  let url = address;
  for (let redirects = 0; redirects <= MOST_REDIRECTS; redirects += 1) {
    const response = await fetch(url, { headers: headersFor?.(url) ?? {}, redirect: 'manual', signal });
    const next = response.headers.get('location');
    if (response.status >= 300 && response.status < 400 && next) {
      await response.body?.cancel();
      url = new URL(next, url).href;
      continue;
    }
    if (response.ok) return response;
    const responseBody = await response.text().catch(() => '');
    const cause = new APICallError({
      message: `The film could not be fetched (${response.status}).`,
      url,
      requestBodyValues: {},
      statusCode: response.status,
      responseHeaders: Object.fromEntries(response.headers),
      responseBody: responseBody.slice(0, 1_000),
    });
    // "Done" and "there" are not always the same moment.
    if (response.status === 404) {
      throw new AppError('provider_failed', 'The film is not where the AI service said.', { cause });
    }
    throw cause;
  }
  throw new AppError('provider_failed', 'The film’s address leads in circles.');
}

function tooLarge(): AppError {
  return new AppError('provider_bad_output', 'The film is larger than any page needs.');
}
