import { readFile, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withDiskFullCode } from '../disk-full.ts';
import { AppError, isAppError } from '../errors.ts';
import { runFfmpeg } from '../film/ffmpeg.ts';
import { getFfmpegBinaries } from '../film/ffmpeg-binaries.ts';
import { withWorkDir } from '../film/work-dir.ts';

/**
 * Sound in any container that ffmpeg reads (FLAC, MP3, Ogg, MP4, WebM) as a WAV of 16-bit samples with the rate and the
 * channels it had. A WAV comes back as it is.
 * @throws AppError `narration_unreadable` when the bytes are no sound, `disk_full`; the signal's reason when it fires
 */
export async function toWav(bytes: Uint8Array, signal?: AbortSignal): Promise<Uint8Array> {
  if (isWav(bytes)) return bytes;
  const { ffmpegPath } = await getFfmpegBinaries();
  // Files and no pipes: an MP4 may have its index at the end, and only a file gets its true length into the header.
  return withWorkDir('wav', async (directory) => {
    const [source, target] = [path.join(directory, 'sound'), path.join(directory, 'sound.wav')];
    await withDiskFullCode(() => writeFile(source, bytes));
    try {
      await runFfmpeg({
        ffmpegPath,
        inputs: [{ source }],
        outputs: [{ target, options: ['-vn', '-map', '0:a:0', '-c:a', 'pcm_s16le', '-f', 'wav'] }],
        signal,
      });
    } catch (error) {
      if (isAppError(error) && error.code === 'render_failed') {
        throw new AppError('narration_unreadable', 'The sound cannot be read.', { cause: error });
      }
      throw error;
    }
    return readFile(target);
  });
}

function isWav(bytes: Uint8Array): boolean {
  const ascii = (start: number, end: number) => String.fromCharCode(...bytes.subarray(start, end));
  return ascii(0, 4) === 'RIFF' && ascii(8, 12) === 'WAVE';
}
