'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { Input } from '@/components/ui/input';
import { Label } from '@/components/ui/label';
import { renameStory } from '@/lib/client/gallery-requests';
import { changeOnShelves } from '@/lib/client/shelf-query';

const LONGEST_TITLE = 120;

type RenameDialogProps = { story: { id: string; title: string }; onClose: () => void };

/** Gives a story another title. */
export function RenameDialog({ story, onClose }: RenameDialogProps) {
  const queryClient = useQueryClient();
  const [title, setTitle] = useState(story.title);
  const named = title.trim();
  const rename = useMutation({
    mutationFn: () => renameStory(story.id, named),
    onSuccess: async () => {
      changeOnShelves(queryClient, story.id, (shown) => ({ ...shown, title: named }));
      onClose();
      await queryClient.invalidateQueries({ queryKey: ['stories'] });
    },
  });
  function save(event: FormEvent): void {
    event.preventDefault();
    if (named === story.title) onClose();
    else if (named !== '') rename.mutate();
  }
  return (
    <Dialog open onOpenChange={(isOpen) => !isOpen && onClose()}>
      <DialogContent>
        <DialogTitle>Another title</DialogTitle>
        <DialogDescription>The pages, the voice and the film stay as they are.</DialogDescription>
        <form onSubmit={save} className="grid gap-4">
          <div className="grid gap-2">
            <Label htmlFor="new-title">Title</Label>
            <Input
              id="new-title"
              value={title}
              maxLength={LONGEST_TITLE}
              required
              dir="auto"
              autoComplete="off"
              onFocus={(event) => event.target.select()}
              onChange={(event) => setTitle(event.target.value)}
            />
          </div>
          {rename.error ? <Alert variant="destructive">{errorSentence(rename.error)}</Alert> : null}
          <div className="flex flex-wrap justify-end gap-2">
            <Button variant="ghost" onClick={onClose}>
              Leave it
            </Button>
            <Button type="submit" disabled={rename.isPending || named === ''}>
              {rename.isPending ? 'Saving…' : 'Save'}
            </Button>
          </div>
        </form>
      </DialogContent>
    </Dialog>
  );
}
