import 'server-only';
import { getDossierModel } from '@/lib/ai/models';
import { readConversation } from '@/lib/ai/read-conversation';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { readDossier } from './data';
import { guardFindings } from './guard-dossier';
import { mergeFindings } from './merge-findings';
import { saveDossier } from './mutations';
import type { Dossier, DossierFindings, Utterance } from './schema';

/**
 * The question before what is unread, without which "Yes, in a cave" answers nothing. No more: what was read before
 * would bring back what somebody has renamed or taken out since.
 */
const MESSAGES_BEFORE = 1;
/** A conversation that could not be read for long is read in its latest part. */
const MOST_MESSAGES = 60;
const SAVE_ATTEMPTS = 5;

type Turn = { projectId: string; sessionId: string; answerId: string; signal?: AbortSignal };

/**
 * Reads what a conversation told since it was last read and keeps it. A dossier model that fails fails nothing here: it
 * is logged, and the next turn reads what this one could not.
 * @param admin the service role's client: the caller may have left meanwhile
 * @returns null when there is nothing new
 * @throws AppError `database_failed`, `not_found`; `conflict` when others kept on changing the dossier
 */
export async function updateDossierFromConversation(
  admin: DatabaseClient,
  turn: Turn,
): Promise<{ version: number; changes: string[]; dossier: Dossier } | null> {
  const unread = await readUnread(admin, turn);
  if (!unread) return null;
  const { dossier } = await readDossier(admin, turn.projectId);
  let found: DossierFindings | null;
  try {
    const model = getDossierModel();
    found = await readConversation({
      messages: unread.messages,
      dossier,
      model,
      ...(turn.signal ? { signal: turn.signal } : {}),
    });
  } catch (error) {
    log.warn({ err: error, sessionId: turn.sessionId }, 'conversation not read for its dossier');
    return null;
  }
  const saved = found ? await keep(admin, turn, found) : null;
  const { error } = await admin.from('dossier_readings').upsert({
    session_id: turn.sessionId,
    owner_id: unread.ownerId,
    read_to: unread.readTo,
  });
  if (error) throw databaseError(error);
  return saved;
}

/** Merges into whatever is the newest at the moment of saving. */
async function keep(admin: DatabaseClient, turn: Turn, found: DossierFindings) {
  for (let attempt = 1; ; attempt += 1) {
    const base = await readDossier(admin, turn.projectId);
    const { findings, leftOut } = guardFindings(found, base.dossier.ageGroup);
    if (leftOut > 0) log.info({ sessionId: turn.sessionId, leftOut }, 'findings left out by the guard');
    const { dossier, changes } = mergeFindings(base.dossier, findings);
    if (changes.length === 0) return null;
    try {
      const { version } = await saveDossier(admin, {
        projectId: turn.projectId,
        dossier,
        changes,
        changedBy: 'conversation',
        baseVersion: base.version,
        messageId: turn.answerId,
      });
      return { version, changes, dossier };
    } catch (error) {
      if (!isAppError(error) || error.code !== 'conflict' || attempt >= SAVE_ATTEMPTS) throw error;
    }
  }
}

async function readUnread(
  admin: DatabaseClient,
  turn: Turn,
): Promise<{ messages: Utterance[]; readTo: number; ownerId: string } | null> {
  const answer = await admin
    .from('chat_messages')
    .select('position, owner_id')
    .eq('id', turn.answerId)
    .eq('session_id', turn.sessionId)
    .maybeSingle();
  if (answer.error) throw databaseError(answer.error);
  if (!answer.data) return null;
  const reading = await admin
    .from('dossier_readings')
    .select('read_to')
    .eq('session_id', turn.sessionId)
    .maybeSingle();
  if (reading.error) throw databaseError(reading.error);
  const { position, owner_id: ownerId } = answer.data;
  // An edited question stands where a read one stood: this turn's own question is always read.
  const firstUnread = Math.min((reading.data?.read_to ?? -1) + 1, Math.max(0, position - 1));
  const { data, error } = await admin
    .from('chat_messages')
    .select('role, content, position')
    .eq('session_id', turn.sessionId)
    .gte('position', Math.max(firstUnread - MESSAGES_BEFORE, position - MOST_MESSAGES))
    .lte('position', position)
    .order('position');
  if (error) throw databaseError(error);
  const messages = data
    .filter(({ content }) => content.trim() !== '')
    .filter((message) => message.position >= firstUnread || message.role === 'assistant')
    .map(({ role, content }): Utterance => ({ role: role === 'user' ? 'user' : 'assistant', text: content }));
  return { messages, readTo: position, ownerId };
}
