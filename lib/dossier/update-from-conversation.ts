import 'server-only';
import { z } from 'zod';
import { listCandidates } from '@/lib/ai/models';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import { readConversation } from '@/lib/ai/read-conversation';
import { tryCandidates } from '@/lib/ai/try-candidates';
import { guardUtterances } from '@/lib/chat/guard-utterances';
import { isAppError } from '@/lib/errors';
import { log } from '@/lib/log';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { readDossier } from './data';
import { guardFindings, guardKeptDossier } from './guard-dossier';
import { mergeFindings } from './merge-findings';
import { payForReading } from './pay-for-reading';
import { type Dossier, type DossierFindings, dossierSchema, EMPTY_DOSSIER, type Utterance } from './schema';

/**
 * The question before what is unread, without which "Yes, in a cave" answers nothing. No more: what was read before
 * would bring back what somebody has renamed or taken out since.
 */
const MESSAGES_BEFORE = 1;
/** A conversation that could not be read for long is read in its latest part. */
const MOST_MESSAGES = 60;
const SAVE_ATTEMPTS = 5;

const unreadSchema = z.object({
  owner_id: z.uuid(),
  read_to: z.int(),
  first_unread: z.int(),
  messages: z.array(
    z.object({ role: z.enum(['user', 'assistant']), content: z.string(), position: z.int() }),
  ),
  dossier: z.object({ version: z.int(), snapshot: dossierSchema }).nullable(),
});

type Base = { version: number; dossier: Dossier };
type Unread = { messages: Utterance[]; readTo: number; ownerId: string; base: Base };
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
  let found: DossierFindings | null;
  try {
    found = await tryCandidates(listCandidates('dossier'), async (candidate) => {
      const model = candidate.create();
      const findings = await readConversation({
        messages: guardUtterances(unread.messages),
        dossier: guardKeptDossier(unread.base.dossier),
        model,
        pay: payForReading(admin, { ownerId: unread.ownerId, model, request: unread, signal: turn.signal }),
      });
      // What is built in only takes over words that were judged when they came in.
      if (findings && !candidate.provider.builtIn) await judgeFindings(findings, unread, turn);
      return findings;
    });
  } catch (error) {
    log.warn({ err: error, sessionId: turn.sessionId }, 'conversation not read for its dossier');
    if (!isAppError(error) || error.code !== 'guardrail_violation') return null;
    // Read again it would say the same.
    found = null;
  }
  return keep(admin, turn, unread, found);
}

/** @throws AppError as `moderateTexts` */
function judgeFindings(
  findings: DossierFindings,
  { ownerId, base }: Unread,
  { signal }: Turn,
): Promise<void> {
  return moderateTexts([{ text: JSON.stringify(findings), place: 'profile' }], {
    payer: { ownerId },
    listener: { ageGroup: base.dossier.ageGroup ?? undefined },
    signal,
    outcome: 'left_out',
  });
}

/** Merges into whatever is the newest at the moment of saving, and keeps how far was read, both or neither. */
async function keep(admin: DatabaseClient, turn: Turn, unread: Unread, found: DossierFindings | null) {
  for (let attempt = 1, { base } = unread; ; attempt += 1) {
    const news = found ? merge(base.dossier, found, turn) : null;
    const { data, error } = await admin.rpc('save_conversation_reading', {
      p_session_id: turn.sessionId,
      p_owner_id: unread.ownerId,
      p_read_to: unread.readTo,
      p_project_id: turn.projectId,
      p_snapshot: news ? dossierSchema.parse(news.dossier) : null,
      p_changes: news ? news.changes : null,
      p_base_version: base.version,
      p_message_id: turn.answerId,
    });
    if (!error) return news ? { version: z.int().parse(data), ...news } : null;
    const failure = databaseError(error);
    if (failure.code !== 'conflict' || attempt >= SAVE_ATTEMPTS) throw failure;
    base = await readDossier(admin, turn.projectId);
  }
}

function merge(known: Dossier, found: DossierFindings, turn: Turn) {
  const { findings, leftOut } = guardFindings(found, known.ageGroup);
  if (leftOut > 0) log.info({ sessionId: turn.sessionId, leftOut }, 'findings left out by the guard');
  const { dossier, changes } = mergeFindings(known, findings);
  return changes.length === 0 ? null : { dossier, changes };
}

async function readUnread(admin: DatabaseClient, turn: Turn): Promise<Unread | null> {
  const { data, error } = await admin.rpc('read_unread_conversation', {
    p_session_id: turn.sessionId,
    p_answer_id: turn.answerId,
    p_project_id: turn.projectId,
    p_before: MESSAGES_BEFORE,
    p_most: MOST_MESSAGES,
  });
  if (error) throw databaseError(error);
  const unread = unreadSchema.nullable().parse(data);
  if (!unread) return null;
  const { owner_id: ownerId, read_to: readTo, first_unread: firstUnread, dossier } = unread;
  const messages = unread.messages
    .filter(({ content }) => content.trim() !== '')
    .filter(({ position, role }) => position >= firstUnread || role === 'assistant')
    .map(({ role, content }): Utterance => ({ role, text: content }));
  const base = dossier
    ? { version: dossier.version, dossier: dossier.snapshot }
    : { version: 0, dossier: EMPTY_DOSSIER };
  return { messages, readTo, ownerId, base };
}
