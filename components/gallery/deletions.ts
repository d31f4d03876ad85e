'use client';

import { type QueryClient, useQueryClient } from '@tanstack/react-query';
import { useCallback, useSyncExternalStore } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { useToast } from '@/components/ui/toast';
import { removeStory, removeStoryOnLeaving } from '@/lib/client/gallery-requests';
import { createPendingDeletions, type PendingDeletions } from '@/lib/client/pending-deletions';
import { changeOnShelves } from '@/lib/client/shelf-query';

const TIME_TO_UNDO_MS = 8_000;
const NONE: PendingDeletions = new Set();
const getNone = () => NONE;

/** One for the tab. */
const deletions = createPendingDeletions({ remove: removeStory, removeOnLeaving: removeStoryOnLeaving });
if (typeof window !== 'undefined') window.addEventListener('pagehide', () => deletions.leave());

/** Stories that stand on no shelf any more, although they are not deleted yet. */
export function usePendingDeletions(): PendingDeletions {
  return useSyncExternalStore(deletions.subscribe, deletions.getPending, getNone);
}

/** Deletes a story: off the shelf at once, for good when nobody has pressed Undo for a while. */
export function useDeleteWithUndo(): (story: { id: string; title: string }) => void {
  const queryClient = useQueryClient();
  const { showToast } = useToast();
  return useCallback(
    ({ id, title }) => {
      deletions.hide(id);
      showToast({
        title: `“${title}” is off the shelf.`,
        action: { label: 'Undo', onPress: () => deletions.bringBack(id) },
        durationMs: TIME_TO_UNDO_MS,
        onLeave: () => {
          deletions
            .commit(id, () => forget(queryClient, id))
            .catch((error: unknown) => {
              showToast({
                title: `“${title}” is back: it could not be deleted. ${errorSentence(error)}`,
                durationMs: TIME_TO_UNDO_MS,
              });
            });
        },
      });
    },
    [queryClient, showToast],
  );
}

function forget(queryClient: QueryClient, storyId: string): void {
  changeOnShelves(queryClient, storyId, () => null);
  queryClient.removeQueries({ queryKey: ['stories', 'one', storyId] });
  void queryClient.invalidateQueries({ queryKey: ['jobs'] });
}
