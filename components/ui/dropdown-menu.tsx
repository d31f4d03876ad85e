'use client';

import { DropdownMenu as MenuPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A few things that can be done to one book or page. Fetch it when it is first needed (next/dynamic) on start and reader. */
export const DropdownMenu = MenuPrimitive.Root;
export const DropdownMenuTrigger = MenuPrimitive.Trigger;

export function DropdownMenuContent({ className, ...props }: ComponentProps<typeof MenuPrimitive.Content>) {
  return (
    <MenuPrimitive.Portal>
      <MenuPrimitive.Content
        sideOffset={6}
        align="end"
        collisionPadding={12}
        className={cn(
          'z-50 min-w-48 max-w-[calc(100vw-1.5rem)] rounded-lg border border-input bg-popover p-1.5 text-popover-foreground shadow-lifted data-[state=open]:animate-rise',
          className,
        )}
        {...props}
      />
    </MenuPrimitive.Portal>
  );
}

type DropdownMenuItemProps = ComponentProps<typeof MenuPrimitive.Item> & {
  variant?: 'default' | 'destructive';
};

export function DropdownMenuItem({ className, variant = 'default', ...props }: DropdownMenuItemProps) {
  return (
    <MenuPrimitive.Item
      className={cn(
        'flex min-h-11 cursor-pointer select-none items-center gap-3 rounded-md px-3 font-semibold outline-none data-highlighted:bg-accent data-disabled:cursor-default data-highlighted:text-accent-foreground data-disabled:opacity-55 [&_svg]:size-5 [&_svg]:shrink-0',
        variant === 'destructive' &&
          'text-destructive data-highlighted:bg-destructive-soft data-highlighted:text-destructive',
        className,
      )}
      {...props}
    />
  );
}

export function DropdownMenuSeparator({
  className,
  ...props
}: ComponentProps<typeof MenuPrimitive.Separator>) {
  return <MenuPrimitive.Separator className={cn('-mx-1.5 my-1.5 h-px bg-border', className)} {...props} />;
}
