import type { Readable, Writable } from 'node:stream';
import createCommand, { type FfprobeData } from 'fluent-ffmpeg';
import { AppError } from '../errors.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';

/** The one file that talks to fluent-ffmpeg. Everything it throws is an AppError, except the reason of an abort. */
export type FfmpegJob = {
  ffmpegPath: string;
  inputs: { source: string | Readable; options?: string[] }[];
  filterGraph?: string;
  outputs: { target: string | Writable; options: string[] }[];
  /** `info` when the output on stderr is the result, as with measuring filters. */
  logLevel?: 'error' | 'info';
  signal?: AbortSignal | undefined;
};

// ffmpeg has one exit code for everything; the operating system's sentence in its log is the only trace of the reason.
const DISK_FULL_SENTENCES = ['No space left on device', 'Disk quota exceeded'];

/** Lines of stderr kept for the cause of a failure. */
const STDERR_TAIL_LINES = 30;

function toRenderError(cause: Error, stderr: string): AppError {
  const tail = stderr.trim().split('\n').slice(-STDERR_TAIL_LINES).join('\n');
  const reason = new Error(tail || cause.message, { cause });
  return DISK_FULL_SENTENCES.some((sentence) => stderr.includes(sentence))
    ? new AppError('disk_full', 'There is no room left on the disk.', { cause: reason })
    : new AppError('render_failed', 'The film could not be made.', { cause: reason });
}

function globalOptions(logLevel: string): string[] {
  // -xerror: without it a disk that is full at the very end still exits with 0.
  return ['-hide_banner', '-nostdin', '-xerror', '-loglevel', logLevel];
}

/**
 * Runs ffmpeg to its end.
 *
 * @returns what it wrote to stderr (its last 100 lines)
 * @throws AppError `disk_full`, or `render_failed` with the end of stderr as its cause; the signal's reason when aborted
 */
export function runFfmpeg(job: FfmpegJob): Promise<string> {
  const { promise, resolve, reject } = Promise.withResolvers<string>();
  if (job.signal?.aborted) return Promise.reject(job.signal.reason);

  const command = createCommand().setFfmpegPath(job.ffmpegPath);
  for (const [index, input] of job.inputs.entries()) {
    command.input(input.source);
    // One argument each: given as a list, options with a space in them would be split.
    const options = [
      ...(index === 0 ? globalOptions(job.logLevel ?? 'error') : []),
      ...(input.options ?? []),
    ];
    if (options.length > 0) command.inputOptions(...options);
  }
  if (job.filterGraph) command.complexFilter(job.filterGraph);
  for (const output of job.outputs) command.output(output.target).outputOptions(...output.options);

  const kill = () => command.kill('SIGKILL');
  job.signal?.addEventListener('abort', kill, { once: true });
  const settle = (finish: () => void) => {
    job.signal?.removeEventListener('abort', kill);
    finish();
  };
  command.on('start', () => {
    // Aborted while the process was being started: there was nothing to kill yet.
    if (job.signal?.aborted) kill();
  });
  command.on('error', (error: Error, _stdout: string | null, stderr: string | null) =>
    settle(() => reject(job.signal?.aborted ? job.signal.reason : toRenderError(error, stderr ?? ''))),
  );
  command.on('end', (_stdout: string | null, stderr: string | null) =>
    settle(() => {
      const log = stderr ?? '';
      if (DISK_FULL_SENTENCES.some((sentence) => log.includes(sentence))) {
        reject(toRenderError(new Error('ffmpeg ended as if all were well'), log));
      } else resolve(log);
    }),
  );
  command.run();
  return promise;
}

/** What a media file holds, as ffprobe sees it, asked with more options where wanted. @throws AppError `render_failed` when it is no media file */
export async function probeMedia(file: string, options: string[] = []): Promise<FfprobeData> {
  const { ffprobePath } = await getFfmpegBinaries();
  return new Promise((resolve, reject) => {
    createCommand(file)
      .setFfprobePath(ffprobePath)
      .ffprobe(options, (error: Error | null, data) =>
        error
          ? reject(new AppError('render_failed', 'The file is not media.', { cause: error }))
          : resolve(data),
      );
  });
}

/**
 * Runs a job and measures the integrated loudness (EBU R128) of one label of its filter graph.
 *
 * @returns LUFS; −70 for silence
 */
export async function measureLoudness(job: FfmpegJob & { measured: string }): Promise<number> {
  const log = await runFfmpeg({
    ...job,
    filterGraph: `${job.filterGraph};[${job.measured}]ebur128=framelog=verbose[loudness]`,
    outputs: [...job.outputs, { target: '-', options: ['-map', '[loudness]', '-f', 'null'] }],
    logLevel: 'info',
  });
  // The graph is set up twice, once before the input's format is known, and each ends with a summary: the last one counts.
  const match = [...log.matchAll(/\bI:\s+(-?[\d.]+|-?inf|nan) LUFS/gu)].at(-1);
  const lufs = Number(match?.[1]);
  return Number.isFinite(lufs) ? lufs : -70;
}
