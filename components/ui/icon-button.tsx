import type { ComponentProps } from 'react';
import { Button } from './button';
import { cn } from './cn';

type IconButtonProps = Omit<ComponentProps<typeof Button>, 'aria-label' | 'size' | 'title'> & {
  /** Its name for a screen reader, and the tip beside it for whoever points at it or comes with the keyboard. */
  label: string;
  /** On which side the tip stands. */
  tip?: 'above' | 'below';
};

/** A picture to press, 44 px each way. The tip is only a help: nothing is said there alone. */
export function IconButton({
  label,
  tip = 'below',
  variant = 'ghost',
  className,
  ...props
}: IconButtonProps) {
  return (
    <Button
      aria-label={label}
      data-tip={label}
      data-tip-side={tip}
      size="icon"
      variant={variant}
      className={cn('relative', className)}
      {...props}
    />
  );
}
