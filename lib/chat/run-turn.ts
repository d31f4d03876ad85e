import 'server-only';
import { randomUUID } from 'node:crypto';
import type { LanguageModelV4 } from '@ai-sdk/provider';
import type { UIMessageChunk } from 'ai';
import type { Logger } from 'pino';
import { z } from 'zod';
import { listCandidates, modelName } from '@/lib/ai/models';
import { moderateTexts } from '@/lib/ai/moderate-texts';
import type { Caller } from '@/lib/auth/caller';
import { guardKeptDossier } from '@/lib/dossier/guard-dossier';
import { type Dossier, dossierSchema, EMPTY_DOSSIER } from '@/lib/dossier/schema';
import { AppError } from '@/lib/errors';
import { guardText } from '@/lib/safety/guard';
import type { WaitingJob } from '@/lib/story/waiting-job';
import { getAdminClient } from '@/lib/supabase/admin';
import type { Json } from '@/lib/supabase/database.types';
import { databaseError } from '@/lib/supabase/database-error';
import type { OpenCall } from './ask-for-answer';
import { followAnswer } from './follow-answer';
import { guardUtterances } from './guard-utterances';
import { createWordsJudge } from './judge-words';
import { messageRowSchema } from './message-views';
import type { JudgeWords } from './moderation-stream';
import { payForAnswer } from './pay-for-answer';
import { readUtterances } from './read-utterances';
import { getRunningAnswers } from './running-answers';
import { type ChatMetadata, MAX_MESSAGE_LENGTH } from './schema';
import { wakeSessionFeed } from './session-feed';
import { buildTurnEngine, type TurnEngine } from './turn-engine';
import { openTurnLog } from './turn-log';
import { writeAnswer } from './write-answer';

export type TurnRequest = {
  sessionId: string;
  projectId: string | null;
  trigger: 'submit' | 'regenerate';
  /** Not for regenerate. */
  message: { id: string; text: string } | null;
  /** submit: the message that gives way to this one; regenerate: the answer to make anew (null: the last). */
  fromMessageId: string | null;
};

export type Turn = {
  sessionId: string;
  projectId: string;
  answerId: string;
  created: boolean;
  repeated: boolean;
  stream: ReadableStream<UIMessageChunk>;
};

const begunSchema = z.object({
  repeated: z.boolean(),
  created: z.boolean().default(false),
  session: z.object({ id: z.uuid(), project_id: z.uuid(), title: z.string() }),
  answer_id: z.uuid(),
  history: z.array(messageRowSchema).default([]),
  dossier: z.object({ snapshot: dossierSchema }).nullish(),
});
type Begun = z.infer<typeof begunSchema>;
type ChatModels = [LanguageModelV4, ...LanguageModelV4[]];

/** What the model is told besides: how to answer, and its tools. */
const INSTRUCTION_LETTERS = 8_000;

/**
 * Begins a turn and answers it to its end, whether or not anybody reads `stream`. A message id that is there already
 * gives the answer it has or is getting.
 * @throws AppError `guardrail_violation` (nothing is saved), `not_found`, `conflict` while an answer is under way
 */
export async function startTurn(options: {
  caller: Caller;
  request: TurnRequest;
  log: Logger;
  /** Without it the model cannot begin stories. */
  sendRequested?: (job: WaitingJob) => Promise<void>;
}): Promise<Turn> {
  const { caller, log } = options;
  const request = guardRequest(options.request);
  // A model that cannot be had is found out before there is an answer that nobody would write.
  const models = createChatModels();
  if (request.message) await judgeSaid(caller, request.message.text);
  const begun = await begin(caller, request);
  const turn = {
    sessionId: begun.session.id,
    projectId: begun.session.project_id,
    answerId: begun.answer_id,
    created: begun.created,
    repeated: begun.repeated,
  };
  wakeSessionFeed(turn.sessionId);
  if (begun.repeated) {
    return { ...turn, stream: followAnswer(caller.client, turn.sessionId, turn.answerId) };
  }
  const judge = createWordsJudge(caller.userId, models);
  let controller: ReadableStreamDefaultController<UIMessageChunk> | undefined;
  const stream = new ReadableStream<UIMessageChunk>({
    start: (reader) => {
      controller = reader;
    },
    // The answer goes on: it is written for the log, and this reader may come back.
    cancel: () => {
      controller = undefined;
    },
  });
  void answer({
    // Messages that are there may have come past our API.
    judgeHeard: request.message ? undefined : (text) => judgeSaid(caller, text),
    turn,
    begun,
    models,
    judge,
    open: payForAnswer(getAdminClient(), {
      ownerId: caller.userId,
      answerId: turn.answerId,
      letters: JSON.stringify([begun.history, begun.dossier]).length + INSTRUCTION_LETTERS,
    }),
    engine: buildTurnEngine({ caller, ...turn, judge, sendRequested: options.sendRequested }),
    log,
    tell: (chunk) => controller?.enqueue(chunk),
  })
    .catch((error) => log.error({ err: error, answerId: turn.answerId }, 'an answer could not be ended'))
    .finally(() => controller?.close());
  return { ...turn, stream };
}

function createChatModels(): ChatModels {
  const [first, ...others] = listCandidates('chat').map((candidate) => candidate.create());
  if (!first) throw new AppError('misconfigured', 'CHAT_MODEL names no model.');
  return [first, ...others];
}

function guardRequest(request: TurnRequest): TurnRequest {
  if (!request.message) return request;
  const text = guardText(request.message.text, {
    place: 'chat',
    field: 'text',
    maxLength: MAX_MESSAGE_LENGTH,
  });
  return { ...request, message: { ...request.message, text } };
}

/**
 * Before anything is saved and before the chat model begins: what is refused reaches no other service. An answer begins as much
 * later as the verdict takes; who has no moderation model waits for nothing.
 */
function judgeSaid({ userId }: Pick<Caller, 'userId'>, text: string): Promise<void> {
  return moderateTexts([{ text, place: 'chat', field: 'text' }], { payer: { ownerId: userId } });
}

async function begin(caller: Caller, request: TurnRequest): Promise<Begun> {
  const { message } = request;
  const { data, error } = await caller.client.rpc('begin_chat_turn', {
    p_session_id: request.sessionId,
    // The generated types do not know that these may be null.
    p_project_id: request.projectId as string,
    p_trigger: request.trigger,
    p_message: message
      ? { id: message.id, parts: [{ type: 'text', text: message.text }], content: message.text }
      : null,
    p_from_message_id: request.fromMessageId as string,
    p_answer_id: randomUUID(),
  });
  if (error) throw databaseError(error);
  return begunSchema.parse(data);
}

async function answer(options: {
  judgeHeard: ((text: string) => Promise<void>) | undefined;
  turn: Omit<Turn, 'stream'>;
  begun: Begun;
  models: ChatModels;
  judge: JudgeWords | undefined;
  open: OpenCall;
  engine: TurnEngine;
  log: Logger;
  tell: (chunk: UIMessageChunk) => void;
}): Promise<void> {
  const { turn, begun, models, engine, log } = options;
  const abort = new AbortController();
  const running = getRunningAnswers();
  running.set(turn.answerId, abort);
  const turnLog = openTurnLog({
    admin: getAdminClient(),
    answerId: turn.answerId,
    onStop: () => abort.abort(),
    onWritten: () => wakeSessionFeed(turn.sessionId),
    onProblem: (error) =>
      log.warn({ err: error, answerId: turn.answerId }, 'a piece of an answer was not logged'),
  });
  const tell = (chunk: UIMessageChunk) => {
    options.tell(chunk);
    turnLog.add(chunk);
  };
  const metadata: ChatMetadata = {
    sessionId: turn.sessionId,
    projectId: turn.projectId,
    createdAt: new Date().toISOString(),
    status: 'streaming',
  };
  const dossier: Dossier = begun.dossier ? guardKeptDossier(begun.dossier.snapshot) : EMPTY_DOSSIER;
  const heard = readUtterances(begun.history);
  const [messages, prompt] = [guardUtterances(heard.said), guardUtterances(heard.saidAndShown)];
  try {
    tell({ type: 'start', messageId: turn.answerId, messageMetadata: metadata });
    const heardLast = messages.findLast(({ role }) => role === 'user')?.text;
    const judged = heardLast === undefined ? undefined : options.judgeHeard?.(heardLast);
    const write = () =>
      writeAnswer(
        models,
        {
          tools: engine.tools,
          messages,
          prompt,
          dossier,
          stop: abort.signal,
          open: options.open,
          judge: options.judge,
          onChunk: tell,
        },
        (gaveUp, failure) =>
          log.warn({ err: failure, model: modelName(gaveUp) }, 'a model failed; the next one is asked'),
      );
    const { status, error, model } = await Promise.resolve(judged)
      .then(write)
      .catch((cause) => ({ status: 'failed' as const, error: engine.explain(cause), model: models[0] }));
    const { title } =
      status === 'complete'
        ? await engine.learn({ tell, log, title: begun.session.title, messages, dossier })
        : { title: null };
    const failure = error ? { code: error.code, message: error.message } : null;
    if (error) log.warn({ err: error, answerId: turn.answerId }, 'an answer failed');
    const ended: ChatMetadata = { ...metadata, status, ...(failure ? { error: failure } : {}) };
    tell({ type: 'message-metadata', messageMetadata: ended });
    if (failure) tell({ type: 'error', errorText: failure.message });
    else if (status === 'stopped') tell({ type: 'abort' });
    tell({ type: 'finish', messageMetadata: ended });
    await turnLog.end({
      status,
      error: failure,
      model: modelName(model),
      metadata: {} as { [name: string]: Json },
      title,
    });
  } finally {
    running.delete(turn.answerId);
  }
}
