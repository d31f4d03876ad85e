import { withDiskFullCode } from '../../disk-full.ts';
import { AppError, toAppError } from '../../errors.ts';
import type { MusicMood } from '../../story/schema.ts';
import { runInWorker } from '../../worker-pool.ts';
import type { ComposeInput, ComposeOutput } from './compose.worker.ts';

const LONGEST_MUSIC_MS = 20 * 60_000;
const SHORTEST_MUSIC_MS = 1_000;

export type MusicRequest = { mood: MusicMood; seed: number; durationMs: number; signal?: AbortSignal };

/**
 * Composes and plays music for a story in a worker thread: stereo 16-bit WAV at 32 kHz, about −23 LUFS, faded in and
 * out, exactly `durationMs` long (1 s to 20 min; others are brought into that range). The same mood, seed and length give
 * the same bytes.
 * @param request.toFile where to write the WAV instead of returning it: for long pieces, which are then never in memory
 * @throws AppError `disk_full`, or `internal` when the file cannot be written; `AbortError` when the signal fires
 */
export function composeMusic(request: MusicRequest & { toFile: string }): Promise<{ durationMs: number }>;
export function composeMusic(
  request: MusicRequest,
): Promise<{ wav: Uint8Array<ArrayBuffer>; durationMs: number }>;
export async function composeMusic(
  request: MusicRequest & { toFile?: string },
): Promise<{ wav?: Uint8Array<ArrayBuffer>; durationMs: number }> {
  const { mood, seed, signal } = request;
  const durationMs = Math.min(LONGEST_MUSIC_MS, Math.max(SHORTEST_MUSIC_MS, request.durationMs));
  const toFile = request.toFile ?? null;
  const music = await withDiskFullCode(() =>
    runInWorker<ComposeInput, ComposeOutput>(
      'lib/builtin/music/compose.worker.ts',
      { mood, seed, durationMs, toFile },
      { signal },
    ),
  ).catch((error: unknown) => {
    throw signal?.aborted ? error : toAppError(error, 'internal', 'The music could not be made.');
  });
  if (toFile !== null) return { durationMs: music.durationMs };
  if (!music.wav) throw new AppError('internal', 'The music was not returned.');
  return { wav: music.wav, durationMs: music.durationMs };
}
