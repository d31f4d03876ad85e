'use client';

import { useMutation } from '@tanstack/react-query';
import { CircleAlert } from 'lucide-react';
import { type FormEvent, type ReactNode, useEffect, useRef } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { isAppError } from '@/lib/errors';

type AccountFormProps<Answer> = {
  /** What the button says, and what it says while waiting. */
  action: { label: string; busy: string };
  submit: (values: Record<string, string>) => Promise<Answer>;
  onSuccess: (answer: Answer) => void;
  /** The fields; `errorOf` gives the last answer's complaint about one of them. */
  children: (errorOf: (field: string) => string | undefined) => ReactNode;
};

/** The frame of every account form: sends its fields, keeps what was typed, says what was wrong. */
export function AccountForm<Answer>({ action, submit, onSuccess, children }: AccountFormProps<Answer>) {
  const form = useRef<HTMLFormElement>(null);
  const sending = useMutation({ mutationFn: submit, onSuccess });
  const fields = isAppError(sending.error) ? sending.error.fields : [];
  const errorOf = (field: string) => fields.find((candidate) => candidate.path === field)?.message;
  // Where the correcting starts.
  useEffect(() => {
    if (sending.isError) form.current?.querySelector<HTMLElement>('[aria-invalid]')?.focus();
  }, [sending.isError]);

  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending.isPending) return;
    const values: Record<string, string> = {};
    for (const [name, value] of new FormData(event.currentTarget)) {
      if (typeof value === 'string') values[name] = value;
    }
    sending.mutate(values);
  };
  return (
    <form ref={form} onSubmit={handleSubmit} noValidate className="space-y-5">
      {children(errorOf)}
      {sending.isError && fields.length === 0 ? (
        <Alert variant="destructive">
          <CircleAlert aria-hidden />
          <p>{errorSentence(sending.error)}</p>
        </Alert>
      ) : null}
      <Button type="submit" className="w-full" aria-disabled={sending.isPending}>
        {sending.isPending ? action.busy : action.label}
      </Button>
    </form>
  );
}
