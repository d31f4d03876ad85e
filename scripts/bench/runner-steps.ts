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
  const database = new DatabaseSync(path.join(dataDir, 'inngest', 'runner.sqlite'), { readOnly: true });
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
      name: `${functionId.replace(/^storyloom-/, '')}: ${name}`,
      durationMs: durationMs ?? 0,
    }));
  } finally {
    database.close();
  }
}
