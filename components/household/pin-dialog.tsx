'use client';

import { useState } from 'react';
import { Dialog, DialogContent, DialogDescription, DialogTitle } from '@/components/ui/dialog';
import { ForgottenPinForm } from './forgotten-pin-form';
import { UnlockForm } from './unlock-form';

type PinDialogProps = {
  isOpen: boolean;
  /** Whether the PIN was said, or is needed no more. */
  onClose: (isProven: boolean) => void;
};

/** Asks for the household's PIN before what was pressed is done. */
export function PinDialog({ isOpen, onClose }: PinDialogProps) {
  const [isForgotten, setIsForgotten] = useState(false);
  const close = (isProven: boolean) => {
    setIsForgotten(false);
    onClose(isProven);
  };
  return (
    <Dialog open={isOpen} onOpenChange={(open) => !open && close(false)}>
      <DialogContent className="max-w-sm">
        <DialogTitle>{isForgotten ? 'A forgotten PIN' : 'Are you a grown-up?'}</DialogTitle>
        <DialogDescription>
          {isForgotten
            ? 'The password of your account takes the PIN away. Afterwards you can set a new one.'
            : 'Type the PIN of your household. Then you stay in grown-up mode for a quarter of an hour.'}
        </DialogDescription>
        {isForgotten ? (
          <ForgottenPinForm onRemoved={() => close(true)} onBack={() => setIsForgotten(false)} />
        ) : (
          <UnlockForm
            onUnlocked={() => close(true)}
            onCancel={() => close(false)}
            onForgotten={() => setIsForgotten(true)}
          />
        )}
      </DialogContent>
    </Dialog>
  );
}
