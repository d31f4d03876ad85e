'use client';

import { Trash2 } from 'lucide-react';
import { Button } from '@/components/ui/button';
import { useLazyPart } from './use-lazy-part';

/** Deletes a story after asking once more. */
export function DeleteStoryButton({ storyId, title }: { storyId: string; title: string }) {
  const dialog = useLazyPart(() =>
    import('./delete-story-dialog').then(({ DeleteStoryDialog }) => DeleteStoryDialog),
  );
  const DeleteStoryDialog = dialog.part;
  return (
    <>
      <Button
        ref={dialog.button}
        variant="ghost"
        className="text-destructive"
        aria-haspopup="dialog"
        onClick={dialog.open}
      >
        <Trash2 aria-hidden />
        Delete story
      </Button>
      {DeleteStoryDialog && dialog.isOpen ? (
        <DeleteStoryDialog storyId={storyId} title={title} onClose={() => dialog.setIsOpen(false)} />
      ) : null}
    </>
  );
}
