import { stat, writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withDiskFullCode } from '../disk-full.ts';
import { AppError } from '../errors.ts';
import type { ClipStore } from './clip-store.ts';
import { getFfmpegBinaries } from './ffmpeg-binaries.ts';
import { buildFilmFormat, type FilmFormat, framesToMs } from './film-format.ts';
import type { FilmInput, FilmOutput } from './film-input.ts';
import { muxFilm, renderPoster } from './film-mux.ts';
import { renderFilmSound } from './film-sound.ts';
import { finishTogether } from './finish-together.ts';
import { readMp4Facts } from './mp4-facts.ts';
import { renderClips } from './render-clips.ts';
import { restSubtitles } from './rest-subtitles.ts';
import { buildSubRip, buildWebVtt } from './subtitles.ts';
import { buildFilmTimeline, type Timeline } from './timeline.ts';

export type { FilmInput, FilmOutput } from './film-input.ts';

export type RenderFilmContext = {
  /** The caller's directory for everything this makes, results included; nothing is written elsewhere. */
  workDir: string;
  clips: ClipStore;
  signal?: AbortSignal;
  /** 0…1, growing. */
  onProgress?: (fraction: number) => void;
};

/** Frames are nearly all of the work; the rest is joining. */
const FRAMES_SHARE = 0.95;

/**
 * Makes the film: plans it, mixes the sound while clips are painted and encoded, joins them and adds subtitles.
 *
 * @returns H.264 + AAC in mp4 (yuv420p, BT.709, index first, mov_text subtitles), WebVTT and a poster, all in the work dir
 * @throws AppError `invalid_request` (no scenes), `picture_unreadable`, `narration_unreadable`, `disk_full`,
 *   `render_failed`; the signal's reason when aborted, after every process and thread it started has ended
 */
export function renderFilm(input: FilmInput, context: RenderFilmContext): Promise<FilmOutput> {
  return renderFilmInFormat(input, buildFilmFormat(input), context);
}

/** `renderFilm` in a size of the caller's choice; width and height are even. */
export async function renderFilmInFormat(
  input: FilmInput,
  format: FilmFormat,
  context: RenderFilmContext,
): Promise<FilmOutput> {
  const { workDir, clips, onProgress } = context;
  if (input.scenes.length === 0) throw new AppError('invalid_request', 'A film needs at least one scene.');
  context.signal?.throwIfAborted();
  const binaries = await getFfmpegBinaries();
  const { ffmpegPath } = binaries;
  const timeline = buildFilmTimeline(input, format);

  // Ours as well as the caller's: when the sound fails the frames need not be finished, and the other way round.
  const failed = new AbortController();
  const stop = (error: unknown) => failed.abort(error);
  const signal = context.signal ? AbortSignal.any([context.signal, failed.signal]) : failed.signal;
  const [clipPaths, soundPath] = await finishTogether(
    [
      renderClips({
        timeline,
        input,
        binaries,
        clips,
        workDir,
        signal,
        onProgress: onProgress && ((fraction) => onProgress(fraction * FRAMES_SHARE)),
      }),
      renderFilmSound({
        timeline,
        narrationPaths: input.scenes.map((scene) => scene.narrationPath),
        musicPath: input.music?.path ?? null,
        workDir,
        ffmpegPath,
        signal,
      }),
    ],
    stop,
  );

  const filmPath = path.join(workDir, 'film.mp4');
  const captionsPath = path.join(workDir, 'captions.vtt');
  const posterPath = path.join(workDir, 'poster.jpg');
  await withDiskFullCode(() => writeFile(captionsPath, buildWebVtt(timeline)));
  await finishTogether(
    [
      muxFilm({
        clipPaths,
        soundPath,
        subRip: buildSubRip(timeline),
        title: input.title,
        target: filmPath,
        workDir,
        ffmpegPath,
        signal,
      }),
      renderPoster({
        clipPath: clipPaths[0] ?? '',
        atMs: posterTimeMs(timeline),
        target: posterPath,
        ffmpegPath,
        signal,
      }),
    ],
    stop,
  );

  if (input.burnedCaptions) await withDiskFullCode(() => restSubtitles(filmPath));
  const facts = await readMp4Facts(filmPath);
  if (facts?.videoFrames !== timeline.totalFrames) {
    const cause = new Error(
      `the film has ${facts?.videoFrames} frames, planned were ${timeline.totalFrames}`,
    );
    throw new AppError('render_failed', 'The film could not be made.', { cause });
  }
  const { size: bytes } = await stat(filmPath);
  onProgress?.(1);
  return {
    filmPath,
    captionsPath,
    posterPath,
    durationMs: timeline.durationMs,
    width: format.width,
    height: format.height,
    bytes,
  };
}

/** When the title stands, or a moment after the start when there is none. */
function posterTimeMs({ scenes, format }: Timeline): number {
  const [title] = scenes[0]?.cards ?? [];
  const frame =
    title?.kind === 'title' ? (title.startFrame + title.endFrame) / 2 : (scenes[0]?.fadeInFrames ?? 0) + 1;
  return framesToMs(Math.floor(frame), format.fps);
}
