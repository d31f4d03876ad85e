import { parseArgs } from 'node:util';
import { auditLedger } from '../../tests/providers/audit-ledger.ts';
import { createBillPrices } from '../../tests/providers/bill-prices.ts';
import { type StoryStudio, startStoryStudio } from '../../tests/providers/story-studio.ts';
import type { RunningApp } from '../../tests/support/start-app.ts';
import { describeLoad, printFigure, startClocks, withBenchApp } from './bench-app.ts';
import { buildCriticalPath, sumPath } from './critical-path.ts';
import { watchTree } from './memory.ts';
import { type BenchJob, forgetCalls, makeBooks } from './pipeline-jobs.ts';
import { readRunnerSteps } from './runner-steps.ts';

/**
 * `npm run bench:pipeline`: whole stories by models that take their time, on an installation of its own and with a service
 * on this machine in the place of theirs. 1: one story against its critical path. 2: a fifth of the calls fails once, and the
 * ledger must agree with the bill. 3: twenty such stories at once, and their memory. Ends with 1 when something that must be
 * right is wrong; times are printed with their goals.
 */
const { values } = parseArgs({
  options: {
    /** Which of the three. */
    parts: { type: 'string', default: '1,2,3' },
    jobs: { type: 'string', default: '20' },
    scenes: { type: 'string', default: '8' },
    /** All latencies times this; for trying the bench out. */
    pace: { type: 'string', default: '1' },
    seed: { type: 'string', default: '5' },
  },
});
const parts = new Set(values.parts.split(','));
const SCENES = Number(values.scenes);
const JOBS = Number(values.jobs);
const PACE = Number(values.pace);
/** The writer's four questions take eight seconds in all. */
const WRITER_CALLS = 4;
const LATENCY = { textMs: (8_000 / WRITER_CALLS) * PACE, pictureMs: 12_000 * PACE, speechMs: 3_000 * PACE };
const SLOTS = 8;
const TIMEOUT_SECONDS = Math.ceil(LATENCY.pictureMs / 1_000) + 6;
const MEMORY_GOAL_MEGABYTES = 2_048;
const FAULTS = { share: 0.2, kinds: ['rate_limited', 'server_error', 'never_answers'] } as const;

const problems: string[] = [];
const price = createBillPrices();

console.log(describeLoad());
const studio = await startStoryStudio(SCENES, LATENCY);
try {
  await withBenchApp(
    async (app) => {
      await warmUp(app);
      if (parts.has('1')) await measureOne(app, studio);
      if (parts.has('2')) await measureFaults(app, studio);
      if (parts.has('3')) await measureMany(app, studio);
    },
    {
      OPENAI_API_KEY: 'sk-bench',
      OPENAI_BASE_URL: studio.baseUrl,
      STORY_MODEL: 'openai/gpt-5-mini',
      IMAGE_MODEL: 'openai/gpt-image-1',
      SPEECH_MODEL: 'openai/gpt-4o-mini-tts',
      PROVIDER_LIMITS: `openai=${SLOTS}/100000`,
      MODEL_TIMEOUTS: ['text', 'picture', 'speech'].map((kind) => `${kind}=${TIMEOUT_SECONDS}`).join(','),
      SPEND_CAP_STORY_USD: 'none',
      SPEND_CAP_USER_DAY_USD: 'none',
      SPEND_CAP_INSTALLATION_DAY_USD: 'none',
      INNGEST_RETRY_BASE_MS: '500',
    },
  );
} finally {
  await studio.close();
}
console.log(`\n${describeLoad()}`);
for (const problem of problems) console.error(`WRONG: ${problem}`);
process.exitCode = problems.length > 0 ? 1 : 0;

/** The first story loads what the others use: fonts, workers, ffmpeg. */
async function warmUp(app: RunningApp): Promise<void> {
  studio.setPace({ textMs: 0, pictureMs: 0, speechMs: 0 });
  audit('warm-up', await makeBooks(app.url, { count: 1, scenes: SCENES, timeoutMs: 180_000, pollMs: 500 }));
  studio.setPace(LATENCY);
  forgetCalls(studio);
}

async function measureOne(app: RunningApp, service: StoryStudio): Promise<void> {
  console.log(`\n1. One story of ${SCENES} pages, ${SLOTS} calls at once`);
  const clocks = await startClocks(app);
  const [made] = await makeBooks(app.url, { count: 1, scenes: SCENES, timeoutMs: 600_000, pollMs: 100 });
  if (!made) throw new Error('No story was made.');
  const shares = await clocks.read();
  const steps = readRunnerSteps(app.dataDir, made.job.job_id);
  const textRequests = service.requests.filter(({ path }) => /completions|responses/.test(path));
  const named = made.calls.calls.filter((call) => call.modality === 'text' && call.status === 'settled');
  const many = (kind: string, ms: number) =>
    Array(
      new Set(made.calls.calls.map(({ step }) => step).filter((step) => step.startsWith(`${kind}:`))).size,
    ).fill(ms) as number[];
  const links = buildCriticalPath({
    texts: textRequests.map((request, index) => ({
      step: named[index]?.step ?? `text ${index + 1}`,
      ms: (request.endedMs ?? request.startedMs) - request.startedMs,
    })),
    portraits: many('character', LATENCY.pictureMs),
    pictures: many('picture', LATENCY.pictureMs),
    speeches: many('narration', LATENCY.speechMs),
    slots: SLOTS,
    filmMs: steps.find(({ name }) => name === 'film-story: render')?.durationMs ?? 0,
  });
  for (const { what, ms } of links) printFigure(`    ${what}`, seconds(ms));
  const pathMs = sumPath(links);
  const goalMs = pathMs * 1.1 + 2_000;
  printFigure('critical path', seconds(pathMs));
  printFigure('POST → completed', seconds(made.tookMs), `≤ ${seconds(goalMs)}`);
  printFigure(
    'ours',
    `${seconds(made.tookMs - pathMs)} = ${(((made.tookMs - pathMs) / pathMs) * 100).toFixed(0)} %`,
  );
  if (made.tookMs > goalMs) console.log('    MISSED: the story took longer than its goal.');
  const beginning = Math.min(...steps.map(({ plannedAt }) => plannedAt));
  console.log('    steps: planned → ended, of that work, of that waiting');
  for (const step of steps.toSorted((a, b) => a.plannedAt - b.plannedAt)) {
    const waitMs = step.endedAt - step.plannedAt - step.durationMs;
    const times = `${seconds(step.plannedAt - beginning)} → ${seconds(step.endedAt - beginning)}`;
    printFigure(`      ${step.name}`, `${times}  ${seconds(step.durationMs)}  ${waitMs.toFixed(0)} ms`);
  }
  for (const { part, share } of shares) printFigure(`    processor time, ${part}`, share);
  audit('one story', [made]);
}

async function measureFaults(app: RunningApp, service: StoryStudio): Promise<void> {
  const count = Math.min(4, JOBS);
  console.log(`\n2. ${count} stories, ${FAULTS.share * 100} % of calls fail once: 429, 500, no answer`);
  forgetCalls(service);
  service.planFaults({ ...FAULTS, seed: Number(values.seed) });
  const jobs = await makeBooks(app.url, { count, scenes: SCENES, timeoutMs: 900_000, pollMs: 500 });
  service.planFaults(undefined);
  report(jobs, service);
  audit('faults', jobs);
}

async function measureMany(app: RunningApp, service: StoryStudio): Promise<void> {
  console.log(`\n3. ${JOBS} stories at once, a fifth of the calls fails once`);
  forgetCalls(service);
  service.planFaults({ ...FAULTS, seed: Number(values.seed) + 1 });
  const clocks = await startClocks(app);
  const memory = watchTree([await app.pidOf('web')]);
  const startedMs = performance.now();
  const jobs = await makeBooks(app.url, {
    count: JOBS,
    scenes: SCENES,
    timeoutMs: 3_600_000,
    pollMs: 2_000,
  });
  const tookMs = performance.now() - startedMs;
  const peak = await memory.stop();
  service.planFaults(undefined);
  printFigure('all of them', seconds(tookMs));
  printFigure('memory, web process and its children, peak', `${peak.toFixed(0)} MB`, '≤ 2048 MB');
  if (peak > MEMORY_GOAL_MEGABYTES) problems.push(`The web process used ${peak.toFixed(0)} MB.`);
  for (const { part, share } of await clocks.read()) printFigure(`    processor time, ${part}`, share);
  report(jobs, service);
  audit('twenty at once', jobs);
}

function report(jobs: BenchJob[], service: StoryStudio): void {
  const took = jobs.map(({ tookMs }) => tookMs).toSorted((a, b) => a - b);
  printFigure(
    'POST → completed, fastest · slowest',
    took.length ? `${seconds(took[0] ?? 0)} · ${seconds(took.at(-1) ?? 0)}` : '–',
  );
  printFigure('requests the service got', String(service.requests.length));
  const standIns = jobs.flatMap(({ job }) => job.warnings).length;
  printFigure('warnings (somebody else drew or spoke)', String(standIns), '0');
}

function audit(part: string, jobs: BenchJob[]): void {
  const found = auditLedger(jobs, studio.billed, price);
  printFigure(
    'ledger · bill',
    `${found.ledger.calls} calls ${found.ledger.micros} µ$ · ${found.service.calls} calls ${found.service.micros} µ$`,
    'equal',
  );
  printFigure('calls that failed · whose answer got lost', `${found.failed} · ${found.lost}`);
  problems.push(...found.problems.map((problem) => `${part}: ${problem}`));
}

function seconds(ms: number): string {
  return `${(ms / 1_000).toFixed(2)} s`;
}
