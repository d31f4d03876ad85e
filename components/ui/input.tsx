import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Input({ className, ...props }: ComponentProps<'input'>) {
  return (
    <input
      className={cn(
        'h-12 w-full rounded-md border-2 border-input bg-card px-4 text-base text-foreground placeholder:text-muted-foreground aria-invalid:border-destructive disabled:opacity-55',
        className,
      )}
      {...props}
    />
  );
}
