'use client';

import { useMutation } from '@tanstack/react-query';
import { LogOut } from 'lucide-react';
import { errorSentence } from '@/components/error-sentence';
import { Button } from '@/components/ui/button';
import { signOut } from '@/lib/client/account-requests';
import { leaveApp } from './enter-app';

export function SignOutButton() {
  const leaving = useMutation({
    mutationFn: () => {
      // Pictures that are still on their way are of no use to who leaves, and would be refused once the session is over.
      window.stop();
      return signOut();
    },
    onSuccess: leaveApp,
  });
  return (
    <>
      <Button
        variant="ghost"
        size="sm"
        onClick={() => leaving.mutate()}
        disabled={leaving.isPending || leaving.isSuccess}
      >
        <LogOut aria-hidden className="max-sm:hidden" />
        {leaving.isPending || leaving.isSuccess ? 'Signing out…' : 'Sign out'}
      </Button>
      {leaving.isError ? (
        <span role="alert" className="text-destructive text-sm">
          {errorSentence(leaving.error)}
        </span>
      ) : null}
    </>
  );
}
