'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { useToast } from '@/components/ui/toast';
import { setFavourite } from '@/lib/client/gallery-requests';
import { changeOnShelves } from '@/lib/client/shelf-query';
import type { StoryView } from '@/lib/story/views';

/** Marks a story as a favourite or takes the mark off: seen at once, and taken back where it did not work. */
export function useFavourite(storyId: string): (favourite: boolean) => void {
  const queryClient = useQueryClient();
  const { showToast } = useToast();
  const show = (favourite: boolean) => {
    changeOnShelves(queryClient, storyId, (story) => ({ ...story, favourite }));
    queryClient.setQueryData<StoryView>(['stories', 'one', storyId], (story) =>
      story ? { ...story, favourite } : story,
    );
  };
  const { mutate } = useMutation({
    // One after another: the last press counts.
    scope: { id: `favourite ${storyId}` },
    mutationFn: (favourite: boolean) => setFavourite(storyId, favourite),
    onMutate: show,
    onError: (error, favourite) => {
      show(!favourite);
      showToast({ title: errorSentence(error) });
    },
  });
  return mutate;
}
