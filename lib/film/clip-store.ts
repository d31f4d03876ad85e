import { constants, createReadStream, createWriteStream } from 'node:fs';
import { access, mkdir, rename, rm } from 'node:fs/promises';
import path from 'node:path';
import { pipeline } from 'node:stream/promises';
import { withDiskFullCode } from '../disk-full.ts';

/** Where encoded clips are kept between renders, by the hash of everything that decides their pixels. */
export type ClipStore = {
  /** The path of a local file that holds the clip, or null. The file is only read, and only during the render. */
  get(contentHash: string): Promise<string | null>;
  /** Keeps a copy; the file itself belongs to the render. */
  put(contentHash: string, filePath: string): Promise<void>;
};

/** Clips as files in a directory, which is made when needed. @throws AppError `disk_full` */
export function createDirectoryClipStore(directory: string): ClipStore {
  const fileOf = (contentHash: string) => path.join(directory, `${contentHash}.mp4`);
  return {
    async get(contentHash) {
      const file = fileOf(contentHash);
      return access(file, constants.R_OK).then(
        () => file,
        () => null,
      );
    },
    async put(contentHash, filePath) {
      await withDiskFullCode(async () => {
        await mkdir(directory, { recursive: true });
        // Renamed into place, so that a reader never meets half a clip.
        const half = `${fileOf(contentHash)}.${process.pid}.part`;
        try {
          await pipeline(createReadStream(filePath), createWriteStream(half));
          await rename(half, fileOf(contentHash));
        } catch (error) {
          await rm(half, { force: true });
          throw error;
        }
      });
    },
  };
}
