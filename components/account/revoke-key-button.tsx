'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { errorSentence } from '@/components/error-sentence';
import { Alert } from '@/components/ui/alert';
import {
  AlertDialog,
  AlertDialogCancel,
  AlertDialogContent,
  AlertDialogDescription,
  AlertDialogTitle,
  AlertDialogTrigger,
} from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import type { ApiKeyView } from '@/lib/auth/api-key-schemas';
import { apiKeysQueryOptions, revokeApiKey } from '@/lib/client/api-key-requests';

/** Ends a key after asking once more. */
export function RevokeKeyButton({ apiKey }: { apiKey: ApiKeyView }) {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const revoking = useMutation({
    mutationFn: () => revokeApiKey(apiKey.id),
    onSuccess: async () => {
      await queryClient.invalidateQueries(apiKeysQueryOptions);
      setIsOpen(false);
    },
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" size="sm" className="text-destructive" aria-label={`Revoke ${apiKey.name}`}>
          Revoke
        </Button>
      </AlertDialogTrigger>
      <AlertDialogContent>
        <AlertDialogTitle>Revoke this key?</AlertDialogTitle>
        <AlertDialogDescription>
          Programs that use “{apiKey.name}” ({apiKey.prefix}…) are refused from then on. This cannot be
          undone.
        </AlertDialogDescription>
        {revoking.isError ? <Alert variant="destructive">{errorSentence(revoking.error)}</Alert> : null}
        <div className="flex flex-wrap justify-end gap-3">
          <AlertDialogCancel>Keep it</AlertDialogCancel>
          <Button
            variant="destructive"
            disabled={revoking.isPending || revoking.isSuccess}
            onClick={() => revoking.mutate()}
          >
            {revoking.isPending ? 'Revoking…' : 'Revoke'}
          </Button>
        </div>
      </AlertDialogContent>
    </AlertDialog>
  );
}
