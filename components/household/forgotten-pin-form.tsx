'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import { useAccount } from '@/components/layout/use-account';
import { Button } from '@/components/ui/button';
import { tellGrownUpMode } from '@/lib/client/grown-up-query';
import { removeHouseholdPin } from '@/lib/client/household-requests';

type ForgottenPinFormProps = { onRemoved: () => void; onBack: () => void };

/** Takes a forgotten PIN away with the password of the account; a guest has none. */
export function ForgottenPinForm({ onRemoved, onBack }: ForgottenPinFormProps) {
  const account = useAccount();
  const queryClient = useQueryClient();
  const [password, setPassword] = useState('');
  const removing = useMutation({
    mutationFn: () => removeHouseholdPin(password),
    onSuccess: () => {
      void tellGrownUpMode(queryClient, null);
      onRemoved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    event.stopPropagation();
    if (password && !removing.isPending) removing.mutate();
  };
  const back = (
    <Button variant="outline" onClick={onBack}>
      Back
    </Button>
  );
  if (account.kind !== 'member') {
    return (
      <>
        <p>
          You are a guest and have no password. Whoever runs this Storyloom can take the PIN away for you.
        </p>
        <div className="flex justify-end">{back}</div>
      </>
    );
  }
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <Field
        label={`Password of ${account.email}`}
        type="password"
        name="password"
        autoComplete="current-password"
        value={password}
        onChange={(event) => {
          setPassword(event.target.value);
          removing.reset();
        }}
        error={removing.isError ? errorSentence(removing.error) : undefined}
      />
      <div className="flex flex-wrap justify-end gap-3">
        {back}
        <Button type="submit" aria-disabled={removing.isPending}>
          {removing.isPending ? 'Looking…' : 'Take the PIN away'}
        </Button>
      </div>
    </form>
  );
}
