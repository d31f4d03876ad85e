import type { AppError } from '@/lib/errors';
import {
  type MendAnswer,
  type MendConflict,
  type MendSceneRequest,
  mendConflictSchema,
  type RedoSceneRequest,
  type VersionListView,
} from '@/lib/mending/mend-views';
import { requestJson } from './request-json';

/**
 * Changes of a finished story. Each answers its new version and the job that makes the rest, if anything has to be made; the
 * story's `mending_job_id` names that job, too. A `conflict` (409) says how the story is now: `readConflict`. Throws AppError.
 * `idempotencyKey`: as of `createIdempotencyKey`; the same request under the same key changes nothing twice.
 */
function send<Body>(
  path: string,
  method: 'PATCH' | 'POST' | 'DELETE',
  idempotencyKey: string,
  body?: Body,
): Promise<MendAnswer> {
  return requestJson<MendAnswer>(path, {
    method,
    ...(body !== undefined && { body }),
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** @param version the one the reader saw; without it the last word counts */
export function renameStory(
  storyId: string,
  request: { title: string; version?: number },
  idempotencyKey: string,
): Promise<MendAnswer> {
  return send(`/api/v1/stories/${storyId}`, 'PATCH', idempotencyKey, request);
}

/** @param request.revision the scene's `revision` when editing began */
export function mendScene(
  { storyId, sceneId }: { storyId: string; sceneId: string },
  request: MendSceneRequest,
  idempotencyKey: string,
): Promise<MendAnswer> {
  return send(`/api/v1/stories/${storyId}/scenes/${sceneId}`, 'PATCH', idempotencyKey, request);
}

export function redoScene(
  { storyId, sceneId }: { storyId: string; sceneId: string },
  request: RedoSceneRequest,
  idempotencyKey: string,
): Promise<MendAnswer> {
  return send(`/api/v1/stories/${storyId}/scenes/${sceneId}/redo`, 'POST', idempotencyKey, request);
}

/** The last page cannot be deleted (`conflict`). */
export function deleteScene(
  { storyId, sceneId }: { storyId: string; sceneId: string },
  idempotencyKey: string,
): Promise<MendAnswer> {
  return send(`/api/v1/stories/${storyId}/scenes/${sceneId}`, 'DELETE', idempotencyKey);
}

/** @param sceneIds every page once */
export function orderScenes(
  storyId: string,
  { sceneIds, version }: { sceneIds: readonly string[]; version: number },
  idempotencyKey: string,
): Promise<MendAnswer> {
  const body = { scene_ids: sceneIds, version };
  return send(`/api/v1/stories/${storyId}/scenes/order`, 'POST', idempotencyKey, body);
}

/** Newest first. */
export function listVersions(storyId: string, signal?: AbortSignal): Promise<VersionListView> {
  return requestJson<VersionListView>(`/api/v1/stories/${storyId}/versions`, { signal });
}

/**
 * Makes the story again what it was. With the present number: makes what a failed or cancelled mend left unmade.
 * @param from the version the reader saw; without it the last word counts
 */
export function restoreVersion(
  storyId: string,
  { number, from }: { number: number; from?: number },
  idempotencyKey: string,
): Promise<MendAnswer> {
  const body = from === undefined ? undefined : { version: from };
  return send(`/api/v1/stories/${storyId}/versions/${number}/restore`, 'POST', idempotencyKey, body);
}

/** How the story is now, of a `conflict` because somebody else has changed it; null of every other error. */
export function readConflict(error: AppError): MendConflict | null {
  const current = mendConflictSchema.safeParse(error.current);
  return error.code === 'conflict' && current.success ? current.data : null;
}
