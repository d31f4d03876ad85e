import { availableParallelism, loadavg } from 'node:os';
import { setTimeout as sleep } from 'node:timers/promises';
import { startApp } from '../../tests/support/start-app.ts';
import { ApiError, createApi } from '../story/api.ts';
import { measureFilm } from './film.ts';
import { measureTreeMegabytes } from './memory.ts';

/**
 * `npm run bench`: the figures of a whole installation with the built-in engines, on ports and data of its own. Prints
 * each with its goal and the machine's load; asserts nothing, because machines differ and are shared.
 */
const RUNS = 3;
const PROMPTS = [
  'A brave little mouse looks for a magical cheese',
  'Nova the fox and her robot friend Bip explore a candy galaxy',
  'Two brothers, Tom and Ali, build a treehouse',
  'A shy dragon who is afraid of the dark makes a friend',
];
type Row = { what: string; value: string; goal: string };
const rows: Row[] = [];
const load = () =>
  loadavg()
    .map((value) => value.toFixed(2))
    .join(' ');
const note = (what: string, value: string, goal = '') => {
  rows.push({ what, value, goal });
  console.log(`${what.padEnd(58)} ${value.padStart(14)}   ${goal && `goal ${goal}`}`);
};

console.log(`${availableParallelism()} cores, load ${load()}`);
const coldStart = performance.now();
const app = await startApp();
note(
  'first start (built, empty data folder)',
  seconds(performance.now() - coldStart),
  '≤ 60 s with the build',
);
try {
  await app.end('SIGTERM');
  const warmStart = performance.now();
  await app.restart();
  note('later start', seconds(performance.now() - warmStart), '≤ 6 s');

  await sleep(5_000);
  const idle = await measureMemory();
  note('all processes, idle', megabytes(idle.total), '≤ 900 MB');
  for (const [name, value] of idle.byName) note(`    ${name}`, megabytes(value));

  const api = await createApi(app.url, AbortSignal.timeout(15 * 60_000));
  await makeStory(api, 'A little owl who learns to fly', 0);
  const peak = watchMemory();
  const results = [];
  for (let index = 0; index < RUNS; index += 1) {
    results.push(await makeStory(api, PROMPTS[index % PROMPTS.length] ?? '', index));
  }
  const peakMegabytes = await peak.stop();
  note('POST → first text readable (median)', seconds(median(results.map((r) => r.textMs))), '≤ 1.0 s');
  note(
    `POST → completed, 4 scenes, ${(median(results.map((r) => r.filmMs)) / 1000).toFixed(0)} s film at 720p (median)`,
    seconds(median(results.map((r) => r.completedMs))),
    '≤ 12 s for 30 s',
  );
  for (const [stage, value] of Object.entries(medianStages(results)))
    note(`    until ${stage}`, seconds(value));
  note('all processes, rendering (peak)', megabytes(peakMegabytes), '≤ 1600 MB');
} finally {
  await app.stop();
}
for (const figure of await measureFilm()) note(figure.what, figure.value, figure.goal);
console.log(`load ${load()}`);

type Result = { textMs: number; completedMs: number; filmMs: number; stages: Record<string, number> };

async function makeStory(
  api: Awaited<ReturnType<typeof createApi>>,
  prompt: string,
  seed: number,
): Promise<Result> {
  const start = performance.now();
  const stages: Record<string, number> = {};
  // 62 words are read in about half a minute, title card included.
  const { job_id } = await api.generate({
    prompt,
    age_group: '6-8',
    num_illustrations: 4,
    target_length: 62,
    seed,
  });
  await api.followJob(job_id, (event) => {
    const name = event.type === 'status' ? event.status : event.type;
    stages[name] = performance.now() - start;
  });
  const completedMs = performance.now() - start;
  const job = await api.getJob(job_id);
  if (job.status !== 'completed' || !job.story_id)
    throw new ApiError(job.error ?? job.status, job.error_code ?? 'internal');
  const story = await api.getStory(job.story_id);
  return { textMs: stages.story ?? Number.NaN, completedMs, filmMs: story.film?.duration_ms ?? 0, stages };
}

function medianStages(results: Result[]): Record<string, number> {
  const names = ['story', 'narration', 'picture', 'film', 'completed'];
  return Object.fromEntries(
    names.map((name) => [name, median(results.map((result) => result.stages[name] ?? 0))]),
  );
}

async function measureMemory() {
  return measureTreeMegabytes([app.launcherPid, await app.pidOf('postgres')]);
}

function watchMemory() {
  let highest = 0;
  let watching = true;
  const loop = (async () => {
    while (watching) {
      highest = Math.max(highest, (await measureMemory()).total);
      await sleep(250);
    }
  })();
  return {
    async stop() {
      watching = false;
      await loop;
      return highest;
    },
  };
}

function median(values: number[]): number {
  return values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;
}
function seconds(ms: number): string {
  return `${(ms / 1000).toFixed(2)} s`;
}
function megabytes(value: number): string {
  return `${value.toFixed(0)} MB`;
}
