'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { errorSentence } from '@/components/error-sentence';
import { useToast } from '@/components/ui/toast';
import { restoreVersion } from '@/lib/client/mend-requests';
import { storyQueryOptions } from '@/lib/client/query-options';
import { createIdempotencyKey } from '@/lib/client/story-requests';
import { isAppError } from '@/lib/errors';
import type { MendAnswer } from '@/lib/mending/mend-views';
import type { StoryView } from '@/lib/story/views';

const UNDO_MS = 8_000;

export type MendAct = {
  send: (idempotencyKey: string) => Promise<MendAnswer>;
  /** What is said when it is done, with a way back. */
  said: string;
  onDone?: (answer: MendAnswer) => void;
};

/** Changes a story: the pages that show it know of it at once, and for a moment it can be taken back. */
export function useMend(story: Pick<StoryView, 'id' | 'version'>) {
  const queryClient = useQueryClient();
  const { showToast } = useToast();
  const { queryKey } = storyQueryOptions(story.id);

  /** Waits until the story is here as it is now: the next change begins from that. */
  const note = async ({ job_id: jobId }: MendAnswer) => {
    if (jobId) {
      queryClient.setQueryData(queryKey, (shown) => (shown ? { ...shown, mending_job_id: jobId } : shown));
    }
    await queryClient.invalidateQueries({ queryKey });
  };
  /** Undoes a change, unless another came after it: that would go with it. */
  const takeBack = (version: number) =>
    restoreVersion(story.id, { number: version - 1, from: version }, createIdempotencyKey()).then(
      note,
      (error: unknown) => showToast({ title: errorSentence(error) }),
    );
  const mutation = useMutation({
    mutationFn: (act: MendAct) => act.send(createIdempotencyKey()),
    onSuccess: async (answer, act) => {
      await note(answer);
      act.onDone?.(answer);
      // Nothing was different: there is nothing to take back.
      if (answer.version === story.version) return;
      showToast({
        title: act.said,
        durationMs: UNDO_MS,
        action: { label: 'Undo', onPress: () => void takeBack(answer.version) },
      });
    },
    onError: (error) => {
      // Somebody was faster: how it is now is shown beside what was wanted.
      if (isAppError(error) && error.code === 'conflict') void queryClient.invalidateQueries({ queryKey });
    },
  });
  return {
    mend: mutation.mutate,
    isPending: mutation.isPending,
    error: mutation.error,
    forget: mutation.reset,
  };
}
