import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { type RunningApp, startApp } from '../tests/support/start-app.ts';

/**
 * `npm test`: unit tests; then two lanes side by side, because both mostly wait: a whole Storyloom on free ports for the
 * integration and the browser tests, and the tests that start (and kill) services of their own, whose report is printed when
 * they are done; then one line that counts them all. A suite that could not be counted, or of which nothing ran, counts as a failure, and so does a
 * forgotten `.only`.
 */
const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);
type Count = { passed: number; failed: number };

const reports = await mkdtemp(path.join(tmpdir(), 'storyloom-reports-'));
const total: Count = { passed: 0, failed: 0 };
try {
  add(await runVitest('unit', process.env));
  // The first start builds; both lanes need what it builds.
  const app = await startApp();
  const lanes = await Promise.allSettled([runWithApp(app), runVitest('services', process.env, 'later')]);
  for (const lane of lanes) {
    if (lane.status === 'fulfilled') add(lane.value);
    else throw lane.reason;
  }
} catch (error) {
  console.error(error);
  add({ passed: 0, failed: 1 });
} finally {
  await rm(reports, { recursive: true, force: true });
}
console.log(`${total.passed} passed, ${total.failed} failed`);
process.exitCode = total.failed === 0 && total.passed > 0 ? 0 : 1;

async function runWithApp(app: RunningApp): Promise<Count> {
  const environment = {
    ...process.env,
    STORYLOOM_TEST_URL: app.url,
    STORYLOOM_TEST_SUPABASE_URL: app.supabaseUrl,
    STORYLOOM_TEST_DATA_DIR: app.dataDir,
  };
  const counts: Count[] = [];
  try {
    counts.push(await runVitest('integration', environment));
    counts.push(await runPlaywright(environment));
  } finally {
    if (counts.some(({ failed }) => failed > 0)) await printErrors(app.logFile);
    await app.stop();
  }
  return {
    passed: counts.reduce((sum, { passed }) => sum + passed, 0),
    failed: counts.reduce((sum, { failed }) => sum + failed, 0),
  };
}

function add(count: Count): void {
  total.passed += count.passed;
  total.failed += count.failed;
}

async function runVitest(
  project: string,
  environment: NodeJS.ProcessEnv,
  print: 'now' | 'later' = 'now',
): Promise<Count> {
  const report = path.join(reports, `${project}.json`);
  const exitCode = await run(
    bin('vitest'),
    [
      'run',
      `--project=${project}`,
      '--allowOnly=false',
      '--reporter=default',
      '--reporter=json',
      `--outputFile.json=${report}`,
    ],
    environment,
    print,
  );
  const counts = await readReport(report);
  return settle(exitCode, { passed: Number(counts.numPassedTests), failed: Number(counts.numFailedTests) });
}

async function runPlaywright(environment: NodeJS.ProcessEnv): Promise<Count> {
  const report = path.join(reports, 'browser.json');
  const exitCode = await run(bin('playwright'), ['test', '--forbid-only', '--reporter=line,json'], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  const stats = ((await readReport(report)).stats ?? {}) as Record<string, number>;
  return settle(exitCode, {
    passed: Number(stats.expected) + Number(stats.flaky ?? 0),
    failed: Number(stats.unexpected),
  });
}

/** What the application itself had to say about a failure; its log goes with its data folder. */
async function printErrors(logFile: string): Promise<void> {
  const lines = (await readFile(logFile, 'utf8')).split('\n');
  const errors = lines.filter(
    (line) => /"level":(40|50|60)/.test(line) || (line !== '' && !line.startsWith('{')),
  );
  console.error(
    ['The application’s last words:', ...errors.slice(-30).map((line) => line.slice(0, 1_000))].join('\n'),
  );
}

/** A suite that failed without a failed test (a file that does not load, a runner that crashed, nothing but skipped tests) is one failure. */
function settle(exitCode: number, count: Count): Count {
  const isCounted = Number.isInteger(count.passed) && Number.isInteger(count.failed);
  if (!isCounted || count.passed + count.failed === 0) return { passed: 0, failed: 1 };
  return exitCode !== 0 && count.failed === 0 ? { ...count, failed: 1 } : count;
}

async function readReport(file: string): Promise<Record<string, unknown>> {
  try {
    return JSON.parse(await readFile(file, 'utf8')) as Record<string, unknown>;
  } catch (error) {
    console.error(`No report at ${file}:`, error);
    return {};
  }
}

/** @param print `later`: what it says is kept and printed at its end, so that two lanes do not talk at once */
async function run(
  command: string,
  args: string[],
  environment: NodeJS.ProcessEnv,
  print: 'now' | 'later' = 'now',
): Promise<number> {
  const child = spawn(command, args, {
    cwd: root,
    env: environment,
    stdio: print === 'now' ? ['ignore', 'inherit', 'inherit'] : ['ignore', 'pipe', 'pipe'],
  });
  const said: Buffer[] = [];
  for (const stream of [child.stdout, child.stderr]) stream?.on('data', (chunk: Buffer) => said.push(chunk));
  // Not at its exit: the last words may still be on their way.
  const [code] = (await once(child, 'close')) as [number | null];
  process.stdout.write(Buffer.concat(said));
  return code ?? 1;
}
