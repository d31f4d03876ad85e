'use client';

import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/client/account-requests';
import { enterApp } from './enter-app';

export function SignOutButton() {
  const leaving = useMutation({ mutationFn: signOut, onSuccess: () => enterApp('/') });
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        onClick={() => leaving.mutate()}
        disabled={leaving.isPending}
        aria-label="Sign out"
      >
        <LogOut aria-hidden />
        <span className="max-md:sr-only">Sign out</span>
      </Button>
      {leaving.isError ? (
        <span role="alert" className="text-destructive text-sm">
          {errorSentence(leaving.error)}
        </span>
      ) : null}
    </>
  );
}
