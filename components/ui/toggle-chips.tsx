import { Check } from 'lucide-react';
import type { Choice } from './choice-chips';
import { ChoiceInput } from './choice-input';
import { cn } from './cn';

type ToggleChipsProps<Value extends string> = {
  legend: string;
  /** Under the legend, for all of them. */
  hint?: string;
  choices: readonly Choice<Value>[];
  values: readonly Value[];
  onValuesChange: (values: Value[]) => void;
  className?: string;
};

/** Any of a few, as native checkboxes in the clothes of chips. */
export function ToggleChips<Value extends string>(props: ToggleChipsProps<Value>) {
  const { legend, hint, choices, values, onValuesChange, className } = props;
  return (
    <fieldset className={cn('min-w-0', className)}>
      <legend className={cn('font-bold text-base', hint ? 'mb-1' : 'mb-2.5')}>{legend}</legend>
      {hint ? <p className="mb-3 text-muted-foreground">{hint}</p> : null}
      <div className="flex flex-wrap gap-2">
        {choices.map(({ value, label, icon }) => {
          const isChosen = values.includes(value);
          return (
            <label
              key={value}
              className="relative isolate inline-flex min-h-11 cursor-pointer items-center gap-2 rounded-full border-2 border-input/60 bg-card px-4 py-1.5 font-semibold text-base transition-colors hover:bg-accent hover:text-accent-foreground has-checked:border-primary has-checked:bg-primary has-checked:text-primary-foreground has-focus-visible:outline-3 has-focus-visible:outline-ring has-focus-visible:outline-offset-2 [&_svg]:size-5"
            >
              <ChoiceInput
                type="checkbox"
                checked={isChosen}
                onChange={() =>
                  onValuesChange(isChosen ? values.filter((other) => other !== value) : [...values, value])
                }
              />
              {isChosen ? <Check aria-hidden /> : icon}
              <span>{label}</span>
            </label>
          );
        })}
      </div>
    </fieldset>
  );
}
