'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { LockKeyholeOpen } from 'lucide-react';
import { type FormEvent, useRef, useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { tellGrownUpMode } from '@/lib/client/grown-up-query';
import { unlockHousehold } from '@/lib/client/household-requests';
import { isAppError } from '@/lib/errors';
import { formatWait } from './format-wait';
import { PinField } from './pin-field';
import { useNow } from './use-now';

type UnlockFormProps = { onUnlocked: () => void; onCancel: () => void; onForgotten: () => void };

/** The PIN, and what is said to a wrong one, or to too many of them. */
export function UnlockForm({ onUnlocked, onCancel, onForgotten }: UnlockFormProps) {
  const [pin, setPin] = useState('');
  const [mistake, setMistake] = useState<string>();
  const [lockedUntilMs, setLockedUntilMs] = useState<number | null>(null);
  const field = useRef<HTMLInputElement>(null);
  const queryClient = useQueryClient();
  const nowMs = useNow(lockedUntilMs === null ? null : 1_000);
  const lockedMs = lockedUntilMs === null ? 0 : lockedUntilMs - (nowMs ?? Date.now());
  const isLocked = lockedMs > 0;
  const unlocking = useMutation({
    mutationFn: unlockHousehold,
    onSuccess: ({ expires_at }) => {
      // Before anything is asked again: what waits for the proof must find it known.
      void tellGrownUpMode(queryClient, expires_at);
      onUnlocked();
    },
    onError: (error) => {
      setPin('');
      if (isAppError(error) && error.code === 'rate_limited') {
        setLockedUntilMs(Date.now() + (error.retryAfterSeconds ?? 60) * 1_000);
        return;
      }
      const isWrong = isAppError(error) && error.code === 'pin_required';
      setMistake(isWrong ? 'That is not the PIN. Try again.' : errorSentence(error));
      field.current?.focus();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    // The dialog may stand inside another form of the page, as React sees it.
    event.stopPropagation();
    if (unlocking.isPending || isLocked) return;
    if (/^\d{4,8}$/.test(pin)) return unlocking.mutate(pin);
    setMistake('A PIN has 4 to 8 digits.');
    field.current?.focus();
  };
  const complaint = isLocked
    ? `There were too many wrong PINs. You can try again in ${formatWait(lockedMs)}.`
    : mistake;
  return (
    <form onSubmit={submit} noValidate className="grid gap-4">
      <PinField
        ref={field}
        label="PIN"
        name="pin"
        value={pin}
        disabled={isLocked}
        onChange={(event) => {
          setPin(event.target.value.replace(/\D/g, ''));
          setMistake(undefined);
        }}
        error={complaint}
      />
      <div className="flex flex-wrap justify-end gap-3">
        <Button variant="outline" onClick={onCancel}>
          Not now
        </Button>
        <Button type="submit" aria-disabled={unlocking.isPending || isLocked}>
          <LockKeyholeOpen aria-hidden />
          {unlocking.isPending ? 'Looking…' : 'Unlock'}
        </Button>
      </div>
      <Button variant="link" size="inline" className="justify-self-start" onClick={onForgotten}>
        Forgotten?
      </Button>
    </form>
  );
}
