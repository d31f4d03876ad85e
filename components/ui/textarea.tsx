import type { ComponentProps } from 'react';
import { cn } from './cn';

/** Grows with what is written in it, where the browser can. */
export function Textarea({ className, ...props }: ComponentProps<'textarea'>) {
  return (
    <textarea
      className={cn(
        'field-sizing-content min-h-28 w-full resize-y rounded-md border-2 border-input bg-card px-4 py-3 text-base text-foreground leading-relaxed placeholder:text-muted-foreground disabled:opacity-55 aria-invalid:border-destructive',
        className,
      )}
      {...props}
    />
  );
}
