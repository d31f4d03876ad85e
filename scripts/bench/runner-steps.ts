import { copyFileSync, existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { DatabaseSync } from 'node:sqlite';

/** One durable step as the local runner remembers it. Unix milliseconds. */
export type RunnerStep = {
  /** `illustrate-story: picture-3` */
  name: string;
  plannedAt: number;
  endedAt: number;
  /** Of the work itself, without waiting for its turn and without the way there and back. */
  durationMs: number;
  attempts: number;
};

type Row = {
  functionId: string;
  name: string;
  plannedAt: number;
  endedAt: number;
  durationMs: number | null;
  attempts: number;
};

/** The steps of a job's runs, those of invoked functions included, in the order in which they ended. */
export function readRunnerSteps(dataDir: string, jobId: string): RunnerStep[] {
  // The runner keeps its file to itself: a copy is read.
  const folder = mkdtempSync(path.join(tmpdir(), 'storyloom-runner-'));
  for (const file of ['runner.sqlite', 'runner.sqlite-wal']) {
    const original = path.join(dataDir, 'inngest', file);
    if (existsSync(original)) copyFileSync(original, path.join(folder, file));
  }
  const database = new DatabaseSync(path.join(folder, 'runner.sqlite'));
  try {
    const rows = database
      .prepare(
        `select run.function_id as functionId, step.name as name, planned_at as plannedAt,
           step.ended_at as endedAt, duration_ms as durationMs, attempts
         from run join step on step.run_id = run.id
         where run.events like ? and step.done = 1 order by step.ended_at`,
      )
      .all(`%${jobId}%`) as unknown as Row[];
    return rows.map(({ functionId, name, durationMs, ...row }) => ({
      ...row,
      // A step that ran in the call which planned it was told of only at its end.
      plannedAt: Math.min(row.plannedAt, row.endedAt - (durationMs ?? 0)),
      name: `${functionId.replace(/^storyloom-/, '')}: ${name}`,
      durationMs: durationMs ?? 0,
    }));
  } finally {
    database.close();
    rmSync(folder, { recursive: true });
  }
}
