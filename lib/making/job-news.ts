import 'server-only';
import type { ErrorCode } from '@/lib/errors';
import type { ScenePart } from '@/lib/story/nouns';
import type { JobStage, JobStatus } from '@/lib/story/schema';
import type { JobEventView } from '@/lib/story/views';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';

/**
 * How far along a job is when each part is done, as fractions of 1. Measured shares of a four-scene story with the
 * built-in engines; a provider's waits change the pace, not the order.
 */
export const PROGRESS = {
  started: 0.02,
  written: 0.1,
  illustrated: 0.4,
  /** Where a video model films the pages; elsewhere the film begins at `illustrated`. */
  videos: 0.7,
  filmed: 0.97,
  completed: 1,
} as const;

export type JobNews = {
  type: JobEventView['type'];
  /** Names the news within its job: a repeated step tells it again under the same key, and it is kept once. */
  key: string;
  status?: JobStatus;
  stage?: JobStage;
  progress?: number;
  data?: { scene?: number; message?: string; code?: string; scene_progress?: number };
  error?: { code: ErrorCode; message: string };
  warning?: { code: ErrorCode; message: string; scene?: number; part?: ScenePart };
};

/**
 * Tells one thing about a job and moves its row with it, in one transaction.
 * @returns false when it had been told before, or the job had already ended
 */
export async function recordJobNews(admin: DatabaseClient, jobId: string, news: JobNews): Promise<boolean> {
  const { data, error } = await admin.rpc('record_job_event', {
    p_job_id: jobId,
    p_type: news.type,
    p_key: news.key,
    p_data: news.data ?? {},
    ...(news.status && { p_status: news.status }),
    ...(news.stage && { p_stage: news.stage }),
    ...(news.progress !== undefined && { p_progress: news.progress }),
    ...(news.error && { p_error_code: news.error.code, p_error_message: news.error.message }),
    ...(news.warning && { p_warning: news.warning }),
  });
  if (error) throw databaseError(error);
  return data;
}
