'use client';

import { X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Button } from '@/components/ui/button';
import { cn } from '@/components/ui/cn';

type NotesDrawerProps = { isOpen: boolean; onClose: () => void; children: ReactNode };

/** The story notes: beside the conversation where there is room, else a sheet that is pulled up from below. */
export function NotesDrawer({ isOpen, onClose, children }: NotesDrawerProps) {
  const closeButton = useRef<HTMLButtonElement>(null);
  useEffect(() => {
    if (!isOpen) return;
    closeButton.current?.focus({ preventScroll: true });
    const closeOnEscape = (event: KeyboardEvent) => {
      if (event.key === 'Escape') onClose();
    };
    document.addEventListener('keydown', closeOnEscape);
    return () => document.removeEventListener('keydown', closeOnEscape);
  }, [isOpen, onClose]);
  return (
    <div
      id="story-notes"
      className={cn(
        'overflow-y-auto border bg-card shadow-page',
        'max-[85rem]:fixed max-[85rem]:inset-x-0 max-[85rem]:bottom-0 max-[85rem]:z-40 max-[85rem]:max-h-[85dvh] max-[85rem]:rounded-t-2xl',
        'min-[85rem]:sticky min-[85rem]:top-20 min-[85rem]:max-h-[calc(100dvh-7rem)] min-[85rem]:self-start min-[85rem]:rounded-2xl',
        !isOpen && 'max-[85rem]:hidden',
      )}
    >
      <div className="sticky top-0 float-right p-2 min-[85rem]:hidden">
        <Button
          ref={closeButton}
          size="icon"
          variant="secondary"
          aria-label="Close the notes"
          onClick={onClose}
        >
          <X aria-hidden />
        </Button>
      </div>
      {children}
    </div>
  );
}
