'use client';

import { useMutation, useQueryClient } from '@tanstack/react-query';
import { useState } from 'react';
import { ConfirmContent } from '@/components/confirm-content';
import { AlertDialog, AlertDialogTrigger } from '@/components/ui/alert-dialog';
import { Button } from '@/components/ui/button';
import { tellGrownUpMode } from '@/lib/client/grown-up-query';
import { removeHouseholdPin } from '@/lib/client/household-requests';
import type { HouseholdView } from '@/lib/household/household-views';
import { Panel } from './panel';
import { PinForm } from './pin-form';

/** Sets, changes and removes the PIN. */
export function PinPanel({ household }: { household: HouseholdView }) {
  const [isChanging, setIsChanging] = useState(false);
  const { has_pin: hasPin } = household;
  return (
    <Panel
      title="The grown-ups’ PIN"
      intro="With a PIN only grown-ups change this page, open stories that wait, make API keys and webhooks, and take everything out or away."
    >
      {hasPin && !isChanging ? (
        <div className="flex flex-wrap items-center gap-3">
          <p className="mr-auto font-bold">A PIN is set.</p>
          <Button variant="secondary" onClick={() => setIsChanging(true)}>
            Change it
          </Button>
          <RemovePinButton />
        </div>
      ) : (
        <PinForm
          isFirst={!hasPin}
          onSaved={() => setIsChanging(false)}
          onCancel={isChanging ? () => setIsChanging(false) : undefined}
        />
      )}
    </Panel>
  );
}

function RemovePinButton() {
  const [isOpen, setIsOpen] = useState(false);
  const queryClient = useQueryClient();
  const removing = useMutation({
    mutationFn: () => removeHouseholdPin(),
    onSuccess: async () => {
      setIsOpen(false);
      await tellGrownUpMode(queryClient, null);
    },
  });
  return (
    <AlertDialog open={isOpen} onOpenChange={setIsOpen}>
      <AlertDialogTrigger asChild>
        <Button variant="ghost" className="text-destructive">
          Remove it
        </Button>
      </AlertDialogTrigger>
      <ConfirmContent title="Remove the PIN?" action="Remove" acting="Removing…" change={removing}>
        Everybody who uses this browser can then change what you have set here.
      </ConfirmContent>
    </AlertDialog>
  );
}
