import { Check, CircleAlert } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';

type SavedNoteProps = { change: { isSuccess: boolean; isError: boolean; error: unknown } };

/** Whether what was changed last is saved; told to screen readers too. */
export function SavedNote({ change }: SavedNoteProps) {
  return (
    <>
      <p
        role="status"
        className="not-empty:mt-4 flex items-center gap-1.5 font-semibold text-sm text-success"
      >
        {change.isSuccess ? (
          <>
            <Check aria-hidden className="size-4" /> Saved.
          </>
        ) : null}
      </p>
      {change.isError ? (
        <p role="alert" className="mt-4 flex items-start gap-1.5 font-semibold text-destructive text-sm">
          <CircleAlert aria-hidden className="mt-0.5 size-4 shrink-0" />
          {errorSentence(change.error)}
        </p>
      ) : null}
    </>
  );
}
