import type { UseMutationResult } from '@tanstack/react-query';
import type { ReactNode } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import {
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';

type ConfirmContentProps = {
  title: string;
  /** What goes, and whether it can come back. */
  children: ReactNode;
  action: string;
  /** The button's words while it works; else those of `action`. */
  acting?: string;
  change: Pick<
    UseMutationResult<unknown, Error, void>,
    'isError' | 'error' | 'isPending' | 'isSuccess' | 'mutate'
  >;
};

/** Asks once more before something goes; stays open and says why when it could not be done. */
export function ConfirmContent({ title, children, action, acting = action, change }: ConfirmContentProps) {
  return (
    <AlertDialogContent>
      <AlertDialogTitle>{title}</AlertDialogTitle>
      <AlertDialogDescription>{children}</AlertDialogDescription>
      {change.isError ? <Alert variant="destructive">{errorSentence(change.error)}</Alert> : null}
      <div className="flex flex-wrap justify-end gap-3">
        <AlertDialogCancel>Keep it</AlertDialogCancel>
        <Button
          variant="destructive"
          disabled={change.isPending || change.isSuccess}
          onClick={() => change.mutate()}
        >
          {change.isPending ? acting : action}
        </Button>
      </div>
    </AlertDialogContent>
  );
}
