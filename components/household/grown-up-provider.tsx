'use client';

import dynamic from 'next/dynamic';
import { useEffect, useRef, useState } from 'react';
import { setGrownUpProver } from '@/lib/client/prove-grown-up';

// Most visits never see it: it is fetched when it is first needed.
const PinDialog = dynamic(() => import('./pin-dialog').then((module) => module.PinDialog), { ssr: false });

/** Once in the layout: whatever request needs a grown-up opens the dialog here, and goes on when the PIN was said. */
export function GrownUpProvider() {
  const [isOpen, setIsOpen] = useState(false);
  const [wasOpened, setWasOpened] = useState(false);
  const settle = useRef<(isProven: boolean) => void>(undefined);
  useEffect(
    () =>
      setGrownUpProver(
        () =>
          new Promise((resolve) => {
            settle.current = resolve;
            setWasOpened(true);
            setIsOpen(true);
          }),
      ),
    [],
  );
  if (!wasOpened) return null;
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
