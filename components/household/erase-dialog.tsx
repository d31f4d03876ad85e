'use client';

import { useMutation } from '@tanstack/react-query';
import { Trash2 } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
  AlertDialogTrigger,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { tellAccountChanged } from '@/lib/client/account-query';
import { eraseHousehold } from '@/lib/client/erasure-requests';
import { ERASE_WORDS } from '@/lib/erasure/erasure-schemas';

/** Erases the household for good, once the words were typed out. */
export function EraseDialog() {
  const [typed, setTyped] = useState('');
  const isMeant = typed.trim().toLowerCase() === ERASE_WORDS;
  const erasing = useMutation({
    mutationFn: eraseHousehold,
    onSuccess: () => {
      tellAccountChanged('signed-out');
      // The whole page anew: nothing of what was here stays in its memory.
      window.location.assign('/');
    },
  });
  const isBusy = erasing.isPending || erasing.isSuccess;
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (isMeant && !isBusy) erasing.mutate();
  };
  return (
    <AlertDialog onOpenChange={() => setTyped('')}>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" className="text-destructive">
          <Trash2 aria-hidden />
          Erase everything
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogTitle>Erase everything?</AlertDialogTitle>
        <AlertDialogDescription>
          Every story, picture, voice, film and conversation, all readers and settings, and your account
          itself. Nobody can bring it back.
        </AlertDialogDescription>
        <form onSubmit={submit} noValidate className="grid gap-4">
          <Field
            label={`Type “${ERASE_WORDS}”`}
            value={typed}
            autoComplete="off"
            autoCapitalize="none"
            onChange={(event) => setTyped(event.target.value)}
            error={erasing.isError ? errorSentence(erasing.error) : undefined}
          />
          <div className="flex flex-wrap justify-end gap-3">
            <AlertDialogCancel>Keep it</AlertDialogCancel>
            <Button type="submit" variant="destructive" disabled={!isMeant || isBusy}>
              {isBusy ? 'Erasing…' : 'Erase everything'}
            </Button>
          </div>
        </form>
      </AlertDialogContent>
    </AlertDialog>
  );
}
