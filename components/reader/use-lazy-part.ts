'use client';

import { type RefObject, useEffect, useRef, useState } from 'react';
import { useToast } from '@/components/ui/toast';

type LazyPart<Part> = {
  /** Null until it was asked for and has come. */
  part: Part | null;
  isOpen: boolean;
  open: () => void;
  setIsOpen: (isOpen: boolean) => void;
  /** For the button that opens it: the focus comes back to it. */
  button: RefObject<HTMLButtonElement | null>;
};

/**
 * Something behind a press, whose code is fetched with the press. Unlike `next/dynamic`, code that cannot be fetched (the
 * network is gone, somebody is in the middle of a page) is said so, and the page stays as it is.
 */
export function useLazyPart<Part>(load: () => Promise<Part>): LazyPart<Part> {
  const { showToast } = useToast();
  const [part, setPart] = useState<{ value: Part } | null>(null);
  const [isOpen, setIsOpen] = useState(false);
  const button = useRef<HTMLButtonElement>(null);
  const wasOpen = useRef(false);

  useEffect(() => {
    // Who went on to press something else is there already.
    const isLost = document.activeElement === null || document.activeElement === document.body;
    if (wasOpen.current && !isOpen && isLost) button.current?.focus({ preventScroll: true });
    wasOpen.current = isOpen;
  }, [isOpen]);

  const open = () => {
    setIsOpen(true);
    if (part) return;
    load().then(
      (value) => setPart({ value }),
      () => {
        setIsOpen(false);
        showToast({ title: 'That needs the network, which is away just now. Please try again in a moment.' });
      },
    );
  };
  return { part: part?.value ?? null, isOpen: isOpen && part !== null, open, setIsOpen, button };
}
