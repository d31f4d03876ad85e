import type { ReactNode } from 'react';
import { ChoiceInput } from './choice-input';
import { cn } from './cn';

export type Choice<Value extends string> = { value: Value; label: string; hint?: string; icon?: ReactNode };

type ChoiceChipsProps<Value extends string> = {
  legend: string;
  name: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  error?: string | undefined;
  /** `grid` gives all chips one width, in two or three columns. */
  layout?: 'row' | 'grid';
  className?: string;
};

/** One choice of a few, as native radio buttons in the clothes of chips: arrow keys and screen readers come for free. */
export function ChoiceChips<Value extends string>({
  legend,
  name,
  choices,
  value,
  onValueChange,
  error,
  layout = 'row',
  className,
}: ChoiceChipsProps<Value>) {
  const errorId = error ? `${name}-error` : undefined;
  return (
    <fieldset className={cn('min-w-0', className)} aria-describedby={errorId}>
      <legend className="mb-2.5 font-bold text-base">{legend}</legend>
      <div className={layout === 'grid' ? 'grid grid-cols-2 gap-2 sm:grid-cols-3' : 'flex flex-wrap gap-2'}>
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="relative isolate inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border-2 border-input/60 bg-card px-4 py-1.5 font-semibold text-base transition-colors hover:bg-accent hover:text-accent-foreground has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 [&_svg]:size-5"
          >
            <ChoiceInput
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValueChange(choice.value)}
            />
            {choice.icon}
            <span>{choice.label}</span>
            {choice.hint ? <span className="font-normal text-sm opacity-85">{choice.hint}</span> : null}
          </label>
        ))}
      </div>
      {error ? (
        <p id={errorId} className="mt-2 text-destructive text-sm">
          {error}
        </p>
      ) : null}
    </fieldset>
  );
}
