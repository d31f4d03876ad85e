'use client';

import { useMutation } from '@tanstack/react-query';
import { Check } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { Field } from '@/components/auth/field';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { Card } from '@/components/ui/card';
import { saveDisplayName } from '@/lib/client/account-requests';
import { isAppError } from '@/lib/errors';

type ProfilePanelProps = { email: string; userId: string; displayName: string };

/** The address one signs in with, the name one is called by, and the id that programs ask for. */
export function ProfilePanel({ email, userId, displayName }: ProfilePanelProps) {
  const [name, setName] = useState(displayName);
  const saving = useMutation({ mutationFn: saveDisplayName });
  const complaint = isAppError(saving.error)
    ? (saving.error.fields[0]?.message ?? errorSentence(saving.error))
    : undefined;
  const handleSubmit = (event: FormEvent) => {
    event.preventDefault();
    if (!saving.isPending) saving.mutate(name.trim());
  };
  return (
    <Card className="mt-8 p-5 sm:p-7">
      <h2 className="font-semibold text-2xl">Profile</h2>
      <dl className="mt-4 grid gap-x-6 gap-y-1 sm:grid-cols-[auto_1fr]">
        <dt className="font-bold">Email</dt>
        <dd className="min-w-0 break-words text-muted-foreground max-sm:mb-2">{email}</dd>
        <dt className="font-bold">User id</dt>
        <dd className="min-w-0 break-all font-mono text-muted-foreground text-sm leading-6">{userId}</dd>
      </dl>
      <form onSubmit={handleSubmit} noValidate className="mt-5 flex flex-wrap items-end gap-3">
        <div className="min-w-56 flex-1">
          <Field
            label="What shall we call you?"
            name="display_name"
            autoComplete="nickname"
            maxLength={80}
            value={name}
            onChange={(event) => setName(event.target.value)}
            error={complaint}
          />
        </div>
        <Button type="submit" variant="secondary" aria-disabled={saving.isPending}>
          {saving.isPending ? 'Saving…' : 'Save name'}
        </Button>
      </form>
      <p
        role="status"
        className="flex items-center gap-1.5 font-semibold text-sm text-success not-empty:mt-3"
      >
        {saving.isSuccess ? (
          <>
            <Check aria-hidden className="size-4" /> Saved.
          </>
        ) : null}
      </p>
    </Card>
  );
}
