import { getEnv } from '../env.ts';
import type { Modality } from './providers/provider.ts';

/**
 * A story may take a large model minutes; a voice that says nothing for so long is dead. Nobody waits long for notes: what is not
 * read now is read with the next turn; of an answer in a conversation it is the longest silence. A film is asked for, not waited for. Everybody waits for a verdict.
 */
const SECONDS: Record<Modality, number> = {
  text: 180,
  chat: 60,
  dossier: 45,
  picture: 180,
  speech: 120,
  video: 60,
  transcription: 120,
  moderation: 20,
};

/**
 * How long one call may take, milliseconds; `MODEL_TIMEOUTS` says otherwise, but not of our own engines: they are as fast as
 * this machine lets them be, and nobody else could be asked instead.
 */
export function getCallTimeoutMs(modality: Modality, provider?: { builtIn: boolean }): number {
  const set = provider?.builtIn ? undefined : getEnv().ai.timeoutSeconds[modality];
  return (set ?? SECONDS[modality]) * 1_000;
}
