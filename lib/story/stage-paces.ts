import 'server-only';
import { z } from 'zod';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import { JOB_KINDS, type JobKind } from './schema';
import { type Paces, type StagePace, WORK_STAGES, type WorkStage } from './time-left';

/** What one stage took in this installation's latest completed jobs, in milliseconds. */
export type StageMeasure = {
  kind: JobKind;
  stage: WorkStage;
  jobs: number;
  medianMs: number;
  p90Ms: number;
  pageMs: number;
  wordMs: number | null;
};

/**
 * The built-in engines on two cores, from the figures of our own bench (docs/decisions/028): what counts until an installation
 * has jobs of its own to go by.
 */
export const BUILTIN_PACES: Record<WorkStage, StagePace> = {
  writing: { pageMs: 100, wordMs: null },
  illustrating: { pageMs: 1_500, wordMs: null },
  filming: { pageMs: 1_300, wordMs: 60 },
};
/** Fewer jobs than this are chance. */
const FEWEST_JOBS = 3;
const REMEMBERED_MS = 30_000;

const rowsSchema = z.array(
  z
    .object({
      kind: z.enum(JOB_KINDS),
      stage: z.enum(WORK_STAGES),
      jobs: z.int(),
      median_ms: z.number(),
      p90_ms: z.number(),
      page_ms: z.number(),
      word_ms: z.number().nullable(),
    })
    .transform(
      (row): StageMeasure => ({
        kind: row.kind,
        stage: row.stage,
        jobs: row.jobs,
        medianMs: row.median_ms,
        p90Ms: row.p90_ms,
        pageMs: row.page_ms,
        wordMs: row.word_ms,
      }),
    ),
);

let remembered: { readAtMs: number; measures: Promise<StageMeasure[]> } | undefined;

/** One reading serves everybody for half a minute: medians of forty jobs do not move faster. */
export function measureStages(nowMs = Date.now()): Promise<StageMeasure[]> {
  if (remembered && nowMs - remembered.readAtMs < REMEMBERED_MS) return remembered.measures;
  const measures = readStages();
  remembered = { readAtMs: nowMs, measures };
  // A failure is not remembered: the next one asks again.
  measures.catch(() => {
    if (remembered?.measures === measures) remembered = undefined;
  });
  return measures;
}

async function readStages(): Promise<StageMeasure[]> {
  const { data, error } = await getAdminClient().rpc('measure_job_stages');
  if (error) throw databaseError(error);
  return rowsSchema.parse(data);
}

/**
 * The pace of each stage for one job: as measured here, else as the bench measured it where our own engines do the work, else
 * nothing.
 */
export function choosePaces(
  measures: readonly StageMeasure[],
  kind: JobKind,
  isBuiltIn: Record<WorkStage, boolean>,
): Paces {
  const paces: Paces = {};
  for (const stage of WORK_STAGES) {
    const measured = measures.find((one) => one.kind === kind && one.stage === stage);
    if (measured && measured.jobs >= FEWEST_JOBS) paces[stage] = measured;
    else if (isBuiltIn[stage]) paces[stage] = BUILTIN_PACES[stage];
  }
  return paces;
}
