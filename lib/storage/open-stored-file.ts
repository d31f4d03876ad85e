import 'server-only';
import { getSupabaseEnv } from '@/lib/env';
import { openObject } from './open-object';

/** Opens a whole file as the service, for whoever has read its row as the caller. @throws AppError as `openObject` */
export function openStoredFile(path: string, signal: AbortSignal): Promise<ReadableStream<Uint8Array>> {
  return openObject(getSupabaseEnv().secretKey, path, null, signal);
}
