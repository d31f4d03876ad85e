import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { JSONReport } from '@playwright/test/reporter';
import type { JsonTestResults } from 'vitest/node';
import { type RunningApp, startApp } from '../tests/support/start-app.ts';
import { readPlaywrightReport, readVitestReport, type SuiteResult } from './test/read-report.ts';

/**
 * `npm test`: unit tests; then two lanes side by side, because both mostly wait: a whole Storyloom on free ports for the
 * integration and the browser tests, and the tests that start (and kill) services of their own, whose report is printed when
 * they are done; then a line for each test that failed or needed a second try, because who reads a long log reads its end;
 * then one line that counts them all. A suite that could not be counted, or of which nothing ran, counts as a failure, and
 * so does a forgotten `.only`.
 */
const root = path.resolve(import.meta.dirname, '..');
const bin = (name: string) => path.join(root, 'node_modules', '.bin', name);

const reports = await mkdtemp(path.join(tmpdir(), 'storyloom-reports-'));
const results: SuiteResult[] = [];
try {
  results.push(await runVitest('unit', process.env));
  // The first start builds; both lanes need what it builds.
  const app = await startApp();
  const lanes = await Promise.allSettled([runWithApp(app), runVitest('services', process.env, 'later')]);
  for (const lane of lanes) {
    if (lane.status === 'fulfilled') results.push(...[lane.value].flat());
    else throw lane.reason;
  }
} catch (error) {
  console.error(error);
  results.push({ passed: 0, failed: 1, remarks: ['failed: npm test itself, as said above'] });
} finally {
  await rm(reports, { recursive: true, force: true });
}
const passed = results.reduce((sum, result) => sum + result.passed, 0);
const failed = results.reduce((sum, result) => sum + result.failed, 0);
for (const remark of results.flatMap(({ remarks }) => remarks).sort()) console.log(remark);
console.log(`${passed} passed, ${failed} failed`);
process.exitCode = failed === 0 && passed > 0 ? 0 : 1;

async function runWithApp(app: RunningApp): Promise<SuiteResult[]> {
  const environment = {
    ...process.env,
    STORYLOOM_TEST_URL: app.url,
    STORYLOOM_TEST_SUPABASE_URL: app.supabaseUrl,
    STORYLOOM_TEST_DATA_DIR: app.dataDir,
  };
  const suites: SuiteResult[] = [];
  try {
    suites.push(await runVitest('integration', environment));
    suites.push(await runPlaywright(environment));
  } finally {
    if (suites.some(({ failed }) => failed > 0)) await printErrors(app.logFile);
    await app.stop();
  }
  return suites;
}

async function runVitest(
  project: string,
  environment: NodeJS.ProcessEnv,
  print: 'now' | 'later' = 'now',
): Promise<SuiteResult> {
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
  return settle(project, exitCode, report, (written) => readVitestReport(written as JsonTestResults, root));
}

async function runPlaywright(environment: NodeJS.ProcessEnv): Promise<SuiteResult> {
  const report = path.join(reports, 'browser.json');
  const exitCode = await run(bin('playwright'), ['test', '--forbid-only', '--reporter=line,json'], {
    ...environment,
    PLAYWRIGHT_JSON_OUTPUT_NAME: report,
  });
  return settle('browser', exitCode, report, (written) => readPlaywrightReport(written as JSONReport));
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
async function settle(
  suite: string,
  exitCode: number,
  reportFile: string,
  read: (report: unknown) => SuiteResult,
): Promise<SuiteResult> {
  try {
    const result = read(JSON.parse(await readFile(reportFile, 'utf8')));
    if (result.passed + result.failed === 0) throw new Error('nothing ran');
    if (exitCode === 0 || result.failed > 0) return result;
    return {
      ...result,
      failed: 1,
      remarks: [...result.remarks, `failed: ${suite}: its runner ended with ${exitCode}`],
    };
  } catch (error) {
    console.error(error);
    return { passed: 0, failed: 1, remarks: [`failed: ${suite}: it could not be counted (${error})`] };
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
