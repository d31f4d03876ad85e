import { queryOptions } from '@tanstack/react-query';
import type { ShareView } from '@/lib/share/share-views';
import { requestJson } from './request-json';

/** The link by which anybody may read a story, where its owner has made one (`app/api/v1/stories/[storyId]/share`). */
export function shareQueryOptions(storyId: string) {
  return queryOptions({
    queryKey: ['stories', 'share', storyId],
    queryFn: ({ signal }) => requestJson<ShareView>(`/api/v1/stories/${storyId}/share`, { signal }),
  });
}

/** @throws AppError `conflict` for a story that is not finished, `approval_required` for one that waits for a grown-up */
export function shareStory(storyId: string): Promise<ShareView> {
  return requestJson(`/api/v1/stories/${storyId}/share`, { method: 'PUT' });
}

/** Ends the link for everybody who has it. */
export function withdrawShare(storyId: string): Promise<unknown> {
  return requestJson(`/api/v1/stories/${storyId}/share`, { method: 'DELETE' });
}
