import 'server-only';
import type { Logger } from 'pino';
import { getAdminClient } from '@/lib/supabase/admin';
import { databaseError } from '@/lib/supabase/database-error';
import type { KeepDecisions } from './decisions';

/** A refusal is not kept waiting for longer by a database that does not answer. */
const LONGEST_WRITE_MS = 3_000;

/**
 * Writes what was decided into the audit (`guard_decisions`). A row that cannot be written costs nobody an answer: the log
 * has it then, with its hash.
 * @param describe asked when there is something to write: through which door the text came, and whose it was as far as the
 *   work itself did not say
 */
export function recordDecisions(
  log: Logger,
  describe: () => { door: string; ownerId?: string | undefined },
): KeepDecisions {
  return async (decisions, subject) => {
    const { door, ownerId } = describe();
    try {
      const { error } = await getAdminClient()
        .rpc('note_guard_decisions', {
          p_door: door.slice(0, 200),
          p_decisions: decisions,
          // The generated types do not know that these may be null.
          p_owner: (subject.ownerId ?? ownerId ?? null) as string,
          p_story: (subject.storyId ?? null) as string,
          p_job: (subject.jobId ?? null) as string,
        })
        .abortSignal(AbortSignal.timeout(LONGEST_WRITE_MS));
      if (error) throw databaseError(error);
    } catch (error) {
      log.error({ err: error, door, decisions, ...subject }, 'what the guard decided is not in the audit');
    }
  };
}
