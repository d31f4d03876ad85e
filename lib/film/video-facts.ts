import { AppError } from '../errors.ts';
import { probeMedia } from './ffmpeg.ts';

/** What a film has to know of a moving picture before it reads a frame of it. */
export type VideoFacts = {
  width: number;
  height: number;
  /** Frames at its average rate; of an uneven one the count after it was made even. */
  frames: number;
  fps: number;
  /** The rate as a fraction, `24000/1001`. */
  rate: string;
  durationMs: number;
  /** How its colours were written down. High definition that does not say is BT.709. */
  matrix: 'bt709' | 'bt601';
};

const LEAST_FPS = 5;
const MOST_FPS = 121;
const LEAST_SIDE = 64;
const MOST_SIDE = 4_320;
const SHORTEST_SECONDS = 0.5;
const LONGEST_SECONDS = 180;

/**
 * @param options.decode reads every frame, which finds what is broken inside
 * @throws AppError `render_failed` when it is not a moving picture a film can use
 */
export async function readVideoFacts(
  file: string,
  options: { decode?: boolean } = {},
): Promise<VideoFacts & { format: string }> {
  const { streams, format } = await probeMedia(
    file,
    options.decode ? ['-count_frames', '-select_streams', 'v:0'] : ['-select_streams', 'v:0'],
  );
  const video = streams.find((stream) => stream.codec_type === 'video');
  const rate = [video?.avg_frame_rate, video?.r_frame_rate].find((each) => readRate(each) > 0) ?? '';
  const fps = readRate(rate);
  const { width = 0, height = 0 } = video ?? {};
  const decoded = options.decode ? Number(video?.nb_read_frames) : Number.NaN;
  const seconds =
    [Number(video?.duration), Number(format.duration), decoded / fps].find((each) => each > 0) ?? 0;
  const isUsable =
    fps >= LEAST_FPS &&
    fps <= MOST_FPS &&
    Math.min(width, height) >= LEAST_SIDE &&
    Math.max(width, height) <= MOST_SIDE &&
    seconds >= SHORTEST_SECONDS &&
    seconds <= LONGEST_SECONDS &&
    // A file that was cut off still says how long it was to be.
    !(decoded < Math.floor(seconds * fps * 0.9));
  if (!isUsable) {
    const cause = new Error(`${width}x${height}, ${fps} fps, ${seconds} s, ${decoded} frames read`);
    throw new AppError('render_failed', 'The moving picture cannot be used.', { cause });
  }
  return {
    width,
    height,
    frames: Math.max(1, Math.round(seconds * fps)),
    fps,
    rate,
    durationMs: Math.round(seconds * 1_000),
    matrix: ['smpte170m', 'bt470bg'].includes(video?.color_space ?? '') ? 'bt601' : 'bt709',
    format: format.format_name ?? '',
  };
}

function readRate(rate: string | undefined): number {
  const [over = Number.NaN, under = 1] = (rate ?? '').split('/').map(Number);
  const value = over / under;
  return Number.isFinite(value) ? value : 0;
}
