import { isAppError } from '@/lib/errors';
import type { StoryListView, StoryView } from '@/lib/story/views';
import { requestJson } from './request-json';
import { deleteStory } from './story-requests';

export function setFavourite(storyId: string, favourite: boolean): Promise<unknown> {
  return requestJson(`/api/v1/stories/${storyId}/favourite`, { method: favourite ? 'PUT' : 'DELETE' });
}

/** @throws AppError `guardrail_violation` for a title that is not one for children */
export function renameStory(storyId: string, title: string): Promise<unknown> {
  return requestJson(`/api/v1/stories/${storyId}`, { method: 'PATCH', body: { title } });
}

/** Copies a story with its files. The same `idempotencyKey` again answers the same copy. */
export function duplicateStory(storyId: string, idempotencyKey: string): Promise<StoryView> {
  return requestJson(`/api/v1/stories/${storyId}/duplicate`, {
    method: 'POST',
    headers: { 'idempotency-key': idempotencyKey },
  });
}

/** Deletes a story; one that is gone already counts as deleted. */
export async function removeStory(storyId: string): Promise<void> {
  try {
    await deleteStory(storyId);
  } catch (error) {
    if (!isAppError(error) || error.code !== 'not_found') throw error;
  }
}

/** The same while the page goes away: the browser sends it to its end, and nobody hears the answer. */
export function removeStoryOnLeaving(storyId: string): void {
  fetch(`/api/v1/stories/${storyId}`, { method: 'DELETE', keepalive: true }).catch(() => {
    // There is no page any more to say it on; the book stands on the shelf when somebody comes back.
  });
}

/** How these stories are by now, also those that have failed. At most fifty. */
export function readStories(storyIds: readonly string[], signal: AbortSignal): Promise<StoryListView> {
  const search = new URLSearchParams({ status: 'any', id: storyIds.join(','), limit: '50' });
  return requestJson(`/api/v1/stories?${search}`, { signal });
}
