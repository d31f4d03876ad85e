'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useRouter } from 'next/navigation';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog } from '@/components/ui/alert-dialog';
import { deleteStory } from '@/lib/client/story-requests';

type DeleteStoryDialogProps = { storyId: string; title: string; onClose: () => void };

/** The question before a story is deleted, and the deleting. */
export function DeleteStoryDialog({ storyId, title, onClose }: DeleteStoryDialogProps) {
  const router = useRouter();
  const queryClient = useQueryClient();
  const remove = useMutation({
    mutationFn: () => deleteStory(storyId),
    onSuccess: () => {
      queryClient.removeQueries({ queryKey: ['stories', 'list'] });
      queryClient.removeQueries({ queryKey: ['jobs'] });
      router.push('/stories');
      router.refresh();
    },
  });
  return (
    <AlertDialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <ConfirmContent title="Delete this story?" action="Delete" acting="Deleting…" change={remove}>
        “{title}” goes away with its pictures, its voice and its film. This cannot be undone.
      </ConfirmContent>
    </AlertDialog>
  );
}
