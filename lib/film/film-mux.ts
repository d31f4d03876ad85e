import { once } from 'node:events';
import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { Writable } from 'node:stream';
import { withDiskFullCode } from '../disk-full.ts';
import { runFfmpeg } from './ffmpeg.ts';

/** Joining finished parts into one file; nothing is encoded here. */
export type FilmMuxInput = {
  /** Encoded clips in order, all with the same parameter sets. */
  clipPaths: string[];
  soundPath: string;
  subRip: string;
  title: string;
  target: string;
  workDir: string;
  ffmpegPath: string;
  signal?: AbortSignal | undefined;
};

/** @throws AppError `disk_full`, `render_failed`; the signal's reason when aborted */
export async function muxFilm(input: FilmMuxInput): Promise<void> {
  const listPath = path.join(input.workDir, 'clips.txt');
  const subtitlesPath = path.join(input.workDir, 'subtitles.srt');
  // The list's own quoting: a quote inside a quoted name ends it, is escaped, and begins it again.
  const list = input.clipPaths.map((file) => `file '${path.resolve(file).replaceAll("'", "'\\''")}'\n`);
  await withDiskFullCode(async () => {
    await writeFile(listPath, list.join(''));
    await writeFile(subtitlesPath, input.subRip);
  });
  const hasSubtitles = input.subRip.trim() !== '';
  await runFfmpeg({
    ffmpegPath: input.ffmpegPath,
    inputs: [
      { source: listPath, options: ['-f', 'concat', '-safe', '0'] },
      { source: input.soundPath },
      ...(hasSubtitles ? [{ source: subtitlesPath }] : []),
    ],
    outputs: [
      {
        target: input.target,
        options: [
          ...['-map', '0:v', '-map', '1:a'],
          ...(hasSubtitles ? ['-map', '2:s', '-c:s', 'mov_text', '-metadata:s:s:0', 'language=eng'] : []),
          ...['-c:v', 'copy', '-c:a', 'copy', '-metadata:s:a:0', 'language=eng'],
          ...['-metadata', `title=${input.title}`, '-metadata', 'encoder=Storyloom'],
          ...['-video_track_timescale', '90000', '-movflags', '+faststart', '-f', 'mp4'],
        ],
      },
    ],
    signal: input.signal,
  });
}

/**
 * Writes the picture shown before the film is started: one frame of a clip, as JPEG. ffmpeg's picture writer does not notice
 * a full disk, so the bytes come to us and we write them.
 *
 * @throws AppError `disk_full`, `render_failed`; the signal's reason when aborted
 */
export async function renderPoster(options: {
  clipPath: string;
  atMs: number;
  target: string;
  ffmpegPath: string;
  signal?: AbortSignal | undefined;
}): Promise<void> {
  const chunks: Buffer[] = [];
  const jpeg = new Writable({
    // fluent-ffmpeg takes the close of an output for a failure.
    emitClose: false,
    write(chunk: Buffer, _encoding, done) {
      chunks.push(chunk);
      done();
    },
  });
  const allArrived = once(jpeg, 'finish');
  await runFfmpeg({
    ffmpegPath: options.ffmpegPath,
    inputs: [{ source: options.clipPath, options: ['-ss', (options.atMs / 1_000).toFixed(3)] }],
    outputs: [{ target: jpeg, options: ['-frames:v', '1', '-c:v', 'mjpeg', '-q:v', '3', '-f', 'mjpeg'] }],
    signal: options.signal,
  });
  await allArrived;
  await withDiskFullCode(() => writeFile(options.target, Buffer.concat(chunks)));
}
