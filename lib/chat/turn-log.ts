import { setTimeout as sleep } from 'node:timers/promises';
import { readUIMessageStream, type UIMessageChunk } from 'ai';
import type { Json } from '@/lib/supabase/database.types';
import type { DatabaseClient } from '@/lib/supabase/database-client';
import { databaseError } from '@/lib/supabase/database-error';
import { readText } from './message-views';
import type { ChatMessage, ChatMessageStatus } from './schema';

const FLUSH_MS = 150;
/** How long the first words wait for those that come with them: a quick model's whole answer is then one write. */
const GATHER_MS = 20;
const HEARTBEAT_MS = 2_000;
/** How an answer's end is written when the database is away for a moment; after that it is closed as broken off. */
const END_RETRY_MS = [200, 500, 1_000, 2_000, 4_000, 8_000];

export type TurnEnd = {
  status: Exclude<ChatMessageStatus, 'streaming'>;
  error: { code: string; message: string } | null;
  model: string;
  metadata: { [name: string]: Json };
  /** Names a conversation that has no name yet. */
  title: string | null;
};

export type TurnLog = {
  add: (chunk: UIMessageChunk) => void;
  /** Writes what is left and ends the answer. @throws AppError `database_failed` */
  end: (end: TurnEnd) => Promise<void>;
};

/**
 * Keeps an answer under way in the database for its other readers: first words at once, then in batches, and a sign of
 * life while the model is silent. The last pieces go with the end. It never delays whoever reads directly.
 */
export function openTurnLog(options: {
  admin: DatabaseClient;
  answerId: string;
  /** Somebody asked to stop, or the answer was taken away. */
  onStop: () => void;
  onWritten: () => void;
  onProblem: (error: unknown) => void;
}): TurnLog {
  const { admin, answerId } = options;
  let pending: UIMessageChunk[] = [];
  let text = '';
  let message: ChatMessage | undefined;
  let lastWriteMs = Date.now();
  let saysSomething = false;
  let hasWritten = false;
  let writing: Promise<void> | undefined;
  let timer: NodeJS.Timeout | undefined;
  let isEnding = false;

  const toMessage = new TransformStream<UIMessageChunk, UIMessageChunk>(undefined, undefined, {
    highWaterMark: Number.POSITIVE_INFINITY,
  });
  const messageWriter = toMessage.writable.getWriter();
  const assembled = (async () => {
    const states = readUIMessageStream<ChatMessage>({
      stream: toMessage.readable,
      onError: options.onProblem,
    });
    for await (const state of states) message = state;
  })();

  const schedule = () => {
    clearTimeout(timer);
    if (isEnding || writing) return;
    timer = setTimeout(flush, Math.max(0, lastWriteMs + findPause() - Date.now()));
  };

  function findPause(): number {
    if (pending.length === 0) return HEARTBEAT_MS;
    return saysSomething && !hasWritten ? GATHER_MS : FLUSH_MS;
  }

  function flush(): void {
    if (writing || isEnding) return;
    writing = write()
      .catch(options.onProblem)
      .finally(() => {
        writing = undefined;
        schedule();
      });
  }

  async function write(): Promise<void> {
    const chunks = pending;
    pending = [];
    lastWriteMs = Date.now();
    hasWritten ||= saysSomething;
    const { data, error } = await admin.rpc('record_chat_chunks', {
      p_answer_id: answerId,
      p_chunks: (chunks.length > 0 ? chunks : null) as unknown as Json,
      p_parts: (message?.parts ?? null) as unknown as Json,
      p_content: text,
    });
    if (error) {
      // They go with the next batch; readers must not miss a piece.
      pending = [...chunks, ...pending];
      throw databaseError(error);
    }
    if (chunks.length > 0) options.onWritten();
    const answer = data as { open: boolean; stop: boolean };
    if (!answer.open || answer.stop) options.onStop();
  }

  async function finish({ status, error, model, metadata, title }: TurnEnd): Promise<void> {
    const finished = await admin.rpc('end_chat_answer', {
      p_answer_id: answerId,
      p_chunks: (pending.length > 0 ? pending : null) as unknown as Json,
      p_parts: (message?.parts ?? []) as unknown as Json,
      p_content: text,
      p_status: status,
      p_error_code: (error?.code ?? null) as string,
      p_error_message: (error?.message ?? null) as string,
      p_model: model,
      p_metadata: metadata,
      p_title: title as string,
    });
    if (finished.error) throw databaseError(finished.error);
    options.onWritten();
  }

  schedule();
  return {
    add(chunk) {
      pending.push(chunk);
      text += readText([chunk]);
      saysSomething ||= text !== '' || chunk.type.startsWith('tool-');
      messageWriter.write(chunk).catch(options.onProblem);
      schedule();
    },
    async end(end) {
      isEnding = true;
      clearTimeout(timer);
      await writing;
      await messageWriter.close();
      await assembled;
      for (const waitMs of END_RETRY_MS) {
        try {
          return await finish(end);
        } catch (error) {
          options.onProblem(error);
          await sleep(waitMs);
        }
      }
      await finish(end);
    },
  };
}
