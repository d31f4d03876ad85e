'use client';

import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { storyQueryOptions } from '@/lib/client/query-options';
import { shareQueryOptions, shareStory, withdrawShare } from '@/lib/client/share-requests';
import type { ShareView } from '@/lib/share/share-views';

const UNSHARED: ShareView = { share_id: null, url: null };

/** A story's link, and how it is made and withdrawn; every page that shows the story knows of it at once. */
export function useShare(storyId: string) {
  const queryClient = useQueryClient();
  const share = useQuery(shareQueryOptions(storyId));
  const keep = (view: ShareView) => {
    queryClient.setQueryData(shareQueryOptions(storyId).queryKey, view);
    queryClient.setQueryData(storyQueryOptions(storyId).queryKey, (story) =>
      story ? { ...story, share_id: view.share_id } : story,
    );
    void queryClient.invalidateQueries({ queryKey: ['stories', 'list'] });
  };
  const make = useMutation({ mutationFn: () => shareStory(storyId), onSuccess: keep });
  const withdraw = useMutation({ mutationFn: () => withdrawShare(storyId), onSuccess: () => keep(UNSHARED) });
  return { share, make, withdraw };
}
