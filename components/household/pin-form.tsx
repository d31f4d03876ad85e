'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LockKeyhole } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { tellGrownUpMode } from '@/lib/client/grown-up-query';
import { setHouseholdPin } from '@/lib/client/household-requests';
import { PinField } from './pin-field';

type PinFormProps = { isFirst: boolean; onSaved: () => void; onCancel: (() => void) | undefined };

/** A PIN, twice: what is typed cannot be seen. */
export function PinForm({ isFirst, onSaved, onCancel }: PinFormProps) {
  const queryClient = useQueryClient();
  const [pin, setPin] = useState('');
  const [again, setAgain] = useState('');
  const [mistake, setMistake] = useState<{ pin?: string; again?: string }>({});
  const saving = useMutation({
    mutationFn: setHouseholdPin,
    onSuccess: async ({ expires_at }) => {
      await tellGrownUpMode(queryClient, expires_at);
      onSaved();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (saving.isPending) return;
    const found = findMistake(pin, again);
    setMistake(found);
    if (!found.pin && !found.again) saving.mutate(pin);
  };
  const digits = (text: string) => text.replace(/\D/g, '');
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <div className="grid gap-4 sm:max-w-md sm:grid-cols-2">
        <PinField
          label={isFirst ? 'PIN' : 'New PIN'}
          hint="4 to 8 digits"
          name="new-pin"
          value={pin}
          onChange={(event) => setPin(digits(event.target.value))}
          error={mistake.pin}
        />
        <PinField
          label="The same again"
          name="new-pin-again"
          value={again}
          onChange={(event) => setAgain(digits(event.target.value))}
          error={mistake.again}
        />
      </div>
      {saving.isError ? (
        <p role="alert" className="font-semibold text-destructive text-sm">
          {errorSentence(saving.error)}
        </p>
      ) : null}
      <div className="flex flex-wrap gap-3">
        <Button type="submit" variant="secondary" aria-disabled={saving.isPending}>
          <LockKeyhole aria-hidden />
          {isFirst ? 'Set the PIN' : 'Save the new PIN'}
        </Button>
        {onCancel ? (
          <Button variant="ghost" onClick={onCancel}>
            Keep the old one
          </Button>
        ) : null}
      </div>
    </form>
  );
}

function findMistake(pin: string, again: string): { pin?: string; again?: string } {
  if (!/^\d{4,8}$/.test(pin)) return { pin: 'A PIN has 4 to 8 digits.' };
  return pin === again ? {} : { again: 'These are two different PINs.' };
}
