import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { withDiskFullCode } from '../disk-full.ts';
import { AppError, isAppError } from '../errors.ts';
import { measureLoudness, runFfmpeg } from './ffmpeg.ts';
import { finishTogether } from './finish-together.ts';
import type { Timeline } from './timeline.ts';

/**
 * The film's one sound track: voices at their places, music that steps back while somebody speaks, at the loudness phones
 * and browsers expect.
 */

const SAMPLE_RATE = 48_000;
/** What podcasts and streaming apps aim at (EBU R128 measure), in LUFS. */
const TARGET_LUFS = -16;
/** Music under a story, before it is ducked. */
const MUSIC_LUFS = -27;
const MAX_GAIN_DB = 30;
/** ffmpeg's measure of silence. */
const SILENT_LUFS = -69;
const MUSIC_FADE_OUT_SECONDS = 1.6;
const MONO = `aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:sample_rates=${SAMPLE_RATE}:channel_layouts=mono`;
const STEREO = `aresample=${SAMPLE_RATE},aformat=sample_fmts=fltp:sample_rates=${SAMPLE_RATE}:channel_layouts=stereo`;

export type FilmSoundInput = {
  timeline: Timeline;
  /** One for each scene. */
  narrationPaths: (string | null)[];
  musicPath: string | null;
  workDir: string;
  ffmpegPath: string;
  signal?: AbortSignal | undefined;
};

/**
 * @returns path of an m4a (AAC, 48 kHz, stereo) exactly as long as the film
 * @throws AppError `narration_unreadable`, `disk_full`, `render_failed`; the signal's reason when aborted
 */
export async function renderFilmSound(input: FilmSoundInput): Promise<string> {
  const { timeline, musicPath, ffmpegPath, signal } = input;
  const totalSamples = Math.round((timeline.durationMs * SAMPLE_RATE) / 1_000);
  const hasVoice = input.narrationPaths.some((each) => each !== null);
  const [voice, music] = await finishTogether([
    hasVoice ? renderVoiceTrack(input, totalSamples) : null,
    musicPath ? measureMusic(musicPath, timeline.durationMs, ffmpegPath, signal) : null,
  ]);
  const isVoiceHeard = voice !== null && voice.lufs > SILENT_LUFS;
  const voiceGain = isVoiceHeard ? Math.min(MAX_GAIN_DB, TARGET_LUFS - voice.lufs) : 0;
  const musicTarget = isVoiceHeard ? MUSIC_LUFS : TARGET_LUFS;
  const musicGain = music !== null && music > SILENT_LUFS ? Math.min(MAX_GAIN_DB, musicTarget - music) : 0;

  const exact = `apad=whole_len=${totalSamples},atrim=end_sample=${totalSamples}`;
  const fadeStart = Math.max(0, timeline.durationMs / 1_000 - MUSIC_FADE_OUT_SECONDS).toFixed(3);
  const musicChain = `${STEREO},volume=${musicGain.toFixed(2)}dB,${exact},afade=t=out:st=${fadeStart}:d=${MUSIC_FADE_OUT_SECONDS}`;
  const voiceChain = `${MONO},pan=stereo|c0=c0|c1=c0,volume=${voiceGain.toFixed(2)}dB,${exact},${STEREO}`;
  // A peak of −1.5 dB leaves room for what AAC adds.
  const finish = 'alimiter=limit=0.84:attack=4:release=60:level=0';
  let filterGraph: string;
  if (voice && musicPath) {
    // amix halves both inputs, in old and new versions alike when they are equally long; the volume after it undoes that.
    filterGraph =
      `[0:a]${voiceChain},asplit=2[voice][key];[1:a]${musicChain}[music];` +
      `[music][key]sidechaincompress=threshold=0.03:ratio=5:attack=60:release=700[ducked];` +
      `[voice][ducked]amix=inputs=2:duration=longest,volume=2,${finish}[sound]`;
  } else if (voice) filterGraph = `[0:a]${voiceChain},${finish}[sound]`;
  else if (musicPath) filterGraph = `[0:a]${musicChain},${finish}[sound]`;
  else filterGraph = `[0:a]${STEREO},${exact}[sound]`;

  const target = path.join(input.workDir, 'sound.m4a');
  const sources = [voice?.path, musicPath].filter((each) => typeof each === 'string');
  if (sources.length === 0) sources.push(await writeSilence(input.workDir));
  await runFfmpeg({
    ffmpegPath,
    inputs: sources.map((source) => ({ source })),
    filterGraph,
    outputs: [
      {
        target,
        options: ['-map', '[sound]', '-c:a', 'aac', '-b:a', '128k', '-ac', '2', '-ar', `${SAMPLE_RATE}`],
      },
    ],
    signal,
  });
  return target;
}

/** All voices on one mono track, each at its frame, with silence between. */
async function renderVoiceTrack(
  input: FilmSoundInput,
  totalSamples: number,
): Promise<{ path: string; lufs: number }> {
  const { timeline, ffmpegPath, signal } = input;
  const samplesPerFrame = SAMPLE_RATE / timeline.format.fps;
  const spoken = timeline.scenes.flatMap((scene, index) => {
    const narrationPath = input.narrationPaths[index];
    const startSample = Math.round((scene.startFrame + scene.narrationStartFrame) * samplesPerFrame);
    return narrationPath ? [{ narrationPath, startSample, index }] : [];
  });
  const slots = spoken.map(({ startSample }, position) => {
    const length = (spoken[position + 1]?.startSample ?? totalSamples) - startSample;
    return `[${position}:a]${MONO},atrim=end_sample=${length},apad=whole_len=${length}[slot${position}]`;
  });
  const lead = spoken[0]?.startSample ?? 0;
  const silence = `anullsrc=r=${SAMPLE_RATE}:cl=mono,atrim=end_sample=${Math.max(1, lead)},${MONO}[lead]`;
  const labels = slots.map((_, position) => `[slot${position}]`).join('');
  const target = path.join(input.workDir, 'voice.wav');
  try {
    const lufs = await measureLoudness({
      ffmpegPath,
      inputs: spoken.map(({ narrationPath }) => ({ source: narrationPath })),
      filterGraph:
        `${[silence, ...slots].join(';')};[lead]${labels}concat=n=${slots.length + 1}:v=0:a=1,asplit=2[voice][copy];` +
        '[copy]pan=stereo|c0=c0|c1=c0[measured]',
      measured: 'measured',
      outputs: [{ target, options: ['-map', '[voice]', '-c:a', 'pcm_s16le'] }],
      signal,
    });
    return { path: target, lufs };
  } catch (error) {
    if (!isAppError(error) || error.code !== 'render_failed') throw error;
    throw await findUnreadableNarration(spoken, ffmpegPath, error, signal);
  }
}

/** Says which voice was at fault, or gives the error back when each of them can be read. */
async function findUnreadableNarration(
  spoken: { narrationPath: string; index: number }[],
  ffmpegPath: string,
  failure: AppError,
  signal: AbortSignal | undefined,
): Promise<AppError> {
  for (const { narrationPath, index } of spoken) {
    try {
      await runFfmpeg({
        ffmpegPath,
        inputs: [{ source: narrationPath }],
        outputs: [{ target: '-', options: ['-map', '0:a', '-f', 'null'] }],
        signal,
      });
    } catch (cause) {
      if (!isAppError(cause) || cause.code !== 'render_failed') throw cause;
      return new AppError('narration_unreadable', `The narration of scene ${index + 1} cannot be read.`, {
        cause,
      });
    }
  }
  return failure;
}

/** A moment of nothing for a film without voice and music: players expect a sound track. */
async function writeSilence(workDir: string): Promise<string> {
  const samples = 480;
  const wav = Buffer.alloc(44 + samples * 2);
  wav.write('RIFF', 0, 'latin1');
  wav.writeUInt32LE(36 + samples * 2, 4);
  wav.write('WAVEfmt ', 8, 'latin1');
  wav.writeUInt32LE(16, 16);
  wav.writeUInt16LE(1, 20);
  wav.writeUInt16LE(1, 22);
  wav.writeUInt32LE(SAMPLE_RATE, 24);
  wav.writeUInt32LE(SAMPLE_RATE * 2, 28);
  wav.writeUInt16LE(2, 32);
  wav.writeUInt16LE(16, 34);
  wav.write('data', 36, 'latin1');
  wav.writeUInt32LE(samples * 2, 40);
  const file = path.join(workDir, 'silence.wav');
  await withDiskFullCode(() => writeFile(file, wav));
  return file;
}

function measureMusic(
  musicPath: string,
  durationMs: number,
  ffmpegPath: string,
  signal: AbortSignal | undefined,
): Promise<number> {
  return measureLoudness({
    ffmpegPath,
    inputs: [{ source: musicPath }],
    filterGraph: `[0:a]${STEREO},atrim=end=${(durationMs / 1_000).toFixed(3)}[measured]`,
    measured: 'measured',
    outputs: [],
    signal,
  });
}
