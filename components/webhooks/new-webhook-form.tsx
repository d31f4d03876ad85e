'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { BellPlus } from 'lucide-react';
import { type FormEvent, useRef } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { createWebhook, webhooksQueryOptions } from '@/lib/client/webhook-requests';
import { isAppError } from '@/lib/errors';

export function NewWebhookForm() {
  const form = useRef<HTMLFormElement>(null);
  const queryClient = useQueryClient();
  const creating = useMutation({
    mutationFn: createWebhook,
    onSuccess: () => {
      form.current?.reset();
      return queryClient.invalidateQueries(webhooksQueryOptions);
    },
  });
  const complaint = creating.isError
    ? (isAppError(creating.error) && creating.error.fields[0]?.message) || errorSentence(creating.error)
    : undefined;
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const url = String(new FormData(event.currentTarget).get('url') ?? '');
    if (!creating.isPending) creating.mutate({ url });
  };
  return (
    <form
      ref={form}
      onSubmit={handleSubmit}
      noValidate
      className="mt-5 flex flex-wrap items-start gap-4 rounded-lg bg-muted p-4 sm:p-5"
    >
      <div className="min-w-60 flex-1">
        <Field
          label="Address of your program"
          name="url"
          type="url"
          inputMode="url"
          autoComplete="off"
          placeholder="https://your-app.com/webhook"
          hint="It must be reachable from the internet."
          error={complaint}
        />
      </div>
      <Button type="submit" className="sm:mt-7.5" aria-disabled={creating.isPending}>
        <BellPlus aria-hidden />
        {creating.isPending ? 'Adding…' : 'Add'}
      </Button>
    </form>
  );
}
