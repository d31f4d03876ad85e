import { z } from 'zod';
import { MAX_MESSAGE_LENGTH } from '../chat/schema.ts';
import type { SnapshotJson } from '../dossier/views.ts';
import type { JobEventView } from '../story/views.ts';

/** What clients send: the StoryMimi document's `user_message`, and ours. Fields we do not know are left alone. */
export const incomingFrameSchema = z.discriminatedUnion('type', [
  z.object({
    type: z.literal('user_message'),
    content: z
      .string()
      .trim()
      .min(1, 'Say something first.')
      .max(MAX_MESSAGE_LENGTH, 'A message has at most 4,000 characters.'),
    /** The device's own clock; ours counts. */
    timestamp: z.string().max(64).nullish(),
    /** The message's own id: sending it again after a reconnect does not say it twice. */
    id: z.uuid().nullish(),
  }),
  z.object({ type: z.literal('ping') }),
  z.object({ type: z.literal('stop') }),
]);
export type IncomingFrame = z.infer<typeof incomingFrameSchema>;

/**
 * Where a frame stands: `number` is the id of the session's event, never falls within a connection, and is what `?after=`
 * takes to go on from there.
 */
type Place = { number: number; session_id: string; project_id: string | null };

export type RequirementsFrame = Place & {
  type: 'requirements';
  title: string;
  prompt: string;
  style: string | null;
  num_scenes: number | null;
  version: number;
  snapshot_json: SnapshotJson;
};

export type StoryProgressFrame = Place & {
  type: 'story_progress';
  job_id: string;
  story_id: string;
  status: JobEventView['status'];
  stage: JobEventView['stage'];
  /** 0…1 */
  progress: number;
  /** What happened: `status`, `stage`, `story`, `picture`, `narration`, `film` or `warning`. */
  event: JobEventView['type'];
  scene?: number | undefined;
  message?: string | undefined;
};

export type ErrorFrame = {
  type: 'error';
  /** A code of lib/errors.ts. */
  code: string;
  message: string;
  /** Whether the same again may work. */
  retryable: boolean;
  /** The id of the message it is about, when it is about one. */
  id?: string | undefined;
};

export type OutgoingFrame =
  | (Place & { type: 'user_message'; id: string; content: string; created_at: string })
  | (Place & { type: 'assistant_delta'; id: string; content: string })
  | (Place & {
      type: 'assistant_message';
      id: string;
      content: string;
      created_at: string;
      status: string;
      error: { code: string; message: string } | null;
    })
  | (Place & { type: 'messages_removed'; ids: string[] })
  | RequirementsFrame
  | StoryProgressFrame
  | ErrorFrame
  | { type: 'pong'; timestamp: string };
