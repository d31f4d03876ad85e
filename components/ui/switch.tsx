'use client';

import { type ReactNode, useId } from 'react';
import { cn } from './cn';

type SwitchProps = {
  label: ReactNode;
  /** What it does, in one line. */
  hint?: ReactNode;
  checked: boolean;
  onCheckedChange: (checked: boolean) => void;
  disabled?: boolean;
  className?: string;
};

/** Something that is on or off, with its words; all of it can be pressed. */
export function Switch({ label, hint, checked, onCheckedChange, disabled = false, className }: SwitchProps) {
  const id = useId();
  return (
    <div className={cn('flex items-start gap-4', className)}>
      <button
        type="button"
        role="switch"
        id={id}
        aria-checked={checked}
        onClick={() => onCheckedChange(!checked)}
        disabled={disabled}
        aria-describedby={hint ? `${id}-hint` : undefined}
        className="group relative inline-flex h-8 w-14 shrink-0 items-center rounded-full border-2 border-input bg-secondary transition-colors disabled:cursor-default aria-checked:border-primary aria-checked:bg-primary"
      >
        <span className="block size-6 translate-x-0.5 rounded-full bg-input transition-transform group-aria-checked:translate-x-6.5 group-aria-checked:bg-primary-foreground" />
      </button>
      <div className="min-w-0 pt-0.5">
        <label htmlFor={id} className={cn('block font-bold text-base', !disabled && 'cursor-pointer')}>
          {label}
        </label>
        {hint ? (
          <p id={`${id}-hint`} className="text-muted-foreground">
            {hint}
          </p>
        ) : null}
      </div>
    </div>
  );
}
