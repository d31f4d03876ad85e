import path from 'node:path';
import { AppError, isAppError } from '../errors.ts';
import { measureLoudness, probeMedia, runFfmpeg } from './ffmpeg.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { LEAD_SECONDS, PAUSE_SECONDS, TAIL_SECONDS } from './story-audio-pauses.ts';

const SAMPLE_RATE = 48_000;
/** As the film's: what podcasts aim at (EBU R128), in LUFS. */
const TARGET_LUFS = -16;
const MAX_GAIN_DB = 30;
const SILENT_LUFS = -69;
const MONO = `aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:sample_rates=${SAMPLE_RATE}:channel_layouts=mono`;

export type StoryAudioInput = {
  /** In the order of the story; whatever ffmpeg decodes. */
  narrationPaths: string[];
  title: string;
  workDir: string;
  signal?: AbortSignal | undefined;
};

/**
 * All narrations of a story as one file, with a pause between pages: for listening without a screen.
 *
 * @returns an m4a (AAC, 48 kHz, mono, index first) in the work directory and its length
 * @throws AppError `narration_unreadable`, `disk_full`, `render_failed`; the signal's reason when aborted
 */
export async function renderStoryAudio(
  input: StoryAudioInput,
): Promise<{ path: string; durationMs: number }> {
  const { narrationPaths, workDir, signal } = input;
  const { ffmpegPath } = await getFfmpegBinaries();
  const joined = path.join(workDir, 'joined.wav');
  const pages = narrationPaths.map((_, index) => {
    const isLast = index === narrationPaths.length - 1;
    const before = index === 0 ? `,adelay=${LEAD_SECONDS * 1_000}` : '';
    const restSamples = Math.round((isLast ? TAIL_SECONDS : PAUSE_SECONDS) * SAMPLE_RATE);
    return `[${index}:a]${MONO}${before},apad=pad_len=${restSamples}[page${index}]`;
  });
  const labels = narrationPaths.map((_, index) => `[page${index}]`).join('');
  const lufs = await measureLoudness({
    ffmpegPath,
    inputs: narrationPaths.map((source) => ({ source })),
    filterGraph: `${pages.join(';')};${labels}concat=n=${narrationPaths.length}:v=0:a=1,asplit=2[voice][measured]`,
    measured: 'measured',
    outputs: [{ target: joined, options: ['-map', '[voice]', '-c:a', 'pcm_s16le'] }],
    signal,
  }).catch((error: unknown) => {
    if (!isAppError(error) || error.code !== 'render_failed') throw error;
    throw new AppError('narration_unreadable', 'A narration of the story cannot be read.', { cause: error });
  });
  const gain = lufs > SILENT_LUFS ? Math.min(MAX_GAIN_DB, TARGET_LUFS - lufs) : 0;
  const target = path.join(workDir, 'story.m4a');
  await runFfmpeg({
    ffmpegPath,
    inputs: [{ source: joined }],
    filterGraph: `[0:a]volume=${gain.toFixed(2)}dB,alimiter=limit=0.84:attack=4:release=60:level=0[sound]`,
    outputs: [
      {
        target,
        options: [
          ...['-map', '[sound]', '-c:a', 'aac', '-b:a', '96k', '-ac', '1', '-ar', `${SAMPLE_RATE}`],
          ...['-metadata', `title=${input.title}`, '-metadata:s:a:0', 'language=eng'],
          ...['-movflags', '+faststart', '-f', 'ipod'],
        ],
      },
    ],
    signal,
  });
  const { format } = await probeMedia(target);
  return { path: target, durationMs: Math.round(Number(format.duration) * 1_000) };
}
