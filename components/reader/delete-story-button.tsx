'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { useRouter } from 'next/navigation';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { deleteStory } from '@/lib/client/story-requests';

/** Deletes a story after asking once more. */
export function DeleteStoryButton({ storyId, title }: { storyId: string; title: string }) {
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
    <AlertDialog>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" size="sm" className="text-destructive">
          <Trash2 aria-hidden />
          Delete story
        </Button>
      </AlertDialogTrigger>
      <ConfirmContent title="Delete this story?" action="Delete" acting="Deleting…" change={remove}>
        “{title}” goes away with its pictures, its voice and its film. This cannot be undone.
      </ConfirmContent>
    </AlertDialog>
  );
}
