import { createHash, randomUUID } from 'node:crypto';
import { constants } from 'node:fs';
import { copyFile, mkdir, open, readdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import type { Readable } from 'node:stream';
import { StorageError, tooLarge } from './storage-error.ts';

/** What is known of a file once it is written. */
export type WrittenFile = { version: string; bytes: number; eTag: string };

/**
 * Where the bytes are. Every upload is a file of its own, named after its version and never changed afterwards: names
 * given by callers never reach the file system, and a crash leaves the old object or the new one, never half of one.
 */
export type ObjectFiles = {
  getPath(version: string): string;
  /** @throws StorageError `EntityTooLarge` above `maxBytes`, `InsufficientStorage` when the disk is full; nothing is left */
  write(source: Readable, maxBytes: number): Promise<WrittenFile>;
  copy(version: string): Promise<string>;
  remove(versions: string[]): Promise<void>;
  /** Every version there is, whether anybody knows of it or not. */
  listVersions(): Promise<string[]>;
};

export async function openObjectFiles(directory: string): Promise<ObjectFiles> {
  const drafts = path.join(directory, 'drafts');
  await mkdir(drafts, { recursive: true, mode: 0o700 });
  // Left by uploads that a crash cut short.
  for (const name of await readdir(drafts)) await rm(path.join(drafts, name), { force: true });

  const getPath = (version: string) => path.join(directory, version.slice(0, 2), version);
  const keep = async (draft: string, version: string) => {
    await mkdir(path.dirname(getPath(version)), { recursive: true, mode: 0o700 });
    await rename(draft, getPath(version));
  };
  const withDraft = async <Result>(work: (draft: string, version: string) => Promise<Result>) => {
    const version = randomUUID();
    const draft = path.join(drafts, version);
    try {
      const result = await work(draft, version);
      await keep(draft, version);
      return result;
    } catch (error) {
      await rm(draft, { force: true });
      throw toStorageError(error);
    }
  };

  return {
    getPath,
    write: (source, maxBytes) =>
      withDraft(async (draft, version) => ({ version, ...(await writeDraft(draft, source, maxBytes)) })),
    copy: (from) =>
      withDraft(async (draft, version) => {
        await copyFile(getPath(from), draft, constants.COPYFILE_FICLONE);
        return version;
      }),
    async remove(versions) {
      for (const version of versions) await rm(getPath(version), { force: true });
    },
    async listVersions() {
      const folders = (await readdir(directory)).filter((name) => /^[0-9a-f]{2}$/.test(name));
      const names = await Promise.all(folders.map((name) => readdir(path.join(directory, name))));
      return names.flat();
    },
  };
}

async function writeDraft(
  draft: string,
  source: Readable,
  maxBytes: number,
): Promise<{ bytes: number; eTag: string }> {
  const file = await open(draft, 'wx', 0o600);
  try {
    const digest = createHash('md5');
    let bytes = 0;
    // The source stays open when we stop reading: a request's connection still has to carry the refusal.
    for await (const chunk of source.iterator({ destroyOnReturn: false }) as AsyncIterable<Buffer>) {
      bytes += chunk.length;
      if (bytes > maxBytes) throw tooLarge();
      digest.update(chunk);
      await writeAll(file, chunk);
    }
    // The row that names this file survives a power cut, so its bytes must too.
    await file.datasync();
    return { bytes, eTag: `"${digest.digest('hex')}"` };
  } finally {
    await file.close();
  }
}

async function writeAll(file: Awaited<ReturnType<typeof open>>, chunk: Buffer): Promise<void> {
  for (let offset = 0; offset < chunk.length; ) {
    offset += (await file.write(chunk, offset)).bytesWritten;
  }
}

function toStorageError(error: unknown): unknown {
  const code = error instanceof Error && 'code' in error ? error.code : undefined;
  return code === 'ENOSPC' || code === 'EDQUOT'
    ? new StorageError(507, 'InsufficientStorage', 'There is no space left on the disk', { cause: error })
    : error;
}
