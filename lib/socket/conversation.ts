import { randomUUID } from 'node:crypto';
import type { ChatEventView } from '../chat/views.ts';
import { isAppError } from '../errors.ts';
import { hasJobEnded } from '../story/nouns.ts';
import type { OutgoingFrame } from './frames.ts';
import { buildFrames } from './frames-from-event.ts';
import type { Loopback } from './loopback.ts';
import type { Outbox } from './outbox.ts';
import { buildRequirements } from './requirements.ts';
import { createSendQueue } from './send-queue.ts';
import { findStartedStories } from './started-stories.ts';

/** The conversation a socket talks in. `projectId` null: nobody has said anything in it yet. */
export type JoinedSession = { sessionId: string; projectId: string | null; after: number | null };

/** Stories of a conversation that are looked after when somebody joins it. */
const LOOKED_AFTER_STORIES = 3;
const SILENCE_MS = 2_000;

/**
 * One client in one conversation: what it says goes to `POST /api/chat`, what happens there comes from the session's
 * events. `onBroken` gets what ended the following: the token, the conversation, or something of ours.
 */
export function openConversation(options: {
  api: Loopback;
  outbox: Outbox;
  joined: JoinedSession;
  waitingMessages: number;
  onBroken: (error: unknown) => void;
}) {
  const { api, outbox, joined, onBroken } = options;
  const { sessionId } = joined;
  let { projectId } = joined;
  let lastNumber = joined.after ?? 0;
  let dossierWanted = 0;
  const over = new AbortController();
  const { signal } = over;
  const quietIds = new Set<string>();
  const jobs = new Set<string>();
  let opened: Promise<void> | undefined;

  const place = () => ({ number: lastNumber, session_id: sessionId, project_id: projectId });
  const send = (frame: OutgoingFrame) => void (signal.aborted || outbox.send(frame));
  /** For what runs beside the conversation: its failure is the client's business only when it says so. */
  const inBackground = (work: Promise<void>) =>
    void work.catch((error: unknown) => signal.aborted || sendError(error));

  function sendError(error: unknown, id?: string): void {
    if (isAppError(error) && error.code === 'unauthenticated') {
      onBroken(error);
      return;
    }
    const code = isAppError(error) ? error.code : 'internal';
    send({
      type: 'error',
      code,
      message: isAppError(error) && code !== 'internal' ? error.message : 'Something went wrong.',
      retryable: PASSING.has(code),
      ...(id === undefined ? {} : { id }),
    });
    if (!isAppError(error)) onBroken(error);
  }

  const queue = createSendQueue({
    limit: options.waitingMessages,
    silenceMs: SILENCE_MS,
    async say(message) {
      if (!message.isNamedByClient) quietIds.add(message.messageId);
      await opened;
      try {
        const said = await api.say(
          { sessionId, messageId: message.messageId, text: message.content },
          signal,
        );
        projectId = said.project_id;
      } catch (error) {
        if (isAppError(error) && error.code === 'conflict') return 'busy';
        throw error;
      }
      // The conversation begins with its first message: everything in it is news.
      if (!opened) follow(0);
      return 'said';
    },
    onRefused: (message, error) => sendError(error, message.isNamedByClient ? message.messageId : undefined),
  });

  function follow(afterId: number | null): void {
    const opening = Promise.withResolvers<void>();
    opened = opening.promise;
    void (async () => {
      try {
        for await (const event of api.followSession(sessionId, {
          afterId,
          signal,
          onOpen: opening.resolve,
        })) {
          tell(event);
          await outbox.hasRoom();
        }
      } catch (error) {
        if (!signal.aborted) onBroken(error);
      } finally {
        opening.resolve();
      }
    })();
  }

  function tell(event: ChatEventView): void {
    lastNumber = Math.max(lastNumber, event.id);
    for (const frame of buildFrames(event, place(), (id) => quietIds.has(id))) send(frame);
    if (event.type === 'message') quietIds.delete(event.message.message_id);
    if (event.type === 'dossier') inBackground(sendRequirements(event.version));
    if (event.type === 'story') inBackground(followStory(event.job_id, event.story_id));
    queue.hear(event.type === 'answer-ended');
  }

  /** Several versions in a row are told as the last. */
  async function sendRequirements(version: number): Promise<void> {
    dossierWanted = Math.max(dossierWanted, version);
    if (!projectId || version < dossierWanted) return;
    const dossier = await api.getDossier(projectId, signal);
    if (dossier.version < dossierWanted) return;
    dossierWanted = dossier.version + 1;
    send({ type: 'requirements', ...place(), ...buildRequirements(dossier) });
  }

  async function followStory(jobId: string, storyId: string): Promise<void> {
    if (jobs.has(jobId)) return;
    jobs.add(jobId);
    for await (const event of api.followJob(jobId, { afterId: 0, signal })) {
      const { status, stage, progress, scene, message } = event;
      send({
        type: 'story_progress',
        ...place(),
        job_id: jobId,
        story_id: storyId,
        status,
        stage,
        progress,
        event: event.type,
        scene,
        message,
      });
      if (event.type === 'status' && hasJobEnded({ status })) return;
      await outbox.hasRoom();
    }
  }

  /** What a client that comes (back) would not hear from the events: the dossier as it is and stories still being made. */
  async function lookAround(): Promise<void> {
    const [dossier, messages] = await Promise.all([
      projectId ? api.getDossier(projectId, signal).catch(orNothing) : undefined,
      api.listMessages(sessionId, signal),
    ]);
    if (dossier) send({ type: 'requirements', ...place(), ...buildRequirements(dossier) });
    for (const { jobId, storyId } of findStartedStories(messages).slice(-LOOKED_AFTER_STORIES)) {
      const job = await api.getJob(jobId, signal).catch(orNothing);
      if (!job) continue;
      // Somebody who was here before is also told how a story ended meanwhile.
      if (joined.after !== null || !hasJobEnded(job)) inBackground(followStory(jobId, storyId));
    }
  }

  if (projectId) {
    follow(joined.after);
    inBackground(lookAround());
  }
  return {
    sessionId,
    /** @returns false when too many messages wait already */
    say: (content: string, id: string | null) =>
      queue.add({ messageId: id ?? randomUUID(), content, isNamedByClient: id !== null }),
    stopAnswer: () => inBackground(api.stopAnswer(sessionId, signal)),
    sendError,
    close(): void {
      over.abort();
      queue.stop();
    },
  };
}
export type Conversation = ReturnType<typeof openConversation>;

/** Codes after which the same message may be sent again. */
const PASSING: ReadonlySet<string> = new Set([
  'conflict',
  'rate_limited',
  'provider_failed',
  'provider_rate_limited',
  'provider_bad_output',
  'database_failed',
  'storage_failed',
  'queue_unavailable',
  'internal',
]);

/** No dossier yet, a story that was deleted. */
function orNothing(error: unknown): undefined {
  if (isAppError(error) && error.code === 'not_found') return undefined;
  throw error;
}
