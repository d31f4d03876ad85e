import 'server-only';
import { createReadStream } from 'node:fs';
import { addAbortSignal, Readable } from 'node:stream';
import {
  DeleteObjectCommand,
  GetObjectCommand,
  ListObjectsV2Command,
  type ListObjectsV2CommandOutput,
  PutObjectCommand,
  S3Client,
  S3ServiceException,
} from '@aws-sdk/client-s3';
import { AppError } from '@/lib/errors';
import type { StorageEnv } from '@/lib/storage-env';
import { CACHE_SECONDS, type ObjectStore } from './object-store';
import { storageError } from './storage-error';

type S3Env = Extract<StorageEnv, { kind: 's3' }>;

/** As many as S3 lists at a time. */
const LIST_PAGE = 1_000;
const CONNECT_TIMEOUT_MS = 5_000;
/** A server that says nothing for so long is gone; a viewer who has paused a film may be silent for a while. */
const SILENCE_TIMEOUT_MS = 300_000;

let cached: { key: string; store: ObjectStore } | undefined;

/** One for the process: the client keeps its connections. */
export function getS3Store(env: S3Env): ObjectStore {
  const key = JSON.stringify(env);
  if (cached?.key !== key) cached = { key, store: createS3Store(createS3Client(env), env.bucket) };
  return cached.store;
}

export function createS3Client(env: S3Env): S3Client {
  const { accessKeyId, secretAccessKey, sessionToken } = env;
  return new S3Client({
    region: env.region,
    credentials: { accessKeyId, secretAccessKey, ...(sessionToken && { sessionToken }) },
    // Servers like S3 have no names for their buckets.
    ...(env.endpoint && { endpoint: env.endpoint, forcePathStyle: true }),
    // We send our own checksum; the newer ones the client would add in a trailer are unknown to many such servers.
    requestChecksumCalculation: 'WHEN_REQUIRED',
    responseChecksumValidation: 'WHEN_REQUIRED',
    requestHandler: { connectionTimeout: CONNECT_TIMEOUT_MS, socketTimeout: SILENCE_TIMEOUT_MS },
  });
}

/** A bucket of S3, or of a server that speaks its language. Objects have the same paths as in Supabase Storage. */
export function createS3Store(client: Pick<S3Client, 'send'>, bucket: string): ObjectStore {
  /** One by one: removal of many in one request wants a checksum that not every such server knows. */
  const remove = async (paths: readonly string[]): Promise<void> => {
    await Promise.all(
      paths.map((path) =>
        ask('removal', () => client.send(new DeleteObjectCommand({ Bucket: bucket, Key: path }))),
      ),
    );
  };
  const list = async (folder: string, limit: number, abortSignal?: AbortSignal): Promise<string[]> => {
    const command = new ListObjectsV2Command({ Bucket: bucket, Prefix: `${folder}/`, MaxKeys: limit });
    const { Contents: objects = [] } = await ask('listing', () =>
      client.send(command, { ...(abortSignal && { abortSignal }) }),
    );
    return objects.flatMap(({ Key: path }) => path ?? []);
  };
  async function* listPages(of: { Prefix: string } | { Delimiter: string }) {
    for (let from: string | undefined; ; ) {
      const command = new ListObjectsV2Command({
        Bucket: bucket,
        MaxKeys: LIST_PAGE,
        ...of,
        ...(from && { ContinuationToken: from }),
      });
      const page: ListObjectsV2CommandOutput = await ask('listing', () => client.send(command));
      yield page;
      from = page.NextContinuationToken;
      if (!page.IsTruncated || !from) return;
    }
  }
  return {
    async put(path, content, { mediaType, bytes, sha256 }) {
      const command = new PutObjectCommand({
        Bucket: bucket,
        Key: path,
        Body: content instanceof Uint8Array ? content : createReadStream(content.path),
        ContentLength: bytes,
        ContentType: mediaType.startsWith('text/') ? `${mediaType}; charset=utf-8` : mediaType,
        CacheControl: `max-age=${CACHE_SECONDS}, immutable`,
        // Refused by S3 when other bytes arrive.
        ChecksumSHA256: Buffer.from(sha256, 'hex').toString('base64'),
      });
      await ask('upload', () => client.send(command));
    },
    async open(path, { range, signal }) {
      const command = new GetObjectCommand({
        Bucket: bucket,
        Key: path,
        ...(range && { Range: `bytes=${range.start}-${range.end}` }),
      });
      const { Body: body } = await ask('reading', () =>
        client.send(command, { ...(signal && { abortSignal: signal }) }),
      );
      if (!(body instanceof Readable)) throw new AppError('storage_failed', 'File storage sent no file.');
      if (signal) addAbortSignal(signal, body);
      return Readable.toWeb(body) as ReadableStream<Uint8Array>;
    },
    remove,
    async removeFolder(folder) {
      const removed = new Set<string>();
      for (;;) {
        const paths = await list(folder, LIST_PAGE);
        if (paths.length === 0) return;
        if (paths.every((path) => removed.has(path))) {
          throw new AppError(
            'storage_failed',
            'File storage lists files of a story that it does not remove.',
          );
        }
        await remove(paths);
        for (const path of paths) removed.add(path);
      }
    },
    async listBelow(folder) {
      const paths: string[] = [];
      for await (const { Contents: objects = [] } of listPages({ Prefix: `${folder}/` })) {
        paths.push(...objects.flatMap(({ Key: path }) => path ?? []));
      }
      return paths;
    },
    async listFirstFolders() {
      const folders: string[] = [];
      for await (const { CommonPrefixes: found = [] } of listPages({ Delimiter: '/' })) {
        folders.push(...found.flatMap(({ Prefix: folder }) => folder?.replace(/\/$/, '') ?? []));
      }
      return folders;
    },
    async check(signal) {
      await list('health', 1, signal);
    },
  };
}

async function ask<Answer>(doing: string, send: () => Promise<Answer>): Promise<Answer> {
  try {
    return await send();
  } catch (error) {
    if (error instanceof S3ServiceException) throw storageError(error, doing, error.$metadata.httpStatusCode);
    throw new AppError('storage_failed', `File storage did not answer (${doing}).`, { cause: error });
  }
}
