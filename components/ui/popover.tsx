'use client';

import { Popover as PopoverPrimitive } from 'radix-ui';
import type { ReactNode } from 'react';

export const Popover = PopoverPrimitive.Root;
export const PopoverTrigger = PopoverPrimitive.Trigger;
/** For one that is opened from elsewhere: `virtualRef` is what it stands beside. */
export const PopoverAnchor = PopoverPrimitive.Anchor;

/** The header and, on a small screen, the page's controls stay free, in pixels. */
const BESIDE = { top: 76, right: 12, bottom: 124, left: 12 };

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
        collisionPadding={BESIDE}
        className="z-40 max-w-[min(20rem,calc(100vw-1.5rem))] rounded-lg border border-input bg-popover p-4 text-popover-foreground shadow-page data-[state=open]:animate-in data-[state=open]:fade-in-0 data-[state=open]:duration-150"
      >
        <div className={className}>{children}</div>
        <PopoverPrimitive.Arrow aria-hidden className="fill-popover" width={14} height={7} />
      </PopoverPrimitive.Content>
    </PopoverPrimitive.Portal>
  );
}
