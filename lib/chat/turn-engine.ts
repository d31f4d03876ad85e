import 'server-only';
import type { ToolSet, UIMessageChunk } from 'ai';
import type { Logger } from 'pino';
import { mapProviderError } from '@/lib/ai/call-provider';
import type { Caller } from '@/lib/auth/caller';
import { titleSession } from '@/lib/builtin/interviewer/title-session';
import { readDossier } from '@/lib/dossier/data';
import { mergeFindings } from '@/lib/dossier/merge-findings';
import { saveDossier } from '@/lib/dossier/mutations';
import type { Dossier, DossierFindings, Utterance } from '@/lib/dossier/schema';
import { updateDossierFromConversation } from '@/lib/dossier/update-from-conversation';
import type { AppError } from '@/lib/errors';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import type { JudgeWords } from './moderation-stream';
import { startStoryFromSession } from './start-story';
import { buildChatTools } from './tools';

type Learning = {
  tell: (chunk: UIMessageChunk) => void;
  log: Logger;
  title: string;
  messages: Utterance[];
  dossier: Dossier;
};

/** What whoever answers a turn may do, and what is done with what the turn taught. */
export type TurnEngine = {
  tools: ToolSet;
  explain: (error: unknown) => AppError;
  /** Never fails the turn. @returns a name for a conversation that has none */
  learn: (learning: Learning) => Promise<{ title: string | null }>;
};

const DOSSIER_TIMEOUT_MS = 60_000;

export function buildTurnEngine(turn: {
  caller: Caller;
  sessionId: string;
  projectId: string;
  answerId: string;
  sendRequested: ((job: WaitingJob) => Promise<void>) | undefined;
  judge: JudgeWords | undefined;
}): TurnEngine {
  const { caller, sessionId, projectId, answerId, sendRequested, judge } = turn;

  async function updateDossier(findings: DossierFindings) {
    const saved = await readDossier(caller.client, projectId);
    const { dossier, changes } = mergeFindings(saved.dossier, findings);
    const { version } = await saveDossier(caller.client, {
      projectId,
      dossier,
      changes,
      changedBy: 'conversation',
      messageId: answerId,
    });
    return { version, changes };
  }

  async function learn({ tell, log, title, messages, dossier }: Learning): Promise<{ title: string | null }> {
    let latest = dossier;
    try {
      const signal = AbortSignal.timeout(DOSSIER_TIMEOUT_MS);
      const admin = getAdminClient();
      const news = await updateDossierFromConversation(admin, { projectId, sessionId, answerId, signal });
      if (news) {
        latest = news.dossier;
        tell({ type: 'data-dossier', data: { projectId, version: news.version, changes: news.changes } });
      }
    } catch (error) {
      log.warn(
        { err: error, answerId },
        'the dossier could not be brought up to date; the next turn reads it too',
      );
    }
    if (title !== '') return { title: null };
    const found = titleSession({ messages, dossier: latest }).slice(0, 200);
    if (found === '') return { title: null };
    tell({ type: 'data-title', data: { title: found }, transient: true });
    return { title: found };
  }

  return {
    tools: buildChatTools({
      judge,
      updateDossier,
      ...(sendRequested
        ? {
            startStory: (options) =>
              startStoryFromSession(caller.client, {
                ownerId: caller.userId,
                sessionId,
                options,
                // The same turn begins one story, however often its model asks.
                idempotencyKey: answerId,
                sendRequested,
                asMessage: false,
              }),
          }
        : {}),
    }),
    explain: mapProviderError,
    learn,
  };
}
