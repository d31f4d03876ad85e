import type { ComponentProps } from 'react';
import { cn } from './cn';

export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'field-sizing-content w-full resize-none rounded-md border-2 border-input bg-card px-4 py-3 text-base text-foreground placeholder:text-muted-foreground aria-invalid:border-destructive disabled:opacity-55',
        className,
      )}
      {...props}
    />
  );
}
