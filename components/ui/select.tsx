'use client';

import { ChevronDown } from 'lucide-react';
import { type ComponentProps, startTransition, useOptimistic } from 'react';
import { cn } from './cn';

type SelectProps<Value extends string> = Omit<ComponentProps<'select'>, 'value' | 'onChange' | 'children'> & {
  choices: readonly { value: Value; label: string }[];
  value: Value;
  onValueChange: (value: Value) => void;
};

/**
 * One of many, as the browser's own list: on a phone it is the system's wheel, and it weighs nothing. Give it an `id` with
 * a `<Label htmlFor>`, or an `aria-label`. What was chosen stands there at once, also where its owner learns it later (from the
 * page's address): a second arrow key begins where the first one came to.
 */
export function Select<Value extends string>(props: SelectProps<Value>) {
  const { choices, value, onValueChange, className, ...rest } = props;
  const [shown, show] = useOptimistic(value);
  return (
    <span className={cn('relative inline-flex', className)}>
      <select
        value={shown}
        onChange={(event) => {
          const chosen = choices.find((choice) => choice.value === event.target.value);
          if (!chosen) return;
          startTransition(() => {
            show(chosen.value);
            onValueChange(chosen.value);
          });
        }}
        className="h-11 w-full appearance-none truncate rounded-full border-2 border-input bg-card pr-10 pl-4 font-semibold text-base text-foreground transition-colors hover:bg-accent hover:text-accent-foreground disabled:opacity-55"
        {...rest}
      >
        {choices.map((choice) => (
          <option key={choice.value} value={choice.value} className="bg-popover text-popover-foreground">
            {choice.label}
          </option>
        ))}
      </select>
      <ChevronDown
        aria-hidden
        className="pointer-events-none absolute top-1/2 right-3.5 size-5 -translate-y-1/2 text-muted-foreground"
      />
    </span>
  );
}
