'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { ageGroupLabel } from '@/components/story/story-choices';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Badge } from '@/components/ui/badge';
import { Button } from '@/components/ui/button';
import { deleteReader, readersQueryOptions } from '@/lib/client/household-requests';
import type { ReaderView } from '@/lib/household/household-views';
import { ReaderFacts } from './reader-facts';
import { ReaderForm } from './reader-form';

/** One who reads here, and the form in their place while they are changed. */
export function ReaderCard({ reader }: { reader: ReaderView }) {
  const [isEditing, setIsEditing] = useState(false);
  if (isEditing) return <ReaderForm reader={reader} onDone={() => setIsEditing(false)} />;
  return (
    <div className="flex gap-4 rounded-lg border bg-background/60 p-4 sm:p-5">
      <span
        aria-hidden
        className="grid size-12 shrink-0 place-items-center rounded-full bg-accent font-semibold font-title text-2xl text-accent-foreground"
      >
        {[...reader.name][0]?.toUpperCase()}
      </span>
      <div className="min-w-0 flex-1">
        <div className="flex flex-wrap items-center gap-x-3 gap-y-1">
          <h3 className="break-words font-semibold text-xl">{reader.name}</h3>
          <Badge variant="accent">{ageGroupLabel(reader.age_group)}</Badge>
        </div>
        <ReaderFacts reader={reader} className="mt-2 space-y-0.5 break-words text-muted-foreground" />
        <div className="mt-3 -ml-3.5 flex flex-wrap gap-1">
          <Button
            variant="ghost"
            size="sm"
            aria-label={`Change ${reader.name}`}
            onClick={() => setIsEditing(true)}
          >
            <Pencil aria-hidden className="size-4" />
            Change
          </Button>
          <DeleteReaderButton reader={reader} />
        </div>
      </div>
    </div>
  );
}

function DeleteReaderButton({ reader }: { reader: ReaderView }) {
  const queryClient = useQueryClient();
  const [isOpen, setIsOpen] = useState(false);
  const removing = useMutation({
    mutationFn: () => deleteReader(reader.id),
    onSuccess: () => queryClient.invalidateQueries(readersQueryOptions),
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" size="sm" className="text-destructive" aria-label={`Remove ${reader.name}`}>
          <Trash2 aria-hidden className="size-4" />
          Remove
        </Button>
      </AlertDialogTrigger>
      <ConfirmContent title={`Remove ${reader.name}?`} action="Remove" acting="Removing…" change={removing}>
        What you told about {reader.name} is forgotten. Their stories stay on the shelf.
      </ConfirmContent>
    </AlertDialog>
  );
}
