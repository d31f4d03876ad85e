import { copyFile, readFile } from 'node:fs/promises';
import { loadavg } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { type ClipStore, createDirectoryClipStore } from '../../lib/film/clip-store.ts';
import { createSampleFilm } from '../../lib/film/fixtures/sample-film.ts';
import { type FilmInput, type FilmOutput, renderFilm } from '../../lib/film/render-film.ts';
import { withWorkDir } from '../../lib/film/work-dir.ts';
import { closeWorkerPool } from '../../lib/worker-pool.ts';
import { measureTreeMegabytes } from './memory.ts';

/** One line of the figures: what was measured, and what it should be at most. */
export type FilmFigure = { what: string; value: string; goal: string };

type Measured = { film: FilmOutput; seconds: number; cpuSeconds: number; peakMegabytes: number };

const CLOCK_TICKS_PER_SECOND = 100;
const FORGETFUL: ClipStore = { get: async () => null, put: async () => undefined };

/** Processor time of this process and the children it has waited for, in seconds; Linux only, NaN elsewhere. */
async function readCpuSeconds(): Promise<number> {
  if (process.platform !== 'linux') return Number.NaN;

  const fields = (await readFile('/proc/self/stat', 'utf8')).split(') ')[1]?.split(' ') ?? [];
  // proc_pid_stat(5): utime, stime, cutime, cstime are fields 14 to 17; the state is field 3.
  return fields.slice(11, 15).reduce((sum, field) => sum + Number(field), 0) / CLOCK_TICKS_PER_SECOND;
}

async function render(input: FilmInput, clips: ClipStore): Promise<Measured> {
  return withWorkDir('bench', async (workDir) => {
    const before =
      process.platform === 'linux' ? (await measureTreeMegabytes([process.pid])).total : Number.NaN;
    let peak = before;
    let isRunning = true;
    const watch = (async () => {
      while (isRunning && process.platform === 'linux') {
        peak = Math.max(peak, (await measureTreeMegabytes([process.pid])).total);
        await new Promise((resolve) => setTimeout(resolve, 150));
      }
    })();
    const cpuBefore = await readCpuSeconds();
    const start = performance.now();
    const film = await renderFilm(input, { workDir, clips });
    const seconds = (performance.now() - start) / 1_000;
    const cpuSeconds = (await readCpuSeconds()) - cpuBefore;
    isRunning = false;
    await watch;
    return { film, seconds, cpuSeconds, peakMegabytes: peak - before };
  });
}

function describe(what: string, measured: Measured, goal: string): FilmFigure[] {
  const filmSeconds = measured.film.durationMs / 1_000;
  const load = loadavg()[0]?.toFixed(2);
  return [
    {
      what: `${what}, ${filmSeconds.toFixed(0)} s of film: seconds per second`,
      value: `${(measured.seconds / filmSeconds).toFixed(3)} s`,
      goal,
    },
    {
      what: `    took; processor time; load`,
      value: `${measured.seconds.toFixed(2)} s; ${measured.cpuSeconds.toFixed(2)} s; ${load}`,
      goal: '',
    },
    { what: '    memory over idle', value: `${measured.peakMegabytes.toFixed(0)} MB`, goal: '≤ 400 MB' },
  ];
}

/** Renders a four-scene film of half a minute in both resolutions, and again after one scene changed. */
export async function measureFilm(): Promise<FilmFigure[]> {
  return withWorkDir('bench-source', async (directory) => {
    const input = await createSampleFilm(directory);
    // Threads and fonts are loaded by the first film of a process; people wait for the later ones.
    await render({ ...input, scenes: input.scenes.slice(0, 2) }, FORGETFUL);

    const clips = createDirectoryClipStore(path.join(directory, 'clips'));
    const figures = describe('film at 720p25', await render(input, clips), '≤ 0.2');

    const redrawn = path.join(directory, 'redrawn.png');
    await copyFile(input.scenes[3]?.picturePath ?? '', redrawn);
    const scenes = input.scenes.map((scene, index) =>
      index === 1 ? { ...scene, picturePath: redrawn, contentHash: 'redrawn' } : scene,
    );
    const again = await render({ ...input, scenes }, clips);
    figures.push({
      what: 'film again after one of 4 scenes changed',
      value: `${again.seconds.toFixed(2)} s`,
      goal: '≤ 2 s',
    });
    figures.push({ what: '    processor time', value: `${again.cpuSeconds.toFixed(2)} s`, goal: '' });
    const large = await render({ ...input, resolution: '1080p', fps: 30 }, FORGETFUL);
    figures.push(...describe('film at 1080p30', large, '≤ 0.5'));
    return figures;
  });
}

if (process.argv[1] && import.meta.url === pathToFileURL(process.argv[1]).href) {
  for (const { what, value, goal } of await measureFilm()) {
    console.log(`${what.padEnd(60)} ${value.padStart(26)}   ${goal && `goal ${goal}`}`);
  }
  await closeWorkerPool();
}
