'use client';

import { X } from 'lucide-react';
import { Dialog as DialogPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { Button } from './button';
import { cn } from './cn';

export const Sheet = DialogPrimitive.Root;
export const SheetTrigger = DialogPrimitive.Trigger;

const SIDES = {
  left: 'inset-y-0 left-0 w-[min(22rem,calc(100%-3rem))] rounded-r-2xl data-[state=open]:slide-in-from-left',
  bottom:
    'inset-x-0 bottom-0 mx-auto max-h-[85dvh] max-w-3xl rounded-t-2xl data-[state=open]:slide-in-from-bottom',
};

type SheetContentProps = { side: keyof typeof SIDES; title: string; closeLabel: string; children: ReactNode };

/**
 * Something that is pulled in over the page: the rest of the page is out of reach meanwhile, Escape and the button close
 * it, and the focus goes back to what opened it.
 */
export function SheetContent({ side, title, closeLabel, children }: SheetContentProps) {
  return (
    <DialogPrimitive.Portal>
      <DialogPrimitive.Overlay className="fixed inset-0 z-50 bg-black/55 data-[state=open]:animate-in data-[state=open]:fade-in-0" />
      <DialogPrimitive.Content
        aria-describedby={undefined}
        onEscapeKeyDown={(event) => {
          // A field that takes its words back with Escape comes first; the next Escape closes.
          if (event.target instanceof Element && event.target.closest('[data-keeps-escape]')) {
            event.preventDefault();
          }
        }}
        className={cn(
          'fixed z-50 flex flex-col border bg-card text-card-foreground shadow-page data-[state=open]:animate-in data-[state=open]:duration-200',
          SIDES[side],
        )}
      >
        <div className="flex items-center justify-between gap-2 border-b py-2 pr-2 pl-4">
          <DialogPrimitive.Title className="font-semibold font-title text-2xl">{title}</DialogPrimitive.Title>
          <DialogPrimitive.Close asChild>
            <Button size="icon" variant="ghost" aria-label={closeLabel}>
              <X aria-hidden />
            </Button>
          </DialogPrimitive.Close>
        </div>
        <div className="min-h-0 flex-1 overflow-y-auto overscroll-contain p-4">{children}</div>
      </DialogPrimitive.Content>
    </DialogPrimitive.Portal>
  );
}
