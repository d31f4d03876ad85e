import 'server-only';
import { z } from 'zod';
import { listCandidates } from '@/lib/ai/models';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { buildJobView, JOB_SELECT, type JobRows } from './job-views';
import { hasJobEnded } from './nouns';
import { readingColumnSchema, savedBriefSchema } from './rows';
import { JOB_STAGES, type JobKind, type StoryBrief } from './schema';
import { choosePaces, measureStages, type StageMeasure } from './stage-paces';
import { estimateTimeLeft, type JobFacts, type WorkStage } from './time-left';
import type { JobEventView, JobView } from './views';

/** An event older than this is told again to somebody who comes later: it says nothing about now. */
const LIVE_MS = 5_000;

/** Rows → what the API answers, with the time left of those at work. */
export async function buildJobViews(rows: readonly JobRows[]): Promise<JobView[]> {
  const measures = rows.some(isAtWork) ? await readMeasures() : [];
  return rows.map((row) => buildJobView(row, isAtWork(row) ? estimate(row, measures, Date.now()) : null));
}

/** Puts the time left on a job's events as they are told. The job's row is read once; after that the events tell what changes. */
export async function createEventClock(client: DatabaseClient, jobId: string) {
  const { data, error } = await client.from('jobs').select(JOB_SELECT).eq('id', jobId).maybeSingle();
  if (error) throw databaseError(error);
  const known = data as unknown as JobRows | null;
  // Of a job that has ended all events are history, also those of a moment ago: told twice, they are the same twice.
  if (!known || hasJobEnded(known)) return async (event: JobEventView): Promise<JobEventView> => event;
  let row: JobRows = known;
  return async (event: JobEventView, nowMs = Date.now()): Promise<JobEventView> => {
    const hasMoved = event.stage !== row.stage;
    row = {
      ...row,
      status: event.status,
      stage: event.stage,
      progress: event.progress,
      updated_at: event.created_at,
      ...(hasMoved && {
        stage_times: { ...stageTimesSchema.parse(row.stage_times), [event.stage]: event.created_at },
      }),
    };
    if (!isAtWork(row) || nowMs - Date.parse(event.created_at) > LIVE_MS) return event;
    return { ...event, time_left_ms: estimate(row, await readMeasures(), nowMs) };
  };
}

const isAtWork = (row: Pick<JobRows, 'status'>) => row.status === 'processing';

/** An estimate is not worth a failed request. */
async function readMeasures(): Promise<StageMeasure[]> {
  try {
    return await measureStages();
  } catch (error) {
    if (!isAppError(error)) throw error;
    log.warn({ err: error }, 'what stages usually take could not be read');
    return [];
  }
}

const stageTimesSchema = z.record(z.string(), z.string());

function estimate(row: JobRows, measures: readonly StageMeasure[], nowMs: number): number | null {
  const brief = savedBriefSchema.parse(row.story.brief);
  const kind: JobKind = row.kind === 'mend' ? 'mend' : 'story';
  const times = stageTimesSchema.parse(row.stage_times);
  const stage = JOB_STAGES.find((one) => one === row.stage) ?? 'waiting';
  const began = times[stage] ?? row.started_at ?? row.created_at;
  const reading = readingColumnSchema.safeParse(row.story.reading);
  const facts: JobFacts = {
    kind,
    stage,
    progress: row.progress,
    stageBeganMs: Date.parse(began),
    newsMs: Date.parse(row.updated_at),
    pages: brief.sceneCount,
    words: reading.success ? reading.data.words : null,
    stages: listStages(brief, kind, row.stage),
  };
  return estimateTimeLeft(facts, choosePaces(measures, kind, listBuiltIn(brief)), nowMs);
}

/** What a brief asks for, as stages. A mend skips what it does not need, so the stage it is in always counts. */
function listStages(brief: StoryBrief, kind: JobKind, present: string): WorkStage[] {
  const wanted: Record<WorkStage, boolean> = {
    writing: kind === 'story',
    illustrating: brief.pictures || brief.narration || brief.clips === true,
    filming: (brief.film !== null && brief.pictures) || brief.clips === true,
  };
  return (Object.keys(wanted) as WorkStage[]).filter((stage) => wanted[stage] || stage === present);
}

/** Whose work a stage is: our own engines' pace is known before anything was made here. */
function listBuiltIn(brief: StoryBrief): Record<WorkStage, boolean> {
  const isOurs = (modality: 'text' | 'picture' | 'speech') =>
    listCandidates(modality, brief.models?.[modality])[0]?.provider.builtIn === true;
  return {
    writing: isOurs('text'),
    illustrating: (!brief.pictures || isOurs('picture')) && (!brief.narration || isOurs('speech')),
    filming: brief.clips !== true || listCandidates('video', brief.models?.video).length === 0,
  };
}
