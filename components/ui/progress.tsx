import { Progress as ProgressPrimitive } from 'radix-ui';
import type { ComponentProps } from 'react';
import { cn } from './cn';

/** A thread drawn through the cloth. `value` is 0…100. */
export function Progress({
  className,
  value,
  ...props
}: ComponentProps<typeof ProgressPrimitive.Root> & { value: number }) {
  return (
    <ProgressPrimitive.Root
      value={value}
      className={cn('relative h-3.5 w-full overflow-hidden rounded-full bg-secondary', className)}
      {...props}
    >
      <ProgressPrimitive.Indicator
        className="h-full w-full rounded-full bg-thread-strong bg-[repeating-linear-gradient(100deg,transparent_0_10px,rgb(255_255_255/0.28)_10px_14px)] transition-transform duration-500 ease-out"
        style={{ transform: `translateX(${value - 100}%)` }}
      />
    </ProgressPrimitive.Root>
  );
}
