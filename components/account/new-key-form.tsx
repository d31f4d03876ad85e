'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { CircleAlert, KeyRound } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import { Button } from '@/components/ui/button';
import { type Choice, ChoiceChips } from '@/components/ui/choice-chips';
import type { CreatedApiKeyView, Scope } from '@/lib/auth/api-key-schemas';
import { apiKeysQueryOptions, createApiKey } from '@/lib/client/api-key-requests';
import { isAppError } from '@/lib/errors';

type Reach = 'all' | 'read';
const REACHES: readonly Choice<Reach>[] = [
  { value: 'all', label: 'Read and write', hint: 'look, make, change' },
  { value: 'read', label: 'Read only', hint: 'look' },
];
const SCOPES_OF: Record<Reach, readonly Scope[]> = { all: ['read', 'write'], read: ['read'] };

export function NewKeyForm({ onCreated }: { onCreated: (created: CreatedApiKeyView) => void }) {
  const [reach, setReach] = useState<Reach>('all');
  const nameField = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const creating = useMutation({
    mutationFn: createApiKey,
    onSuccess: (created) => {
      onCreated(created);
      return queryClient.invalidateQueries(apiKeysQueryOptions);
    },
    onError: () => nameField.current?.focus(),
  });
  const fields = isAppError(creating.error) ? creating.error.fields : [];
  const handleSubmit = (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    const name = String(new FormData(event.currentTarget).get('name') ?? '');
    if (!creating.isPending) creating.mutate({ name, scopes: SCOPES_OF[reach] });
  };
  return (
    <form onSubmit={handleSubmit} noValidate className="mt-5 space-y-4 rounded-lg bg-muted p-4 sm:p-5">
      <Field
        ref={nameField}
        label="Name of the new key"
        name="name"
        autoComplete="off"
        maxLength={80}
        placeholder="My phone app"
        error={fields.find((field) => field.path === 'name')?.message}
      />
      <div className="flex flex-wrap items-end justify-between gap-4">
        <ChoiceChips legend="It may" name="reach" choices={REACHES} value={reach} onValueChange={setReach} />
        <Button type="submit" aria-disabled={creating.isPending}>
          <KeyRound aria-hidden />
          {creating.isPending ? 'Making it…' : 'Make a key'}
        </Button>
      </div>
      {creating.isError && fields.length === 0 ? (
        <Alert variant="destructive">
          <CircleAlert aria-hidden />
          <p>{errorSentence(creating.error)}</p>
        </Alert>
      ) : null}
    </form>
  );
}
