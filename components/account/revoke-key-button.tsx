'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
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
      <ConfirmContent title="Revoke this key?" action="Revoke" acting="Revoking…" change={revoking}>
        Programs that use “{apiKey.name}” ({apiKey.prefix}…) are refused from then on. This cannot be undone.
      </ConfirmContent>
    </AlertDialog>
  );
}
