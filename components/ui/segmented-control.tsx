import type { Choice } from './choice-chips';
import { ChoiceInput } from './choice-input';
import { cn } from './cn';

type SegmentedControlProps<Value extends string> = {
  legend: string;
  /** Said to a screen reader only, where the choices speak for themselves. */
  isLegendHidden?: boolean;
  name: string;
  choices: readonly Choice<Value>[];
  value: Value;
  onValueChange: (value: Value) => void;
  className?: string;
};

/** One of two to four, side by side in one pill: native radio buttons, so that arrow keys and screen readers come for free. */
export function SegmentedControl<Value extends string>(props: SegmentedControlProps<Value>) {
  const { legend, isLegendHidden = false, name, choices, value, onValueChange, className } = props;
  return (
    <fieldset className={cn('min-w-0', className)}>
      <legend className={isLegendHidden ? 'sr-only' : 'mb-2 font-bold text-base'}>{legend}</legend>
      <div className="inline-flex max-w-full gap-1 rounded-full bg-secondary p-1">
        {choices.map((choice) => (
          <label
            key={choice.value}
            className="relative isolate inline-flex min-h-10 min-w-0 cursor-pointer items-center justify-center gap-2 rounded-full px-4 font-bold text-secondary-foreground transition-colors after:absolute after:-inset-y-1 hover:bg-accent hover:text-accent-foreground has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 max-sm:px-3 [&_svg]:size-5 [&_svg]:shrink-0"
          >
            <ChoiceInput
              type="radio"
              name={name}
              value={choice.value}
              checked={choice.value === value}
              onChange={() => onValueChange(choice.value)}
            />
            {choice.icon}
            <span className="truncate">{choice.label}</span>
          </label>
        ))}
      </div>
    </fieldset>
  );
}
