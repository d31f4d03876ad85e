import 'server-only';
import { type BriefOptions, buildBrief, isTellable } from '@/lib/dossier/brief-from-dossier';
import { dossierSchema, type Utterance } from '@/lib/dossier/schema';
import { AppError } from '@/lib/errors';
import { startStoryJob } from '@/lib/story/mutations';
import { identifyRequest } from '@/lib/story/request-identity';
import type { WaitingJob } from '@/lib/story/waiting-job';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { uuidFromText } from '@/lib/uuid-from-digest';
import type { StartedStory } from './schema';

/** The newest so many messages are read for the words of a brief. */
const MOST_MESSAGES = 1_000;
const BEGUN = 'Your story is on the loom. You can watch it grow here.';

/**
 * Begins a story from what a conversation holds: its dossier and the person's own words become the brief, the story hangs
 * off the session's project, and the conversation's readers are told. The same key again finds the same story, also
 * when the conversation has gone on in between.
 * @param input.asMessage a message in the conversation carries the news (the button was pressed); otherwise the answer
 *   under way does (the model called its tool)
 * @throws AppError `not_found` for a session that is not the caller's, `conflict` when there is nothing to tell a story of
 *   yet, `guardrail_violation`
 */
export async function startStoryFromSession(
  client: DatabaseClient,
  input: {
    ownerId: string;
    sessionId: string;
    options?: BriefOptions;
    idempotencyKey: string | null;
    sendRequested: (job: WaitingJob) => Promise<void>;
    asMessage?: boolean;
  },
): Promise<StartedStory> {
  const { ownerId, sessionId, sendRequested } = input;
  const session = await client.from('chat_sessions').select('project_id').eq('id', sessionId).maybeSingle();
  if (session.error) throw databaseError(session.error);
  if (!session.data) throw new AppError('not_found', 'There is no such conversation.');
  const projectId = session.data.project_id;
  // A key belongs to its conversation: the same one in another begins another story.
  const key = input.idempotencyKey === null ? null : `${sessionId}\0${input.idempotencyKey}`;
  const started =
    (key !== null && (await findStarted(client, ownerId, key, sendRequested))) ||
    (await startStoryJob(client, ownerId, await readBrief(client, { sessionId, projectId }, input.options), {
      sendRequested,
      idempotencyKey: key,
      from: { projectId, sessionId },
      isAgeOpen: Boolean(input.options?.readerId && !input.options.ageGroup),
    }));
  const told = await client.rpc('announce_story', {
    p_session_id: sessionId,
    p_job_id: started.jobId,
    ...(input.asMessage && { p_text: BEGUN, p_message_id: uuidFromText(`story begun\0${started.jobId}`) }),
  });
  if (told.error) throw databaseError(told.error);
  return { jobId: started.jobId, storyId: started.storyId };
}

/** What was begun under this key before. Its event is sent again: the first try may have ended before that. */
async function findStarted(
  client: DatabaseClient,
  ownerId: string,
  key: string,
  sendRequested: (job: WaitingJob) => Promise<void>,
): Promise<StartedStory | false> {
  const { jobId } = identifyRequest(ownerId, key);
  const job = await client.from('jobs').select('story_id, status, created_at').eq('id', jobId).maybeSingle();
  if (job.error) throw databaseError(job.error);
  if (!job.data) return false;
  if (job.data.status === 'pending') await sendRequested({ jobId, ownerId, createdAt: job.data.created_at });
  return { jobId, storyId: job.data.story_id };
}

async function readBrief(
  client: DatabaseClient,
  ids: { sessionId: string; projectId: string },
  options: BriefOptions | undefined,
) {
  const [dossierRow, messageRows] = await Promise.all([
    client.from('dossiers').select('snapshot').eq('project_id', ids.projectId).maybeSingle(),
    client
      .from('chat_messages')
      .select('role, content')
      .eq('session_id', ids.sessionId)
      .order('position', { ascending: false })
      .limit(MOST_MESSAGES),
  ]);
  if (dossierRow.error) throw databaseError(dossierRow.error);
  if (messageRows.error) throw databaseError(messageRows.error);
  const dossier = dossierSchema.parse(dossierRow.data?.snapshot ?? {});
  const messages = messageRows.data
    .map((row): Utterance => ({ role: row.role === 'user' ? 'user' : 'assistant', text: row.content }))
    .toReversed();
  if (!isTellable(dossier, messages)) {
    throw new AppError(
      'conflict',
      'There is nothing to tell a story of yet. Say who it is about, or what happens, and try again.',
    );
  }
  return buildBrief({ dossier, messages, ...(options && { options }) });
}
