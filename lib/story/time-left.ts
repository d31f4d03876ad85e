import type { JobKind, JobStage } from './schema.ts';

/** How long a job still takes, from what others took. Pure and browser-safe; times in milliseconds. docs/decisions/028 says why so. */

export const WORK_STAGES = ['writing', 'illustrating', 'filming'] as const satisfies readonly JobStage[];
export type WorkStage = (typeof WORK_STAGES)[number];

/** What a stage usually takes. `wordMs` counts where the number of words is known, else `pageMs`. */
export type StagePace = { pageMs: number; wordMs: number | null };
/** A stage nobody knows anything about is missing, and a job that needs it has no time left to tell. */
export type Paces = Partial<Record<WorkStage, StagePace>>;

export type JobFacts = {
  kind: JobKind;
  stage: JobStage;
  /** 0…1 */
  progress: number;
  /** When the present stage began, and when there was news last: milliseconds since 1970. */
  stageBeganMs: number;
  newsMs: number;
  pages: number;
  /** In the whole story, once it is written. */
  words: number | null;
  /** The stages this job goes through, in order. */
  stages: readonly WorkStage[];
};

/** Where each stage begins and ends in a job's progress: `PROGRESS` of lib/making/job-news.ts. */
const SHARES: Record<WorkStage, { from: number; to: number }> = {
  writing: { from: 0.02, to: 0.1 },
  illustrating: { from: 0.1, to: 0.4 },
  filming: { from: 0.4, to: 0.97 },
};
/** So much of what was expected may pass without news before the estimate slows down instead of running into nothing. */
const TRUSTED_SHARE = 0.8;
/** A job of its own pace is believed up to so many times what is usual: the first of many pages may have waited for something. */
const MOST_TIMES_USUAL = 4;

/** @returns whole milliseconds, never negative; null where a stage that is still to come has no pace */
export function estimateTimeLeft(job: JobFacts, paces: Paces, nowMs: number): number | null {
  const at = job.stages.indexOf(job.stage as WorkStage);
  if (at < 0) return null;
  const expected = job.stages.slice(at).map((stage) => expectStage(job, stage, paces[stage]));
  if (expected.some((ms) => ms === null)) return null;
  const [present = 0, ...later] = expected as number[];
  const rest = later.reduce((sum, ms) => sum + ms, 0);
  return Math.round(leftOfStage(job, present, nowMs) + rest);
}

function expectStage(job: JobFacts, stage: WorkStage, pace: StagePace | undefined): number | null {
  if (!pace) return null;
  // A film is as long as what is read; pictures and chapters come page by page.
  if (stage === 'filming' && pace.wordMs !== null && job.words !== null) return pace.wordMs * job.words;
  return pace.pageMs * job.pages;
}

/**
 * At the last news: what is usual, drawn towards the job's own pace the further it is. Since then: time passes; where it passes
 * without news, what is left shrinks ever more slowly and never below nothing.
 */
function leftOfStage(job: JobFacts, expectedMs: number, nowMs: number): number {
  const share = SHARES[job.stage as WorkStage];
  const done = Math.min(1, Math.max(0, (job.progress - share.from) / (share.to - share.from)));
  const spentMs = Math.max(0, job.newsMs - job.stageBeganMs);
  const usualMs = expectedMs * (1 - done);
  const ownMs = done > 0 ? Math.min((spentMs / done) * (1 - done), usualMs * MOST_TIMES_USUAL) : usualMs;
  const atNewsMs = done * ownMs + (1 - done) * usualMs;
  const sinceMs = Math.max(0, nowMs - job.newsMs);
  const trustedMs = atNewsMs * TRUSTED_SHARE;
  if (sinceMs <= trustedMs) return atNewsMs - sinceMs;
  const tailMs = atNewsMs - trustedMs;
  return tailMs > 0 ? tailMs * Math.exp(-(sinceMs - trustedMs) / tailMs) : 0;
}
