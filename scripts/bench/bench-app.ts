import { availableParallelism, loadavg } from 'node:os';
import { type RunningApp, startApp } from '../../tests/support/start-app.ts';
import { measureProcessorSeconds } from './processor-time.ts';

/** An installation of its own for one bench; it ends with the bench, also with one that is told to stop. */
export async function withBenchApp(
  work: (app: RunningApp) => Promise<void>,
  environment: Record<string, string> = {},
): Promise<void> {
  const ending = new AbortController();
  const starting = startApp(environment, ending.signal);
  let isStopped = false;
  const stop = async (exitCode: number) => {
    if (isStopped) return;
    isStopped = true;
    ending.abort();
    await starting.then((app) => app.stop()).catch(() => undefined);
    process.exit(exitCode);
  };
  const onInterrupt = () => void stop(130);
  const onTerminate = () => void stop(143);
  process.on('SIGINT', onInterrupt);
  process.on('SIGTERM', onTerminate);
  const app = await starting.catch((error: unknown) => {
    if (!isStopped) throw error;
    // The process ends in a moment; there is nothing to go on with.
    return new Promise<never>(() => undefined);
  });
  try {
    await work(app);
  } finally {
    process.off('SIGINT', onInterrupt);
    process.off('SIGTERM', onTerminate);
    await app.stop();
  }
}

/** The machine as it is now, for the head and the foot of every report. */
export function describeLoad(): string {
  const averages = loadavg().map((value) => value.toFixed(2));
  return `${availableParallelism()} cores, load ${averages.join(' ')}`;
}

/** Counts the processor time of each part of an installation, and of the bench itself, from now on. */
export async function startClocks(app: RunningApp) {
  const measure = async () => ({
    'web process': await measureProcessorSeconds([await app.pidOf('web')]),
    'Supabase API': await measureProcessorSeconds([await app.pidOf('supabase')]),
    Postgres: await measureProcessorSeconds([await app.pidOf('postgres')]),
    'Inngest runner': await measureProcessorSeconds([await app.pidOf('inngest')]),
    'this script and its clients': process.cpuUsage().user / 1e6 + process.cpuUsage().system / 1e6,
  });
  const before = await measure();
  const startedMs = performance.now();
  return {
    async read(): Promise<{ part: string; share: string }[]> {
      const after = await measure();
      const seconds = (performance.now() - startedMs) / 1000;
      return Object.entries(after).map(([part, value]) => {
        const used = value - before[part as keyof typeof before];
        return { part, share: `${used.toFixed(1)} s = ${((used / seconds) * 100).toFixed(0)} % of a core` };
      });
    },
  };
}

/** Milliseconds, for a line of a report. */
export function percentiles(values: number[], parts: number[] = [0.5, 0.95, 0.99]): string {
  const sorted = values.filter((value) => !Number.isNaN(value)).toSorted((a, b) => a - b);
  const at = (part: number) =>
    sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * part))] ?? Number.NaN;
  return `${parts.map((part) => at(part).toFixed(0)).join(' / ')} ms`;
}

export function printFigure(what: string, value: string, goal = ''): void {
  console.log(`${what.padEnd(52)} ${value.padStart(30)}   ${goal && `goal ${goal}`}`.trimEnd());
}
