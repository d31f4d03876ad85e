'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { deleteWebhook, webhooksQueryOptions } from '@/lib/client/webhook-requests';
import type { WebhookView } from '@/lib/webhooks/schemas';

/** Takes an address away, with its log, after asking once more. */
export function DeleteWebhookButton({ webhook }: { webhook: WebhookView }) {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const deleting = useMutation({
    mutationFn: () => deleteWebhook(webhook.id),
    onSuccess: async () => {
      await Promise.all([
        queryClient.invalidateQueries(webhooksQueryOptions),
        queryClient.invalidateQueries({ queryKey: ['webhook-deliveries'] }),
      ]);
      setIsOpen(false);
    },
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" size="sm" className="text-destructive" aria-label={`Delete ${webhook.url}`}>
          Delete
        </Button>
      </AlertDialogTrigger>
      <ConfirmContent title="Delete this webhook?" action="Delete" acting="Deleting…" change={deleting}>
        <span className="break-all">{webhook.url}</span> is told nothing any more, and its log goes too.
      </ConfirmContent>
    </AlertDialog>
  );
}
