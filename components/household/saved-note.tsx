import { Check, CircleAlert } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';

type SavedNoteProps = { change: { isSuccess: boolean; isError: boolean; error: unknown } };

/** Whether what was changed last is saved; told to screen readers too. */
export function SavedNote({ change }: SavedNoteProps) {
  return (
    <div className="not-empty:mt-4">
      <p role="status" className="flex items-center gap-1.5 font-semibold text-sm text-success">
        {change.isSuccess ? (
          <>
            <Check aria-hidden className="size-4" /> Saved.
          </>
        ) : null}
      </p>
      {change.isError ? (
        <p role="alert" className="flex items-start gap-1.5 font-semibold text-destructive text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errorSentence(change.error)}
        </p>
      ) : null}
    </div>
  );
}
