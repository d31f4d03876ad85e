import { execFile } from 'node:child_process';
import { constants } from 'node:fs';
import { access, chmod } from 'node:fs/promises';
import path from 'node:path';
import { promisify } from 'node:util';
import ffmpegInstaller from '@ffmpeg-installer/ffmpeg';
import ffprobeInstaller from '@ffprobe-installer/ffprobe';
import { AppError } from '../errors.ts';

/** Which programs make and examine films, and the version line that says what their output looks like. */
export type FfmpegBinaries = { ffmpegPath: string; ffprobePath: string; version: string };

const run = promisify(execFile);
/** libavutil 56.51 came with ffmpeg 4.3; builds from git carry no release number, but always this one. */
const OLDEST_SYSTEM_LIBAVUTIL = [56, 51] as const;

async function isExecutable(file: string): Promise<boolean> {
  return access(file, constants.X_OK).then(
    () => true,
    () => false,
  );
}

async function findOnPath(program: string): Promise<string | null> {
  for (const directory of (process.env.PATH ?? '').split(path.delimiter)) {
    const file = path.join(directory, process.platform === 'win32' ? `${program}.exe` : program);
    if (directory && (await isExecutable(file))) return file;
  }
  return null;
}

async function readVersion(file: string): Promise<string> {
  const { stdout } = await run(file, ['-hide_banner', '-version'], { timeout: 20_000 });
  return stdout;
}

/** True for ffmpeg 4.3 or later built with the encoder we need. */
function isGoodSystemVersion(version: string): boolean {
  const match = /libavutil\s+(\d+)\.\s*(\d+)/u.exec(version);
  if (!match || !version.includes('--enable-libx264')) return false;
  const [major, minor] = [Number(match[1]), Number(match[2])];
  return (
    major > OLDEST_SYSTEM_LIBAVUTIL[0] ||
    (major === OLDEST_SYSTEM_LIBAVUTIL[0] && minor >= OLDEST_SYSTEM_LIBAVUTIL[1])
  );
}

async function chooseFfmpeg(): Promise<{ file: string; version: string }> {
  const configured = process.env.FFMPEG_PATH;
  if (configured) {
    try {
      return { file: configured, version: await readVersion(configured) };
    } catch (error) {
      throw new AppError('misconfigured', 'FFMPEG_PATH does not name a program that runs.', { cause: error });
    }
  }
  const system = await findOnPath('ffmpeg');
  if (system) {
    // A system ffmpeg that cannot even print its version is as good as none: the bundled one is next.
    const version = await readVersion(system).catch(() => '');
    if (isGoodSystemVersion(version)) return { file: system, version };
  }
  return { file: ffmpegInstaller.path, version: await readVersion(ffmpegInstaller.path) };
}

async function chooseFfprobe(): Promise<string> {
  if (process.env.FFPROBE_PATH) return process.env.FFPROBE_PATH;
  const system = await findOnPath('ffprobe');
  if (system && isProbeVersion(await readVersion(system).catch(() => ''))) return system;
  // The package's own install script sets the mode, but it does not run under --ignore-scripts.
  if (!(await isExecutable(ffprobeInstaller.path))) await chmod(ffprobeInstaller.path, 0o755);
  return ffprobeInstaller.path;
}

function isProbeVersion(version: string): boolean {
  return version.startsWith('ffprobe version');
}

let chosen: Promise<FfmpegBinaries> | undefined;

/**
 * `FFMPEG_PATH`, else a system ffmpeg of 4.3 or later with x264, else the one from npm; the same for ffprobe with
 * `FFPROBE_PATH`. Asked once per process.
 *
 * @throws AppError `misconfigured` when the environment names a program that does not run
 */
export function getFfmpegBinaries(): Promise<FfmpegBinaries> {
  chosen ??= (async () => {
    const [{ file, version }, ffprobePath] = await Promise.all([chooseFfmpeg(), chooseFfprobe()]);
    const [versionLine = ''] = version.split('\n');
    return { ffmpegPath: file, ffprobePath, version: versionLine };
  })();
  // A failure is not remembered: the environment may be mended while the process lives.
  chosen.catch(() => {
    chosen = undefined;
  });
  return chosen;
}
