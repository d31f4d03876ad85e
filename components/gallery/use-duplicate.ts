'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { useRef } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { useToast } from '@/components/ui/toast';
import { duplicateStory } from '@/lib/client/gallery-requests';
import { createIdempotencyKey } from '@/lib/client/story-requests';

/** A film has to be read and written once: whoever waits is told that something happens. */
const LONGEST_COPY_MS = 120_000;

/** Copies a story; the copy is offered when it is there. */
export function useDuplicate(): (story: { id: string; title: string }) => void {
  const queryClient = useQueryClient();
  const router = useRouter();
  const { showToast, dismissToast } = useToast();
  const copying = useRef(new Set<string>());
  const { mutate } = useMutation({
    mutationFn: async ({ id, title }: { id: string; title: string }) => {
      const told = showToast({ title: `Copying “${title}”…`, durationMs: LONGEST_COPY_MS });
      try {
        return await duplicateStory(id, createIdempotencyKey());
      } finally {
        dismissToast(told);
      }
    },
    onSuccess: (copy) => {
      showToast({
        title: `“${copy.title}” stands on your shelf.`,
        action: { label: 'Open', onPress: () => router.push(`/stories/${copy.id}`) },
      });
      return queryClient.invalidateQueries({ queryKey: ['stories', 'list'] });
    },
    onError: (error) => showToast({ title: errorSentence(error) }),
    onSettled: (_copy, _error, { id }) => {
      copying.current.delete(id);
    },
  });
  // Whoever presses twice wants one copy.
  return (story) => {
    if (copying.current.has(story.id)) return;
    copying.current.add(story.id);
    mutate(story);
  };
}
