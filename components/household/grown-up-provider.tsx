'use client';

import { useEffect, useRef, useState } from 'react';
import { setGrownUpProver } from '@/lib/client/prove-grown-up';
import { PinDialog } from './pin-dialog';

/** Once in the layout: whatever request needs a grown-up opens the dialog here, and goes on when the PIN was said. */
export function GrownUpProvider() {
  const [isOpen, setIsOpen] = useState(false);
  const settle = useRef<(isProven: boolean) => void>(undefined);
  useEffect(
    () =>
      setGrownUpProver(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setIsOpen(true);
          }),
      ),
    [],
  );
  return (
    <PinDialog
      isOpen={isOpen}
      onClose={(isProven) => {
        setIsOpen(false);
        settle.current?.(isProven);
      }}
    />
  );
}
