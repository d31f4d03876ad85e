import 'server-only';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { PROGRESS, recordJobNews } from './job-news';

const STEPS = 10;

/**
 * Turns the renderer's many fractions into at most ten lines of news. News that could not be told is only logged: the
 * film is worth more than its progress bar.
 * @param from how far the job is when the film begins, 0…1
 */
export function createFilmProgress(
  admin: DatabaseClient,
  jobId: string,
  from: number = PROGRESS.illustrated,
) {
  let told = -1;
  let telling: Promise<unknown> = Promise.resolve();
  return {
    report(fraction: number): void {
      const step = Math.min(STEPS, Math.floor(fraction * STEPS));
      if (step <= told) return;
      told = step;
      telling = telling
        .then(() =>
          recordJobNews(admin, jobId, {
            type: 'stage',
            key: `filming:${step}`,
            stage: 'filming',
            progress: from + (PROGRESS.filmed - from) * (step / STEPS),
          }),
        )
        .catch((error: unknown) => log.warn({ err: error, jobId }, 'film progress was not recorded'));
    },
    settled: () => telling,
  };
}
