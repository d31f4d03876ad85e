'use client';

import { Popover as PopoverPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';
import { cn } from './cn';

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;

type PopoverContentProps = { label: string; className?: string; children: ReactNode };

/**
 * Something short beside what opened it, and never past the edge of the screen. Escape or a press elsewhere closes it, and
 * the focus goes back to what opened it.
 * @param label what a screen reader calls it
 */
export function PopoverContent({ label, className, children }: PopoverContentProps) {
  return (
    <PopoverPrimitive.Portal>
      <PopoverPrimitive.Content
        aria-label={label}
        sideOffset={8}
        collisionPadding={12}
        className={cn(
          'z-40 max-w-[min(20rem,calc(100vw-1.5rem))] rounded-lg border bg-popover p-4 text-popover-foreground shadow-page data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:duration-150',
          className,
        )}
      >
        {children}
        <PopoverPrimitive.Arrow aria-hidden className="fill-popover" width={14} height={7} />
      </PopoverPrimitive.Content>
    </PopoverPrimitive.Portal>
  );
}
